import type { Scan } from './burst';
import { readCardText } from './text';

/** What was scanned: as the machine's layout of keys wrote it, unless only the bare keys make a card of it. */
export function cardTextOf({ typed, plain }: Scan): string {
  return readCardText(typed) === 'foreign' || typed.length < plain.length ? plain : typed;
}
