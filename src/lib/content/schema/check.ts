import * as v from 'valibot';
import { byKey } from './by-key';
import { contentId } from './fields';
import { reference } from './reference';

const length = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99));

/** So many digits; `what` they are, so that the checker knows what an app takes. */
export type Digits = {
  kind: 'digits';
  what: 'digits' | 'idNumber' | 'phone' | 'otp' | 'passcode';
  count: number;
  equals: string;
};
const digits = v.pipe(
  v.strictObject({ digits: length, equals: reference }),
  v.transform(({ digits: count, equals }): Digits => ({ kind: 'digits', what: 'digits', count, equals })),
);
const idNumber = v.pipe(
  v.strictObject({ idNumber: reference }),
  v.transform(({ idNumber: equals }): Digits => ({ kind: 'digits', what: 'idNumber', count: 12, equals })),
);
const phone = v.pipe(
  v.strictObject({ phone: reference }),
  v.transform(({ phone: equals }): Digits => ({ kind: 'digits', what: 'phone', count: 10, equals })),
);
const otp = v.pipe(
  v.strictObject({ otp: reference }),
  v.transform(({ otp: equals }): Digits => ({ kind: 'digits', what: 'otp', count: 6, equals })),
);
const passcode = v.pipe(
  v.strictObject({ passcode: reference }),
  v.transform(({ passcode: equals }): Digits => ({ kind: 'digits', what: 'passcode', count: 6, equals })),
);
const password = v.pipe(
  v.strictObject({
    password: v.strictObject({ min: length, max: length, special: v.pipe(v.string(), v.nonEmpty()) }),
    suggest: reference,
  }),
  v.transform(({ password: rule, suggest }) => ({ kind: 'password' as const, ...rule, suggest })),
);
const same = v.pipe(
  v.strictObject({ same: contentId }),
  v.transform(({ same: field }) => ({ kind: 'same' as const, field })),
);
/** Money: one amount, and perhaps the most that may be sent. */
const amount = v.pipe(
  v.strictObject({ amount: v.strictObject({ equals: reference, most: v.optional(reference) }) }),
  v.transform(({ amount: { equals, most } }) => ({ kind: 'amount' as const, equals, most })),
);
/** A customer of an electricity company: 13 characters that begin with two letters. */
const customerCode = v.pipe(
  v.strictObject({ customerCode: reference }),
  v.transform(({ customerCode: equals }) => ({ kind: 'customer-code' as const, equals })),
);
/** A day, written dd/MM/yyyy. */
const date = v.pipe(
  v.strictObject({ date: reference }),
  v.transform(({ date: equals }) => ({ kind: 'date' as const, equals })),
);
/** Words: any at all, or those referred to; marks and capitals do not matter. */
const words = v.pipe(
  v.strictObject({ text: v.strictObject({ equals: v.optional(reference) }) }),
  v.transform(({ text: { equals } }) => ({ kind: 'text' as const, equals })),
);

/** When the content of a field is right. */
export type Check =
  | Digits
  | v.InferOutput<typeof password>
  | v.InferOutput<typeof same>
  | v.InferOutput<typeof amount>
  | v.InferOutput<typeof customerCode>
  | v.InferOutput<typeof date>
  | v.InferOutput<typeof words>;

/** When the content of a field is right; named under `validators` of an app. */
export const checkSchema = byKey<Check>({
  digits,
  idNumber,
  phone,
  otp,
  passcode,
  password,
  same,
  amount,
  customerCode,
  date,
  text: words,
});
