import * as v from 'valibot';
import { fold, kind, roles } from '../kind';

/** How long a kiosk may wait before it asks whether somebody is still there (seconds; VVSG 2.0: 2 to 5 min). */
export const warnAfter = { least: 120, most: 300, usual: 120 } as const;

/** Minutes of a day; and so often may a house open on one day. */
const [day, mostSpans] = [1440, 4];

const minute = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const span = v.strictObject({ from: minute(0, day - 1), to: minute(1, day) });

/** True where each time opens before it closes, and none before the one before it has closed. */
const inOrder = (spans: Span[]): boolean =>
  spans.every(({ from, to }, at) => from < to && (spans[at - 1]?.to ?? 0) <= from);

const schema = v.strictObject({
  /** From Monday on, when the house is open, in minutes of its own day (Asia/Ho_Chi_Minh); no time: closed. */
  hours: v.pipe(
    v.array(v.pipe(v.array(span), v.maxLength(mostSpans), v.check(inOrder))),
    v.minLength(7),
    v.maxLength(7),
  ),
  warnAfter: minute(warnAfter.least, warnAfter.most),
});
export type HouseSet = v.InferOutput<typeof schema>;

/** A time of a day at which the house is open: from the first minute up to the second, which is no more of it. */
export type Span = v.InferOutput<typeof span>;

/** How a house is set up, as it was said last. */
export type HouseRow = HouseSet;

/** Those who look after a house said when it is open and how long its kiosks wait. */
export const houseSet = kind<HouseSet>({
  name: 'house.set',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['installer', 'coordinator'], read: [...roles] },
  folds: [
    fold<HouseSet, HouseRow>({
      table: 'settings',
      key: () => ['house'],
      group: () => 'house',
      into: (_row, event) => ({ ...event.payload }),
    }),
  ],
});
