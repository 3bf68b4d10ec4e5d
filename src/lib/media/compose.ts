import * as v from 'valibot';
import { isPlain, shortText } from '$lib/ledger/kinds/fields';
import { mostWords } from '$lib/ledger/kinds/bulletin-row';

/** What keeps words from being put up: nothing was written, it is too long, or it holds what cannot be shown. */
export type Fault = 'missing' | 'long' | 'odd';

/** Words as they are put up: composed, in one line, without spaces around. */
export function tidy(typed: string): string {
  return typed.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** What is wrong with what somebody typed as a title or a text; null where it can be put up. */
export function faultOf(part: keyof typeof mostWords, typed: string): Fault | null {
  const words = tidy(typed);
  if (words === '') return 'missing';
  if (words.length > mostWords[part]) return 'long';
  return isPlain(words) ? null : 'odd';
}

/** True of words that may stand in the ledger as a reason. */
export function isReason(words: string): boolean {
  return v.is(shortText, words);
}

/** How long something may stay up (hours); 0 until it is taken down. */
export const spans = [0, 1, 4, 24, 168, 720] as const;

/** When something ends that is put up now, for so many hours. */
export function endOf(now: Date, hours: number): string | undefined {
  return hours > 0 ? new Date(now.getTime() + hours * 3_600_000).toISOString() : undefined;
}
