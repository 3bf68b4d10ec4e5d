import * as v from 'valibot';
import { contentId, some } from './fields';
import { outcome } from './outcome';
import { reference } from './reference';
import { shown } from './sight';

export const button = v.pipe(
  v.strictObject({
    button: contentId,
    look: v.optional(v.picklist(['main', 'plain', 'link', 'danger', 'answer', 'hang-up']), 'plain'),
    ...outcome,
    ...shown,
  }),
  v.transform(({ button: id, ...rest }) => ({ kind: 'button' as const, id, ...rest })),
);
/** What the camera is held at; a press is the scan. A payment code names the value that holds its payload. */
export const camera = v.pipe(
  v.strictObject({
    camera: contentId,
    sees: v.picklist(['qr', 'face', 'card', 'chip']),
    qr: v.optional(reference),
    ...outcome,
    ...shown,
  }),
  v.transform(({ camera: id, ...rest }) => ({ kind: 'camera' as const, id, ...rest })),
);
/** Something to be read and closed before anything else. */
export const dialog = v.pipe(
  v.strictObject({ dialog: contentId, ...outcome, ...shown }),
  v.transform(({ dialog: id, ...rest }) => ({ kind: 'dialog' as const, id, ...rest })),
);
const row = v.pipe(
  v.strictObject({
    row: contentId,
    /** The name of a drawn sign before it. */
    icon: v.optional(contentId),
    /** A second line under the first. */
    sub: v.optional(v.boolean(), false),
    ...outcome,
    ...shown,
  }),
  v.transform(({ row: id, ...rest }) => ({ id, ...rest })),
);
/** Rows to press: a menu, the messages that came, what was found. */
export const list = v.pipe(
  v.strictObject({ list: contentId, rows: some(row), ...shown }),
  v.transform(({ list: id, ...rest }) => ({ kind: 'list' as const, id, ...rest })),
);
const tab = v.pipe(
  v.strictObject({ tab: contentId, icon: v.optional(contentId), ...outcome }),
  v.transform(({ tab: id, ...rest }) => ({ id, ...rest })),
);
/** The bar of the whole app, at the foot of its screens; `here` is the tab of this screen, and leads nowhere. */
export const tabs = v.pipe(
  v.strictObject({ tabs: contentId, bar: some(tab), here: contentId, ...shown }),
  v.transform(({ tabs: id, ...rest }) => ({ kind: 'tabs' as const, id, ...rest })),
);
