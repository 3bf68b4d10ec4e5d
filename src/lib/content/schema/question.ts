import * as v from 'valibot';
import { contentId, some } from './fields';

const choice = v.strictObject({
  right: v.optional(v.literal(true)),
  misconception: v.optional(contentId),
});

/** Choices, one of them right; every wrong one names what somebody who takes it believes. */
export const chooseBody = v.pipe(
  v.record(contentId, choice),
  v.transform((choices) => ({
    choices: Object.entries(choices).map(([id, { right, misconception }]) => ({
      id,
      right: right ?? false,
      misconception,
    })),
  })),
);

/** Things to do one after the other, in the right order here; on screen they are mixed. */
export const orderBody = v.pipe(
  some(contentId),
  v.transform((items) => ({ items })),
);

/** What a message, a call or a page is made of; a `sign` is a warning, and names what somebody believes who misses it. */
export const spotBody = v.pipe(
  v.strictObject({
    in: v.picklist(['sms', 'call', 'page', 'chat', 'poster']),
    parts: v.record(contentId, v.strictObject({ sign: v.optional(contentId) })),
  }),
  v.transform(({ in: medium, parts }) => ({
    medium,
    parts: Object.entries(parts).map(([id, { sign }]) => ({ id, sign })),
  })),
);

/** Somewhere to come to in a practice app, from somewhere; `scene` names its made-up values. */
export const way = {
  app: contentId,
  from: contentId,
  goal: contentId,
  scene: v.optional(contentId),
};

export type ChooseBody = v.InferOutput<typeof chooseBody>;
export type OrderBody = v.InferOutput<typeof orderBody>;
export type SpotBody = v.InferOutput<typeof spotBody>;
export interface WayBody {
  app: string;
  from: string;
  goal: string;
  scene?: string | undefined;
}
