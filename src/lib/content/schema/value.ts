import * as v from 'valibot';
import { text } from './fields';

const money = v.strictObject({
  /** Whole đồng. */
  money: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999_999_999_999)),
});
const calendarDay = v.strictObject({
  /** Written "2026-11-20". */
  day: v.pipe(v.string(), v.isoDate('is not a day like 2026-11-20')),
});
const byLanguage = v.strictObject({ vi: text, en: text });

/** A value that content shows and asks for: a text, an amount of money, a day, or a text that differs by language. */
export type Value =
  string | v.InferOutput<typeof money> | v.InferOutput<typeof calendarDay> | v.InferOutput<typeof byLanguage>;

const any = v.union([text, money, calendarDay, byLanguage]);

export const valueSchema: v.GenericSchema<unknown, Value> = v.lazy((input) => {
  if (input === undefined) return any; // as `byKey`
  if (typeof input !== 'object' || input === null) return text;
  if ('money' in input) return money;
  return 'day' in input ? calendarDay : byLanguage;
});
