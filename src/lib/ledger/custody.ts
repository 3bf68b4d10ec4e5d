import { moveCursor, readAnew } from './cursor';
import { takeOut } from './erase';
import type { Mark, SequencedEvent } from './event';
import { forgetSafe } from './prune';
import type { QuarantineReason } from './read';
import { isTombstone, reduced } from './reduced';
import { refold, refsOf, viewerFact } from './refold';
import type { KeptEvent, LedgerStore } from './store';
import { dropPulled } from './viewer';

/** What the server said of one pushed row. */
export type Verdict =
  | { id: string; status: 'ok' | 'dup'; seq: number }
  | { id: string; status: 'quarantined'; why: QuarantineReason; discarded?: true };

/**
 * The server answered for these rows when asked by `viewer`: they leave the outbox, numbered or set aside, their
 * receipts are counted, their rows are folded anew, and how far the houses have come is noted. All at once: a row that
 * left the outbox before the mark was noted would not be missed in a server that forgot it.
 */
export async function settle(
  store: LedgerStore,
  verdicts: readonly Verdict[],
  viewer: string,
  marks: Record<string, Mark> = {},
): Promise<void> {
  await store.transaction('rw', store.tables, async () => {
    const refs: string[] = [];
    const judged: KeptEvent[] = [];
    let first = 0;
    const asked = await store.events.bulkGet(verdicts.map(({ id }) => id));
    for (const [at, verdict] of verdicts.entries()) {
      const event = asked[at];
      if (!event) continue;
      if (event.sent === 'waiting' && !event.again) first += 1;
      const change: Partial<KeptEvent> =
        verdict.status === 'quarantined'
          ? { sent: verdict.discarded ? 'discarded' : 'refused', why: verdict.why }
          : { sent: 'kept', seq: verdict.seq };
      judged.push({ ...event, ...change });
      refs.push(...event.refs);
      // Nobody was erased after all: what was taken out of others' events is fetched again from the beginning.
      if (verdict.status === 'quarantined' && isTombstone(event)) await readAnew(store, event.house);
    }
    await store.events.bulkPut(judged);
    await leaveOutbox(store, judged);
    await countReceipts(store, viewer, first);
    await noteMarks(store, marks);
    await refold(store, refs);
  });
}

async function leaveOutbox(store: LedgerStore, events: readonly KeptEvent[]): Promise<void> {
  await store.outbox
    .where('id')
    .anyOf(events.map(({ id }) => id))
    .delete();
}

/** A row that failed alone: counted, and after `limit` failures set aside so that the queue moves on. */
export async function countFailure(store: LedgerStore, dseq: number, limit = 3): Promise<void> {
  await store.transaction('rw', store.tables, async () => {
    const line = await store.outbox.get(dseq);
    if (!line) return;
    if (line.failures + 1 < limit) {
      await store.outbox.update(dseq, { failures: line.failures + 1 });
    } else {
      await store.events.update(line.id, { sent: 'stuck' });
      await store.outbox.delete(dseq);
    }
  });
}

/**
 * Puts what was set aside, here or by the server, back into the outbox: a person asked to try again, or
 * something has changed (a role, the app) that may have been the reason.
 */
export async function retryAside(store: LedgerStore): Promise<void> {
  await store.transaction('rw', store.tables, async () => {
    const aside = await store.events.where('sent').anyOf('stuck', 'refused').toArray();
    for (const event of aside) await offerAgain(store, event);
  });
}

/** Puts one event back into the outbox that was set aside or left out. */
export async function retryOne(store: LedgerStore, id: string): Promise<void> {
  await store.transaction('rw', store.tables, async () => {
    const event = await store.events.get(id);
    if (event && ['stuck', 'refused', 'discarded'].includes(event.sent)) await offerAgain(store, event);
  });
}

/** What the server gave a reason for has a receipt already. */
async function offerAgain(store: LedgerStore, event: KeptEvent): Promise<void> {
  await putBack(store, event, event.why !== undefined || event.again);
  await refold(store, [...event.refs, ...(await takeOut(store, [{ ...event, sent: 'waiting' }]))]);
}

async function putBack(store: LedgerStore, event: KeptEvent, again = false): Promise<void> {
  await store.events.put({ ...event, seq: null, sent: 'waiting', why: undefined, again });
  await store.outbox.put({ dseq: event.dseq, id: event.id, failures: 0 });
}

/**
 * Takes in events that the server numbered, and moves the house's cursor and mark, in one transaction. An event this
 * device wrote keeps its own payload (the server may show less of it) and counts as sent; where that is sealed, it is
 * read as it was told now. Of whoever is erased only that is kept which may stay. False, and nothing is taken in, where
 * somebody else than `viewer` reads here by now.
 */
