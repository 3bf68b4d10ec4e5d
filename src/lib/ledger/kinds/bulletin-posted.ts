import * as v from 'valibot';
import { fold, kind } from '../kind';
import { happenedOf } from '../moment';
import { mayBulletin, ofBulletin, sourceSchema, tiers, viewBulletin, type BulletinRow } from './bulletin-row';
import { id, moment, personName } from './fields';

const schema = v.strictObject({
  bulletin: id,
  tier: v.picklist(tiers),
  source: sourceSchema,
  /** An emergency that is an exercise. */
  test: v.boolean(),
  until: v.optional(moment),
  /** What the author is called; who it was says the event itself. */
  by: v.optional(personName),
});
export type BulletinPosted = v.InferOutput<typeof schema>;

/** Staff put something up on the screens of a house. What was put up first under an id stays: other words are another bulletin. */
export const bulletinPosted = kind<BulletinPosted>({
  name: 'bulletin.posted',
  v: 1,
  schema,
  upcast: {},
  may: mayBulletin,
  view: viewBulletin,
  folds: [
    fold<BulletinPosted, BulletinRow>({
      ...ofBulletin,
      into: (row, event) => ({
        bulletin: event.payload.bulletin,
        tier: event.payload.tier,
        posted: row?.posted ?? {
          source: event.payload.source,
          test: event.payload.test,
          until: event.payload.until ?? null,
          at: happenedOf(event),
          by: event.author,
          name: event.payload.by ?? null,
        },
        withdrawn: row?.withdrawn ?? null,
      }),
    }),
  ],
});
