/** What a practice app remembers while one resident is in it; nothing of it is ever stored. */
export interface PracticeContext {
  /** What stands in each field, as typed; no entry for an empty one. */
  values: Record<string, string>;
  /** The options taken in each list, in the order of taking; no entry for an untouched one. */
  picks: Record<string, string[]>;
  /** Messages that came in, oldest first; `n` counts arrivals, so that a message sent again can be shown again. */
  messages: { id: string; n: number }[];
  /** What else the app remembers, by name, in order of the alphabet. */
  flags: string[];
  /** The last wrong action, until a right one: `identify.id-number.short`. `n` tells two of the same apart. */
  slip: { id: string; n: number } | null;
  /** How often each slip was made. */
  slips: Record<string, number>;
  /** All slips together. */
  wrong: number;
}

/** Everything that can happen in a practice app. */
export type PracticeEvent =
  | { type: `press.${string}` }
  | { type: 'enter'; field: string; value: string }
  | { type: 'pick'; field: string; option: string }
  | { type: `time.${string}` };

/** A practice app as nobody has touched it yet. */
export function untouched(): PracticeContext {
  return { values: {}, picks: {}, messages: [], flags: [], slip: null, slips: {}, wrong: 0 };
}
