import type { Breakage } from './breakage';

const poster = 'content/posters/bank-links/poster.yaml';
const words = 'content/posters/begin-here/vi.yaml';

/** What can be wrong with a poster. */
export const postersBreakages: Breakage[] = [
  [
    'a poster names a picture nobody drew',
    'unknown-picture',
    'four-cats',
    [poster, 'picture: hooked-link', 'picture: four-cats'],
  ],
  ['a poster has a tone there is not', 'schema', 'tone', [poster, 'tone: care', 'tone: loud']],
  [
    'a poster states something that is looked at again before it was looked at',
    'dated-facts',
    'no-links',
    [poster, "review: '2027-05-27'", "review: '2026-05-27'"],
  ],
  ['a poster says three things', 'many-sentences', '3 sentences', [words, 'text: ', 'text: Nè cô chú. ']],
  [
    'the title of a poster is too long to be read across a room',
    'schema',
    'longer than 36',
    [words, 'title: ', 'title: Cô chú ơi nhớ nghe '],
  ],
  ['a poster speaks as an office does', 'jargon', 'vui lòng', [words, 'title: ', 'title: Vui lòng ']],
];
