import * as v from 'valibot';
import { byKey } from './by-key';
import { competencyId, contentId, some } from './fields';

const common = { id: contentId, assesses: v.optional(v.array(competencyId), []) };
const way = { app: contentId, from: contentId, goal: contentId };

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

const choiceSchema = v.strictObject({
  right: v.optional(v.literal(true)),
  misconception: v.optional(contentId),
});

/** A question with one right choice; every wrong one names what somebody who takes it believes. */
const choose = v.pipe(
  v.strictObject({ ...common, choose: v.record(contentId, choiceSchema) }),
  v.transform(({ choose: choices, ...step }) => ({
    kind: 'choose' as const,
    ...step,
    choices: Object.entries(choices).map(([id, choice]) => ({
      id,
      right: choice.right ?? false,
      misconception: choice.misconception,
    })),
  })),
);

/** Something to bring about in a practice app; the first mode is offered first. */
const task = v.pipe(
  v.strictObject({
    ...common,
    task: v.strictObject({ ...way, modes: some(v.picklist(['coach', 'test'])) }),
  }),
  v.transform(({ task: rest, ...step }) => ({ kind: 'task' as const, ...step, ...rest })),
);

/** The final test: a task without help, passed with at most so many slips. */
const check = v.pipe(
  v.strictObject({
    ...common,
    check: v.strictObject({
      ...way,
      pass: v.strictObject({ slips: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)) }),
    }),
  }),
  v.transform(({ check: { pass, ...rest }, ...step }) => ({
    kind: 'check' as const,
    ...step,
    ...rest,
    allowed: pass.slips,
  })),
);

export type Explain = v.InferOutput<typeof explain>;
export type Choose = v.InferOutput<typeof choose>;
export type Task = v.InferOutput<typeof task>;
export type CheckStep = v.InferOutput<typeof check>;

/** One step of a lesson. */
export type Step = Explain | Choose | Task | CheckStep;

export const stepSchema = byKey<Step>({ explain, choose, task, check });
