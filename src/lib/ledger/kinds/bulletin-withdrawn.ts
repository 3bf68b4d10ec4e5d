import * as v from 'valibot';
import { fold, kind } from '../kind';
import { happenedOf } from '../moment';
import { mayBulletin, ofBulletin, tiers, viewBulletin, type BulletinRow } from './bulletin-row';
import { id, personName, shortText } from './fields';

const schema = v.strictObject({
  bulletin: id,
  tier: v.picklist(tiers),
  reason: shortText,
  by: v.optional(personName),
});
export type BulletinWithdrawn = v.InferOutput<typeof schema>;

/** Staff took a bulletin down, or called an emergency off. */
export const bulletinWithdrawn = kind<BulletinWithdrawn>({
  name: 'bulletin.withdrawn',
  v: 1,
  schema,
  upcast: {},
  may: mayBulletin,
  view: viewBulletin,
  folds: [
    fold<BulletinWithdrawn, BulletinRow>({
      ...ofBulletin,
      into: (row, event) => ({
        bulletin: event.payload.bulletin,
        tier: event.payload.tier,
        posted: row?.posted ?? null,
        withdrawn: row?.withdrawn ?? {
          at: happenedOf(event),
          by: event.author,
          name: event.payload.by ?? null,
          reason: event.payload.reason,
        },
      }),
    }),
  ],
});
