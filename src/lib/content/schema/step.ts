import * as v from 'valibot';
import { byKey } from './by-key';
import { checkStep, type CheckStep } from './check-step';
import { competencyId, contentId, some } from './fields';
import { chooseBody, orderBody, spotBody, way } from './question';

const common = { id: contentId, assesses: v.optional(v.array(competencyId), []) };

/** To look at and listen to: a picture and parts of text, each spoken on its own. */
const explain = v.pipe(
  v.strictObject({
    ...common,
    explain: v.strictObject({
      picture: v.optional(contentId),
      parts: some(contentId),
      /** The facts of the lesson that this step tells. */
      tells: v.optional(v.array(contentId), []),
    }),
  }),
  v.transform(({ explain: rest, ...step }) => ({ kind: 'explain' as const, ...step, ...rest })),
);

/** A question with one right choice. */
const choose = v.pipe(
  v.strictObject({ ...common, choose: chooseBody }),
  v.transform(({ choose: rest, ...step }) => ({ kind: 'choose' as const, ...step, ...rest })),
);

/** What comes first, what next: tapped one by one in the right order. */
const order = v.pipe(
  v.strictObject({ ...common, order: orderBody }),
  v.transform(({ order: rest, ...step }) => ({ kind: 'order' as const, ...step, ...rest })),
);

/** Every warning sign in a message, a call or a page is to be found. */
const spot = v.pipe(
  v.strictObject({ ...common, spot: spotBody }),
  v.transform(({ spot: rest, ...step }) => ({ kind: 'spot' as const, ...step, ...rest })),
);

/**
 * Something to bring about in a practice app; the first mode is begun with. Show: the app does it itself, and
 * hands over to the coach. Coach: every wrong action is answered, help comes. Test: neither.
 */
const task = v.pipe(
  v.strictObject({
    ...common,
    task: v.strictObject({ ...way, modes: some(v.picklist(['show', 'coach', 'test'])) }),
  }),
  v.transform(({ task: rest, ...step }) => ({ kind: 'task' as const, ...step, ...rest })),
);

/** Now on one's own phone, with the trainer beside. That it is done is written down as a milestone, and nothing else. */
const doing = v.pipe(
  v.strictObject({
    ...common,
    do: v.strictObject({ milestone: contentId, parts: v.optional(v.array(contentId), []) }),
  }),
  v.transform(({ do: rest, ...step }) => ({ kind: 'do' as const, ...step, ...rest })),
);

/** How sure somebody feels, by five faces, before what is taught and after it; it may be skipped. */
const rate = v.pipe(
  v.strictObject({
    ...common,
    rate: v.strictObject({ what: v.literal('confidence'), moment: v.picklist(['before', 'after']) }),
  }),
  v.transform(({ rate: rest, ...step }) => ({ kind: 'rate' as const, ...step, ...rest })),
);

export type Explain = v.InferOutput<typeof explain>;
export type Choose = v.InferOutput<typeof choose>;
export type Order = v.InferOutput<typeof order>;
export type Spot = v.InferOutput<typeof spot>;
export type Task = v.InferOutput<typeof task>;
export type Do = v.InferOutput<typeof doing>;
export type Rate = v.InferOutput<typeof rate>;
export type { CheckPart, CheckStep } from './check-step';

/** One step of a lesson. */
export type Step = Explain | Choose | Order | Spot | Task | Do | Rate | CheckStep;

export const stepSchema = byKey<Step>({
  explain,
  choose,
  order,
  spot,
  task,
  do: doing,
  rate,
  check: checkStep,
});
