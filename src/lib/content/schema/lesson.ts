import * as v from 'valibot';
import { competencyId, contentId, factSchema, partName, some, version } from './fields';
import { stepSchema } from './step';

/** A lesson: steps in their order. It holds no words; `lessonMachine` makes a statechart of it. */
export const lessonSchema = v.strictObject({
  id: contentId,
  version,
  track: contentId,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  picture: contentId,
  persona: contentId,
  /** Whose dated values (hotlines, thresholds) the words may show. */
  place: contentId,
  competencies: some(competencyId),
  prerequisites: v.optional(v.array(contentId), []),
  facts: v.optional(v.record(contentId, factSchema), {}),
  steps: some(stepSchema),
  /** What the card to take home says, as <step>.<part> of explain steps; else the last explain step. */
  card: v.optional(v.pipe(v.array(partName), v.minLength(3), v.maxLength(7))),
  /** Steps that were taken out since the lesson was released, and the steps in their place. */
  aliases: v.optional(v.record(contentId, contentId), {}),
});
export type Lesson = v.InferOutput<typeof lessonSchema>;
