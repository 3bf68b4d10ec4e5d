import * as v from 'valibot';
import { fold, kind } from '../kind';
import { happenedOf } from '../moment';

/** Why somebody is erased: they asked for it · they were put on the roll by mistake · they come no more. */
export const eraseReasons = ['asked', 'mistake', 'left'] as const;
export type EraseReason = (typeof eraseReasons)[number];

const schema = v.strictObject({ reason: v.picklist(eraseReasons) });
export type PersonErased = v.InferOutput<typeof schema>;

/** That somebody was erased: all that is left of them by name is that there is nothing. `at` is ISO, UTC. */
export type ErasureRow = { person: string; reason: EraseReason; by: string; at: string };

/**
 * A coordinator erased a person: of every event about them in the house, earlier or later, only what `Kind.keeps` says
 * stays, wherever it lies. There is no way back. Everybody who ever holds anything of the house's people is told.
 */
export const personErased = kind<PersonErased>({
  name: 'person.erased',
  v: 1,
  schema,
  upcast: {},
  may: { write: ['coordinator'], read: ['trainer', 'coordinator', 'kiosk'] },
  keeps: (payload) => payload,
  folds: [
    fold<PersonErased, ErasureRow>({
      table: 'erasures',
      key: (event) => (event.person ? [event.person] : null),
      group: () => 'house',
      into: (row, event) =>
        row ?? {
          person: event.person,
          reason: event.payload.reason,
          by: event.author,
          at: happenedOf(event),
        },
    }),
  ],
});
