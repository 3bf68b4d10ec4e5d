import * as v from 'valibot';
import { fold, kind } from '../kind';
import { happenedOf } from '../moment';
import { id, moment, shortText, unsaid } from './fields';

const schema = v.strictObject({
  event: id,
  /** The name of its kind. */
  kind: shortText,
  occurred: moment,
  reason: shortText,
});
export type EventDiscarded = v.InferOutput<typeof schema>;

/** An event that was left out on the device that wrote it, and why. */
export type DiscardRow = EventDiscarded & { by: string; at: string };

/**
 * A coordinator decided on a device that an event which could not be sent, and which nobody else has, is left out. What
 * the server set aside is decided about at its desk and is no event.
 */
export const eventDiscarded = kind<EventDiscarded>({
  name: 'event.discarded',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['coordinator'], read: ['coordinator'] },
  keeps: (payload) => ({ ...payload, reason: unsaid }),
  folds: [
    fold<EventDiscarded, DiscardRow>({
      table: 'discards',
      key: (event) => [event.payload.event],
      group: () => 'house',
      into: (_row, event) => ({ ...event.payload, by: event.author, at: happenedOf(event) }),
    }),
  ],
});
