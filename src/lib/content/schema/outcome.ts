import * as v from 'valibot';
import { contentId } from './fields';
import { guardSchema } from './guard';

/** What comes of a press or an event. With `slip` it was a wrong thing to do, and the slip's words answer it. */
const result = {
  go: v.optional(contentId),
  /** Inputs emptied by it. */
  clear: v.optional(v.array(contentId), []),
  /** Messages that arrive because of it. */
  send: v.optional(v.array(contentId), []),
  /** Flags raised and lowered: what else the app remembers. */
  set: v.optional(v.array(contentId), []),
  unset: v.optional(v.array(contentId), []),
  slip: v.optional(contentId),
  misconception: v.optional(contentId),
};
const caseSchema = v.strictObject({ if: guardSchema, ...result });
type Case = v.InferOutput<typeof caseSchema>;
export type Result = Omit<Case, 'if'>;

/** The keys of whatever can be pressed or happens by itself. */
export const outcome = {
  /** Inputs to be right first, in the order in which a mistake is named. */
  when: v.optional(v.array(contentId), []),
  /** What comes of it instead, where a guard holds: the first one that does. */
  cases: v.optional(v.array(caseSchema), []),
  ...result,
};
export const outcomeSchema = v.strictObject(outcome);
export type Outcome = v.InferOutput<typeof outcomeSchema>;
