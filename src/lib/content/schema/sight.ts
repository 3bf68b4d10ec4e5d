import * as v from 'valibot';
import { contentId, some, variableName } from './fields';
import { guardSchema } from './guard';

/** Every widget may depend on a guard: only while it holds is the widget on screen. */
export const shown = { if: v.optional(guardSchema) };

export const text = v.pipe(
  v.strictObject({
    text: contentId,
    look: v.optional(v.picklist(['plain', 'note', 'warning']), 'plain'),
    ...shown,
  }),
  v.transform(({ text: id, ...rest }) => ({ kind: 'text' as const, id, ...rest })),
);
/** A drawing by its name; its words say what it shows. */
export const picture = v.pipe(
  v.strictObject({ picture: contentId, ...shown }),
  v.transform(({ picture: id, ...rest }) => ({ kind: 'picture' as const, id, ...rest })),
);
/** Values to read off, as on a card. */
export const card = v.pipe(
  v.strictObject({ card: contentId, shows: some(variableName), ...shown }),
  v.transform(({ card: id, ...rest }) => ({ kind: 'card' as const, id, ...rest })),
);
/** What has been paid or sent, to be kept. */
export const receipt = v.pipe(
  v.strictObject({ receipt: contentId, shows: some(variableName), ...shown }),
  v.transform(({ receipt: id, ...rest }) => ({ kind: 'receipt' as const, id, ...rest })),
);
/** A message that has arrived, drawn where it stands; nothing before it has arrived. */
export const notice = v.pipe(
  v.strictObject({
    notice: contentId,
    look: v.optional(v.picklist(['sms', 'notification', 'chat']), 'sms'),
    ...shown,
  }),
  v.transform(({ notice: id, ...rest }) => ({ kind: 'notice' as const, id, message: id, ...rest })),
);
/** Somebody who rings, or speaks. */
export const call = v.pipe(
  v.strictObject({ call: contentId, ...shown }),
  v.transform(({ call: id, ...rest }) => ({ kind: 'call' as const, id, ...rest })),
);
/** The address bar of a browser. */
export const address = v.pipe(
  v.strictObject({ address: contentId, ...shown }),
  v.transform(({ address: id, ...rest }) => ({ kind: 'address' as const, id, ...rest })),
);
