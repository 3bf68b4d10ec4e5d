import { lesson, track, type Breakage } from './breakage';

/** What can be wrong with the tracks of the menu and the card at the end of a lesson. */
export const menuBreakages: Breakage[] = [
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
  [
    'a card names a part there is not',
    'unknown-part',
    'remember.cats',
    [lesson, 'place: viet-nam', 'place: viet-nam\ncard: [remember.code, remember.link, remember.cats]'],
  ],
  [
    'a part stands twice on a card',
    'twice',
    'remember.code stands twice',
    [lesson, 'place: viet-nam', 'place: viet-nam\ncard: [remember.code, remember.link, remember.code]'],
  ],
  [
    'a card says too little',
    'schema',
    'card',
    [lesson, 'place: viet-nam', 'place: viet-nam\ncard: [remember.code]'],
  ],
];
