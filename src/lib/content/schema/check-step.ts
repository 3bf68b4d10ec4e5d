import * as v from 'valibot';
import { byKey } from './by-key';
import { competencyId, contentId, some } from './fields';
import {
  chooseBody,
  orderBody,
  spotBody,
  way,
  type ChooseBody,
  type OrderBody,
  type SpotBody,
  type WayBody,
} from './question';

/** One thing to be done alone in a check. */
export type CheckPart = { id: string } & (
  | ({ kind: 'task' } & WayBody)
  | ({ kind: 'choose' } & ChooseBody)
  | ({ kind: 'order' } & OrderBody)
  | ({ kind: 'spot' } & SpotBody)
);

const id = contentId;
const part = byKey<CheckPart>({
  task: v.pipe(
    v.strictObject({ id, task: v.strictObject(way) }),
    v.transform(({ task, ...rest }) => ({ kind: 'task' as const, ...rest, ...task })),
  ),
  choose: v.pipe(
    v.strictObject({ id, choose: chooseBody }),
    v.transform(({ choose, ...rest }) => ({ kind: 'choose' as const, ...rest, ...choose })),
  ),
  order: v.pipe(
    v.strictObject({ id, order: orderBody }),
    v.transform(({ order, ...rest }) => ({ kind: 'order' as const, ...rest, ...order })),
  ),
  spot: v.pipe(
    v.strictObject({ id, spot: spotBody }),
    v.transform(({ spot, ...rest }) => ({ kind: 'spot' as const, ...rest, ...spot })),
  ),
});

const pass = v.strictObject({ slips: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)) });
const step = { id, assesses: v.optional(v.array(competencyId), []) };

/** The final test: one task, or several tasks and questions, without help; passed with at most so many slips. */
const whole = v.pipe(
  v.strictObject({ ...step, check: v.strictObject({ ...way, pass }) }),
  v.transform(({ check: { pass: criterion, ...task }, ...rest }) => ({
    kind: 'check' as const,
    ...rest,
    /** True where the words of the one part are those of the step itself. */
    single: true,
    parts: [{ kind: 'task', id: rest.id, ...task } satisfies CheckPart] as CheckPart[],
    allowed: criterion.slips,
  })),
);
const inParts = v.pipe(
  v.strictObject({ ...step, check: v.strictObject({ parts: some(part), pass }) }),
  v.transform(({ check: { pass: criterion, parts }, ...rest }) => ({
    kind: 'check' as const,
    ...rest,
    single: false,
    parts,
    allowed: criterion.slips,
  })),
);

export type CheckStep = v.InferOutput<typeof whole>;

const any = v.union([whole, inParts]);

export const checkStep: v.GenericSchema<unknown, CheckStep> = v.lazy((input) => {
  if (input === undefined) return any; // as `byKey`
  const check: unknown =
    typeof input === 'object' && input !== null && 'check' in input ? input.check : undefined;
  return typeof check === 'object' && check !== null && 'parts' in check ? inParts : whole;
});
