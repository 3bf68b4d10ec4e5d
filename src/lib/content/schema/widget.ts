import * as v from 'valibot';
import { byKey } from './by-key';
import { contentId, some, variableName } from './fields';

/** What a press or an event does. With `slip` it was a wrong thing to do, and the slip's words answer it. */
const outcome = {
  go: v.optional(contentId),
  /** Fields to be valid first, in the order in which a mistake is named. */
  when: v.optional(v.array(contentId), []),
  /** Fields emptied by it. */
  clear: v.optional(v.array(contentId), []),
  /** Messages that arrive because of it. */
  send: v.optional(v.array(contentId), []),
  slip: v.optional(contentId),
  misconception: v.optional(contentId),
};

export const outcomeSchema = v.strictObject(outcome);
export type Outcome = v.InferOutput<typeof outcomeSchema>;

const text = v.pipe(
  v.strictObject({ text: contentId, look: v.optional(v.picklist(['plain', 'note', 'warning']), 'plain') }),
  v.transform(({ text: id, look }) => ({ kind: 'text' as const, id, look })),
);
/** A message that has arrived, drawn where it stands; nothing before it has arrived. */
const notice = v.pipe(
  v.strictObject({ notice: contentId }),
  v.transform(({ notice: message }) => ({ kind: 'notice' as const, id: message, message })),
);
const card = v.pipe(
  v.strictObject({ card: contentId, shows: some(variableName) }),
  v.transform(({ card: id, shows }) => ({ kind: 'card' as const, id, shows })),
);
const field = v.pipe(
  v.strictObject({
    field: contentId,
    type: v.picklist(['digits', 'text', 'password']),
    /** The validator; the one of the same name where none is given. */
    check: v.optional(contentId),
  }),
  v.transform(({ field: id, type, check }) => ({ kind: 'field' as const, id, type, check: check ?? id })),
);
const button = v.pipe(
  v.strictObject({
    button: contentId,
    look: v.optional(v.picklist(['main', 'plain', 'link']), 'plain'),
    ...outcome,
  }),
  v.transform(({ button: id, look, ...rest }) => ({ kind: 'button' as const, id, look, ...rest })),
);
const dialog = v.pipe(
  v.strictObject({ dialog: contentId, ...outcome }),
  v.transform(({ dialog: id, ...rest }) => ({ kind: 'dialog' as const, id, ...rest })),
);
/** One of a list. `for: questions.pet` shows it only where that option is picked. */
const choice = v.pipe(
  v.strictObject({
    choice: contentId,
    options: some(contentId),
    right: contentId,
    for: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'is not list.option'))),
  }),
  v.transform(({ choice: id, options, right, for: shownFor }) => {
    const [list = '', option = ''] = shownFor?.split('.') ?? [];
    return { kind: 'choice' as const, id, options, right, shownFor: shownFor ? { list, option } : undefined };
  }),
);
const pick = v.pipe(
  v.strictObject({
    pick: contentId,
    options: some(contentId),
    count: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(9)),
  }),
  v.transform(({ pick: id, options, count }) => ({ kind: 'pick' as const, id, options, count })),
);

type Text = v.InferOutput<typeof text>;
type Notice = v.InferOutput<typeof notice>;
type Card = v.InferOutput<typeof card>;
export type Field = v.InferOutput<typeof field>;
type Button = v.InferOutput<typeof button>;
type Dialog = v.InferOutput<typeof dialog>;
type Choice = v.InferOutput<typeof choice>;
type Pick = v.InferOutput<typeof pick>;

/** Everything a screen can be made of. */
export type Widget = Text | Notice | Card | Field | Button | Dialog | Choice | Pick;
/** The widgets a resident fills in. */
export type Input = Field | Choice | Pick;
/** The widgets a resident presses. */
export type Control = Button | Dialog;

export const widgetSchema = byKey<Widget>({ text, notice, card, field, button, dialog, choice, pick });
