import * as v from 'valibot';
import { idSchema } from '$lib/ledger/event';
import { maxPullRows, type PullResponse } from '$lib/sync/protocol';
import { publicKey } from '../cards/keys';
import { sealingKey } from '../sealing/key';
import { give } from '../ledger/give';
import { reads } from '../realtime/poke';
import { readerOf } from './asker';
import { noteSeen } from './seen';
import { queryOf } from './query';
import { Refusal } from './refusal';
import { replyText } from './reply';

const whole = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));
const markSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,15}\.[0-9a-f]{32}$/),
  v.transform((text) => {
    const [seq = '', chain = ''] = text.split('.');
    return { seq: Number(seq), chain };
  }),
);
const schema = v.strictObject({
  house: v.optional(idSchema),
  since: v.optional(whole, '0'),
  mark: v.optional(markSchema),
  limit: v.optional(v.pipe(whole, v.minValue(1), v.maxValue(maxPullRows)), String(maxPullRows)),
});

/** GET /api/v1/sync/pull: the events of a house after a number, as far as the asker may see them. */
export function pull(e: core.RequestEvent): void {
  const asker = readerOf(e);
  const query = queryOf(e.request?.url?.rawQuery ?? '', ['house', 'since', 'limit', 'mark']);
  const checked = v.safeParse(schema, query);
  if (!checked.success) throw new Refusal('bad-request');
  const { since, limit, mark, house = asker.home } = checked.output;
  if (house === '') throw new Refusal('bad-request');
  const roles = asker.roles.get(house);
  if (!roles) throw new Refusal('not-allowed');
  noteSeen($app, asker);
  reads($app, asker.id);
  const { events, rest } = give($app, { house, since, limit, roles, mark });
  const answer: Omit<PullResponse, 'events'> = {
    ...rest,
    cardKey: publicKey($app),
    sealingKey: sealingKey($app),
  };
  replyText(e, 200, `{"events":${events},${JSON.stringify(answer).slice(1)}`);
}
