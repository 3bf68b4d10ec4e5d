import * as v from 'valibot';
import { checkSchema } from './check';
import { contentId, some, text, variableName, version } from './fields';
import { outcomeSchema, widgetSchema } from './widget';

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
});
export type Screen = v.InferOutput<typeof screenSchema>;

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
  messages: v.optional(v.record(contentId, v.record(variableName, text)), {}),
  validators: v.optional(v.record(contentId, checkSchema), {}),
  screens: v.record(contentId, screenSchema),
});
export type PracticeApp = v.InferOutput<typeof appSchema>;
