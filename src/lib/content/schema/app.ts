import * as v from 'valibot';
import { checkSchema } from './check';
import { contentId, some, variableName, version } from './fields';
import { outcomeSchema } from './outcome';
import { valueSchema } from './value';
import { widgetSchema } from './widget';

/** The name of something that time does, in capitals: `OTP_EXPIRED`. */
const timeName = v.pipe(
  v.string(),
  v.regex(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/, 'is not in capitals, like OTP_EXPIRED'),
);

const screenSchema = v.strictObject({
  /** Messages that come in when the screen opens. */
  arrives: v.optional(v.array(contentId), []),
  shows: some(widgetSchema),
  /** What time does here; practice never waits for it, it is an event like any other. */
  time: v.optional(v.record(timeName, outcomeSchema), {}),
  /** True where nobody knows how the real service looks: the screen says so. */
  simulated: v.optional(v.boolean(), false),
});
export type Screen = v.InferOutput<typeof screenSchema>;

const values = v.record(variableName, valueSchema);

/** Nobody comes to `before` without leaving through `screen`, which shows what is about to be done. */
const checkpointSchema = v.strictObject({
  before: contentId,
  screen: contentId,
  shows: some(variableName),
});
export type Checkpoint = v.InferOutput<typeof checkpointSchema>;

/**
 * A practice app: the safe copy of a service, as screens and what leads from one to the next.
 * It holds no words; `practiceMachine` makes a statechart of it.
 */
export const appSchema = v.strictObject({
  id: contentId,
  version,
  frame: v.picklist(['phone']),
  start: contentId,
  /** Messages the app sends, with the values their words show (a code). */
  messages: v.optional(v.record(contentId, values), {}),
  validators: v.optional(v.record(contentId, checkSchema), {}),
  /** Situations with made-up values, all with the same names; a task names the one it is played in. */
  scenes: v.optional(v.record(contentId, values), {}),
  checkpoints: v.optional(v.array(checkpointSchema), []),
  screens: v.record(contentId, screenSchema),
});
export type PracticeApp = v.InferOutput<typeof appSchema>;
