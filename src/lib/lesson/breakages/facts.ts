import { lesson, place, type Breakage } from './breakage';

/** What can be wrong with facts. */
export const factsBreakages: Breakage[] = [
  [
    'a fact was never looked at',
    'schema',
    'checked',
    [place, "checked: '2026-11-20'", "chequed: '2026-11-20'"],
  ],
  [
    'a fact is reviewed before it is checked',
    'dated-facts',
    'activate-within',
    [lesson, "review: '2027-05-20'", "review: '2026-05-20'"],
  ],
];
