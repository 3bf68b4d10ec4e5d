import type { SequencedEvent } from './event';
import type { QuarantineReason } from './read';
import { refold, refsOf } from './refold';
import type { KeptEvent, LedgerStore } from './store';

/** What the server said of one pushed row. */
export type Verdict =
  | { id: string; status: 'ok' | 'dup'; seq: number }
  | { id: string; status: 'quarantined'; why: QuarantineReason };

const tables = (store: LedgerStore) => [store.events, store.outbox, store.rows, store.facts] as const;

/** The server answered for these rows: they leave the outbox, numbered or set aside, and their rows are folded anew. */
export async function settle(store: LedgerStore, verdicts: readonly Verdict[]): Promise<void> {
  await store.transaction('rw', tables(store), async () => {
    const refs: string[] = [];
    for (const verdict of verdicts) {
      const event = await store.events.get(verdict.id);
      if (!event) continue;
      const change: Partial<KeptEvent> =
        verdict.status === 'quarantined'
          ? { sent: 'refused', why: verdict.why }
          : { sent: 'kept', seq: verdict.seq };
      await store.events.update(verdict.id, change);
      await store.outbox.delete(event.dseq);
      refs.push(...event.refs);
    }
    await refold(store, refs);
  });
}

/** A row that failed alone: counted, and after `limit` failures set aside so that the queue moves on. */
export async function countFailure(store: LedgerStore, dseq: number, limit = 3): Promise<void> {
  await store.transaction('rw', tables(store), async () => {
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

/** Puts what was set aside on this device back into the outbox: a person asked to try again. */
export async function retryStuck(store: LedgerStore): Promise<void> {
  await store.transaction('rw', tables(store), async () => {
    for (const event of await store.events.where('sent').equals('stuck').toArray()) {
      await store.events.update(event.id, { sent: 'waiting' });
      await store.outbox.put({ dseq: event.dseq, id: event.id, failures: 0 });
    }
  });
}

/**
 * Takes in events that the server numbered, and moves the house's cursor, in one transaction. An event this
 * device wrote keeps its own payload (the server may show less of it) and counts as sent.
 */
export async function takeIn(
  store: LedgerStore,
  house: string,
  events: readonly SequencedEvent[],
  cursor: number,
): Promise<void> {
  await store.transaction('rw', tables(store), async () => {
    const refs: string[] = [];
    for (const event of events) {
      const known = await store.events.get(event.id);
      if (known) {
        await store.events.update(event.id, { seq: event.seq, sent: 'kept' });
        await store.outbox.where('id').equals(event.id).delete();
        refs.push(...known.refs);
      } else {
        const kept: KeptEvent = { ...event, sent: 'kept', own: 0, refs: [] };
        kept.refs = refsOf(kept);
        await store.events.add(kept);
        refs.push(...kept.refs);
      }
    }
    await store.setFact(`cursor:${house}`, cursor);
    await refold(store, refs);
  });
}

/** The last number of the house that this device has taken in. */
export async function cursorOf(store: LedgerStore, house: string): Promise<number> {
  return (await store.fact<number>(`cursor:${house}`)) ?? 0;
}

/** Events of this device that the server has answered for. */
export function countSettled(store: LedgerStore): Promise<number> {
  return store.events
    .where('own')
    .equals(1)
    .filter((event) => event.sent === 'kept' || event.sent === 'refused')
    .count();
}

/**
 * The server is not the one that took custody (restored from a backup, or replaced): everything this device
 * wrote goes back into the outbox, what it had pulled is forgotten and pulled anew.
 */
export async function unsettleAll(store: LedgerStore, epoch: string): Promise<void> {
  await store.transaction('rw', tables(store), async () => {
    const refs = await dropPulled(store);
    for (const event of await store.events.where('own').equals(1).toArray()) {
      await store.events.put({ ...event, seq: null, sent: 'waiting', why: undefined });
      await store.outbox.put({ dseq: event.dseq, id: event.id, failures: 0 });
      refs.push(...event.refs);
    }
    await store.setFact('epoch', epoch);
    await refold(store, refs);
  });
}

/** Forgets what was pulled for somebody else; what this device wrote stays. */
export async function forgetPulled(store: LedgerStore, viewer: string): Promise<void> {
  await store.transaction('rw', tables(store), async () => {
    const refs = await dropPulled(store);
    await store.setFact('viewer', viewer);
    await refold(store, refs);
  });
}

async function dropPulled(store: LedgerStore): Promise<string[]> {
  await store.facts.filter(({ name }) => name.startsWith('cursor:')).delete();
  const foreign = await store.events.where('own').equals(0).toArray();
  await store.events.bulkDelete(foreign.map(({ id }) => id));
  return foreign.flatMap((event) => event.refs);
}

/** Gives events recorded before the device had a house to the house it now belongs to. */
export async function adoptHouse(store: LedgerStore, house: string): Promise<void> {
  await store.transaction('rw', tables(store), async () => {
    const homeless = await store.events
      .where('own')
      .equals(1)
      .filter((event) => event.house === '' && event.sent === 'waiting')
      .toArray();
    for (const event of homeless) await store.events.update(event.id, { house });
    await refold(
      store,
      homeless.flatMap((event) => event.refs),
    );
  });
}