export async function takeIn(
  store: LedgerStore,
  house: string,
  events: readonly SequencedEvent[],
  cursor: number,
  mark?: Mark,
  viewer?: string,
): Promise<boolean> {
  return store.transaction('rw', store.tables, async () => {
    if (viewer !== undefined && viewer !== (await store.fact<string>(viewerFact))) return false;
    const refs: string[] = [];
    const come: KeptEvent[] = [];
    let answered = 0;
    const before = await store.events.bulkGet(events.map(({ id }) => id));
    for (const [at, event] of events.entries()) {
      const known = before[at];
      const kept = known?.own === 1 ? settled(known, event) : pulled(event);
      come.push(kept);
      refs.push(...(known?.refs ?? []), ...kept.refs);
      if (known?.own === 1 && known.sent === 'waiting' && !known.again) answered += 1; // its reply was lost
    }
    await store.events.bulkPut(come);
    await leaveOutbox(
      store,
      come.filter(({ own }) => own === 1),
    );
    await moveCursor(store, house, cursor);
    refs.push(...(await takeOut(store, come)));
    if (mark) await noteMarks(store, { [house]: mark });
    await countReceipts(store, 'pulled', answered);
    await refold(store, refs);
    return true;
  });
}

function pulled(event: SequencedEvent): KeptEvent {
  const kept: KeptEvent = { ...event, sent: 'kept', own: 0, refs: [] };
  return { ...kept, refs: refsOf(kept) };
}

function settled(known: KeptEvent, event: SequencedEvent): KeptEvent {
  const left = known.sealed ? { ...known, ...event } : event.erased ? reduced(known) : known;
  const { happened: _happened, clock: _clock, ...rest } = left; // the server's word of now counts
  const stands = event.happened && event.clock ? { happened: event.happened, clock: event.clock } : {};
  const refs = left === known ? known.refs : refsOf(left);
  return { ...rest, ...stands, seq: event.seq, sent: 'kept', refs };
}

/** The furthest that the server ever told of the history of these houses. */
export async function marksOf(store: LedgerStore, houses: readonly string[]): Promise<Record<string, Mark>> {
  const known = await Promise.all(
    houses.map(async (house) => [house, await store.fact<Mark>(`mark:${house}`)] as const),
  );
  return Object.fromEntries(known.flatMap(([house, mark]) => (mark?.chain ? [[house, mark]] : [])));
}

/** Takes note of how far houses have come, told by a server that is known to be the same one. */
export async function noteMarks(store: LedgerStore, marks: Record<string, Mark>): Promise<void> {
  await store.transaction('rw', store.facts, async () => {
    for (const [house, mark] of Object.entries(marks)) {
      const known = await store.fact<Mark>(`mark:${house}`);
      if (!known || mark.seq > known.seq) await store.setFact(`mark:${house}`, mark);
    }
  });
}

const receiptsFact = 'receipts:';

/** Rows of this device that the server answered for, when asked by this viewer. */
async function countReceipts(store: LedgerStore, viewer: string, more: number): Promise<void> {
  const before = (await store.fact<number | 'unknown'>(receiptsFact + viewer)) ?? 0;
  if (more > 0 && before !== 'unknown') await store.setFact(receiptsFact + viewer, before + more);
}

/**
 * False where the server counts fewer rows of this device than it has answered for, after a push by `viewer` with
 * `first` rows that it had not answered for before: it has forgotten some, as one restored from a backup has.
 */
export async function remembersAll(
  store: LedgerStore,
  viewer: string,
  count: number,
  first: number,
): Promise<boolean> {
  const known = await store.facts.filter(({ name }) => name.startsWith(receiptsFact)).toArray();
  if (known.some(({ name, value }) => name === receiptsFact + viewer && value === 'unknown')) return true;
  const answered = known.reduce((sum, { value }) => sum + (typeof value === 'number' ? value : 0), 0);
  return count >= answered + first;
}

/**
 * The server had forgotten nothing, it only does not count for this viewer (staff of another house on a kiosk):
 * its count is not listened to until the epoch changes.
 */
export function ignoreReceipts(store: LedgerStore, viewer: string): Promise<void> {
  return store.setFact(receiptsFact + viewer, 'unknown');
}

/**
 * The server is not the one that took custody (restored from a backup, or replaced): everything this device
 * wrote goes back into the outbox, what it had pulled is forgotten and pulled anew. What it had let go need not be pushed:
 * any backup of the last 30 days holds it.
 */
export async function unsettleAll(store: LedgerStore, epoch: string): Promise<void> {
  await store.transaction('rw', store.tables, async () => {
    const refs = await dropPulled(store);
    for (const event of await store.events.where('own').equals(1).toArray()) {
      await putBack(store, event);
      refs.push(...event.refs);
    }
    await store.facts
      .filter(({ name }) => name.startsWith(receiptsFact) || name.startsWith('mark:'))
      .delete();
    await forgetSafe(store);
    await store.setFact('epoch', epoch);
    await refold(store, refs);
  });
}

/** Gives what waits without a house, recorded before the device had one, to the house it now belongs to. */
export async function adoptHouse(store: LedgerStore, house: string): Promise<void> {
  await store.transaction('rw', store.tables, async () => {
    const waiting = await store.events.bulkGet((await store.outbox.toArray()).map(({ id }) => id));
    const refs: string[] = [];
    for (const event of waiting) {
      if (event?.house !== '') continue;
      const adopted = { ...event, house };
      adopted.refs = refsOf(adopted);
      await store.events.put(adopted);
      refs.push(...event.refs, ...adopted.refs);
    }
    await refold(store, refs);
  });
}
