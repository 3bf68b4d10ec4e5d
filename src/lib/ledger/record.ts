import { Dexie } from 'dexie';
import { uuidv7 } from 'uuidv7';
import * as v from 'valibot';
import { canonicalJson } from './canonical';
import { maxPayloadBytes, type LedgerEvent } from './event';
import { takeOut } from './erase';
import type { Kind } from './kind';
import { refold, refsOf } from './refold';
import { closed, openFact, sealerOf } from './shared-screen';
import type { KeptEvent, LedgerStore } from './store';

/** What the writer of an event says about it; the ledger adds id, device, number and time. */
export interface Draft {
  house: string;
  person?: string;
  household?: string;
  author?: string;
  /** The run that the device's clock is in, where somebody keeps count. */
  run?: number | undefined;
}

/** A new id: UUIDv7, 32 lowercase hex digits. */
export function newId(): string {
  return uuidv7().replaceAll('-', '');
}

/** This device's id, made on first use and kept for good. */
export async function deviceId(store: LedgerStore): Promise<string> {
  return store.transaction('rw', store.facts, async () => {
    const known = await store.fact<string>('device');
    if (known) return known;
    const made = newId();
    await store.setFact('device', made);
    return made;
  });
}

/**
 * Writes down that something happened: the event, its outbox line and the rows it changes, in one strict
 * transaction; when the promise resolves, a power cut loses none of it. On a shared screen what it may not read itself
 * is sealed at once; what staff wrote there, when they sign out. About somebody who is erased only that is kept which may
 * stay. Throws on a payload that its kind does not allow: that is a mistake of the program, not of a person.
 */
export async function record<Payload>(
  store: LedgerStore,
  kind: Kind<Payload>,
  payload: NoInfer<Payload>,
  draft: Draft,
  now: () => Date = () => new Date(),
): Promise<LedgerEvent> {
  // Through JSON text: a reactive proxy must not reach the database, and what is sent is what is kept.
  const text = canonicalJson(v.parse(kind.schema, payload));
  if (new TextEncoder().encode(text).length > maxPayloadBytes)
    throw new RangeError(`${kind.name}: payload too large`);

  const sealer = draft.author ? null : await sealerOf(store);
  return store.transaction('rw', store.tables, async () => {
    const device = await deviceId(store);
    const dseq = ((await store.fact<number>('dseq')) ?? 0) + 1;
    const event: LedgerEvent = {
      id: newId(),
      house: draft.house,
      household: draft.household ?? '',
      person: draft.person ?? '',
      author: draft.author ?? '',
      kind: kind.name,
      v: kind.v,
      payload: JSON.parse(text) as Record<string, unknown>,
      device,
      dseq,
      occurred: now().toISOString(),
    };
    const written = sealer ? await Dexie.waitFor(closed(event, sealer)) : event; // the number is sealed in with it
    const kept: KeptEvent = { ...written, seq: null, sent: 'waiting', own: 1, refs: [] };
    if (draft.run !== undefined) kept.run = draft.run;
    kept.refs = refsOf(kept);
    await store.setFact('dseq', dseq);
    if (!kept.sealed && (await store.fact(openFact)) === false) await store.setFact(openFact, true);
    await store.events.add(kept);
    await store.outbox.add({ dseq, id: event.id, failures: 0 });
    await refold(store, [...kept.refs, ...(await takeOut(store, [kept]))]);
    return event;
  });
}
