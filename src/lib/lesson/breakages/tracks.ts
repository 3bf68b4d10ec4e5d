import { lesson, track, type Breakage } from './breakage';

/** What can be wrong with tracks, under which the menu shows lessons. */
export const tracksBreakages: Breakage[] = [
  [
    'a lesson stands under a track there is not',
    'unknown-track',
    'gardening',
    [lesson, 'track: e-id', 'track: gardening'],
  ],
  ['two tracks claim one place in the menu', 'twice', 'order 2', [track, 'order: 1', 'order: 2']],
  [
    'a track names a picture nobody drew',
    'unknown-picture',
    'four-cats',
    [track, 'picture: phone-and-card', 'picture: four-cats'],
  ],
  ['a track has no words in English', 'schema', 'words', [track, ', en: Papers on the phone', '']],
];
