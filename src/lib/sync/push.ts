import {
  countFailure,
  ignoreReceipts,
  marksOf,
  remembersAll,
  settle,
  unsettleAll,
} from '$lib/ledger/custody';
import { noteSafe } from '$lib/ledger/prune';
import { deviceId } from '$lib/ledger/record';
import type { LedgerStore } from '$lib/ledger/store';
import { noteSkew } from './clock-skew';
import { clockSaid } from './device-clock';
import { nextBatch, type Outgoing } from './outgoing';
import { maxPushRows, type PushResponse } from './protocol';
import { Refusal } from './refusal';
import type { Sender } from './sender';

/**
 * Sends the outbox in order and settles what the server answers; resolves to the number of rows answered.
 *
 * A batch that the server cannot take is halved until the row that troubles it stands alone. That row is
 * passed over, and counted against only when another row gets through: a server that refuses everything is
 * ill, not the row. After three such failures the row is set aside (`stuck`) and the queue goes on. A batch that
 * a slow line does not carry in time is halved too, and no row is blamed.
 */
export async function push(store: LedgerStore, sender: Sender, now: () => Date): Promise<number> {
  const client = await deviceId(store);
  const suspects: number[] = [];
  let size = maxPushRows;
  let after = 0;
  let answered = 0;
  let trouble: unknown;
  let restarted: Alarm | null = null;
  let missed = 0;

  for (;;) {
    const batch = await nextBatch(store, sender.sends, after, size, await clockSaid(store, now));
    const last = batch.at(-1);
    if (!last) break;
    let response: PushResponse;
    const asked = now();
    try {
      response = await sender.backend.push({
        client,
        sentAt: asked.toISOString(),
        marks: await marksOf(store, sender.houses),
        rows: batch.map(({ wire }) => wire),
      });
    } catch (problem) {
      const slow = problem instanceof Refusal && problem.slow;
      if (batch.length > 1 && (slow || mayBeTheRows(problem))) {
        size = Math.ceil(batch.length / 2);
        continue;
      }
      if (!mayBeTheRows(problem)) throw problem;
      trouble = problem;
      suspects.push(last.event.dseq);
      if (suspects.length === 3 && answered === 0) throw problem; // nothing gets through: wait, and blame no row
      after = last.event.dseq;
      continue;
    }
    await noteSkew(store, asked, now(), response.now);
    if (restarted) missed += response.results.filter(({ status }) => status === 'ok').length;
    const alarm: Alarm | null = restarted ? null : await alarmOf(store, sender.viewer, response, batch);
    if (alarm) {
      await unsettleAll(store, response.epoch);
      restarted = alarm;
      after = 0;
      continue;
    }
    await settle(store, response.results, sender.viewer, response.marks);
    for (const [house, safe] of Object.entries(response.safe ?? {}))
      await noteSafe(store, house, { safe, server: Date.parse(response.now), here: now().getTime() });
    answered += batch.length;
    after = last.event.dseq;
    size = Math.min(maxPushRows, size * 2);
  }

  if (restarted === 'receipts' && missed === 0) await ignoreReceipts(store, sender.viewer);
  if (answered > 0) for (const dseq of suspects) await countFailure(store, dseq);
  if (suspects.length > 0) throw trouble;
  return answered;
}

/** Refusals that one row of the batch may have caused; the others (no network, not signed in …) concern all of it. */
const mayBeTheRows = (problem: unknown): boolean =>
  problem instanceof Refusal && ['too-large', 'bad-request', 'server'].includes(problem.code);

/** Why the server does not seem to be the one that answered for what this device sent before. */
type Alarm = 'epoch' | 'fork' | 'receipts';

async function alarmOf(
  store: LedgerStore,
  viewer: string,
  response: PushResponse,
  batch: readonly Outgoing[],
): Promise<Alarm | null> {
  const epoch = await store.fact<string>('epoch');
  if (epoch === undefined) await store.setFact('epoch', response.epoch);
  else if (epoch !== response.epoch) return 'epoch';
  if (response.forked) return 'fork';
  const first = batch.filter(({ event }) => !event.again).length;
  return (await remembersAll(store, viewer, response.receipts.count, first)) ? null : 'receipts';
}
