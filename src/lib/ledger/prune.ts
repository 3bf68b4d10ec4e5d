import { foldRow, type Base } from './fold';
import { readEvent } from './read';
import { addressOf, byRow, kioskViewer, viewerFact } from './refold';
import { readUpTo } from './cursor';
import { pairingFact } from './shared-screen';
import { ripen, type Ripening, type Told } from './ripen';
import type { KeptEvent, LedgerStore } from './store';

const ripeningFact = 'ripening:';

/** Takes note of how far a backup holds a house, told by a server that is known to be the same one. */
export async function noteSafe(store: LedgerStore, house: string, told: Told): Promise<void> {
  if (![told.safe, told.server, told.here].every(Number.isSafeInteger)) return; // an older server does not say
  await store.transaction('rw', store.facts, async () => {
    const known = await store.fact<Ripening>(ripeningFact + house);
    const now = ripen(known, told);
    if (now !== known) await store.setFact(ripeningFact + house, now);
  });
}

/** Forgets how far backups hold: the server is another one. Call inside a transaction on facts. */
export async function forgetSafe(store: LedgerStore): Promise<void> {
  await store.facts.filter(({ name }) => name.startsWith(ripeningFact)).delete();
}

/**
 * Lets go of events that the server has for good and that any backup of the last 30 days holds. Of each row that they
 * made its base stays, upon which later events are folded, so that no row changes. In short transactions of about `size`
 * events, so that nobody who touches the screen waits. Resolves to the number of events that went.
 */
export async function prune(store: LedgerStore, size = 200): Promise<number> {
  if (await isLent(store)) return 0;
  const ripening = await store.facts.filter(({ name }) => name.startsWith(ripeningFact)).toArray();
  let gone = 0;
  for (const { name } of ripening) {
    const house = name.slice(ripeningFact.length);
    const unread = await firstUnread(store, house);
    for (let after: number | null = 0; after !== null;) {
      const page = await prunePage(store, house, { after, before: unread, size });
      gone += page.gone;
      after = page.last;
    }
  }
  return gone;
}

/**
 * True for a shared screen at which staff read: when they sign out, what the room may see is taken out of the events
 * themselves, with or without a network.
 */
async function isLent(store: LedgerStore): Promise<boolean> {
  const pairing = await store.fact<{ house: { id: string } }>(pairingFact);
  const viewer = await store.fact<string>(viewerFact);
  return Boolean(pairing) && viewer !== kioskViewer(pairing?.house.id ?? '');
}

/**
 * What this app cannot read yet may touch any row once it can: nothing goes that came after it. What is sealed, or erased,
 * is never read here.
 */
async function firstUnread(store: LedgerStore, house: string): Promise<number> {
  const first = await inHouse(store, house, 0, await limitOf(store, house))
    .filter((event) => !event.sealed && !event.erased && 'why' in readEvent(event))
    .first();
  return first?.seq ?? Infinity;
}

/** Up to which number events may go: as far as it is ripe, and as far as this reader has read. */
async function limitOf(store: LedgerStore, house: string): Promise<number> {
  const ripe = (await store.fact<Ripening>(ripeningFact + house))?.ripe ?? 0;
  return Math.min(ripe, (await readUpTo(store, house)) ?? ripe);
}

const inHouse = (store: LedgerStore, house: string, after: number, upTo: number) =>
  store.events.where('[house+seq]').between([house, after], [house, Math.max(after, upTo)], false, true);

function prunePage(
  store: LedgerStore,
  house: string,
  { after, before, size }: { after: number; before: number; size: number },
): Promise<{ gone: number; last: number | null }> {
  return store.transaction('rw', store.events, store.bases, store.facts, async () => {
    const upTo = Math.min(await limitOf(store, house), before - 1);
    const page = await inHouse(store, house, after, upTo).limit(size).toArray();
    const looked = new Set<string>();
    let gone = 0;
    for (const event of page) {
      if (looked.has(event.id)) continue;
      const together = await sharingRows(store, event);
      for (const { id } of together) looked.add(id);
      if (together.every(({ sent }) => sent === 'kept')) gone += await letGo(store, together, upTo);
    }
    return { gone, last: page.at(-1)?.seq ?? null };
  });
}

/** The event and all that touch its rows, and theirs: they go together or not at all. */
async function sharingRows(store: LedgerStore, event: KeptEvent): Promise<KeptEvent[]> {
  const found = new Map([[event.id, event]]);
  const refs = new Set<string>();
  for (let next = event.refs; next.length > 0;) {
    for (const ref of next) refs.add(ref);
    const touching = await store.events.where('refs').anyOf(next).distinct().toArray();
    for (const one of touching) found.set(one.id, one);
    next = [...new Set(touching.flatMap((one) => one.refs))].filter((ref) => !refs.has(ref));
  }
  return [...found.values()];
}

/**
 * Removes those of the events that are old, and keeps what their rows are by then. What residents did here is folded by
 * itself too: it stays when another begins to read, for whom the server may show none of it.
 */
async function letGo(store: LedgerStore, events: readonly KeptEvent[], upTo: number): Promise<number> {
  const old = events.filter(({ seq }) => seq !== null && seq <= upTo);
  const refs = [...new Set(old.flatMap((event) => event.refs))];
  const bases = await store.bases.bulkGet(refs.map(addressOf));
  if (bases.some((base) => base && base.upTo > upTo)) return 0; // read anew, and not that far yet
  const rows = byRow(await store.fact<string>(viewerFact), old);
  for (const [at, name] of refs.entries()) {
    const [house, table, key] = addressOf(name);
    const base = bases[at];
    const entry = rows.get(name);
    const ref = { table, key, group: entry?.ref.group ?? base?.group ?? '' };
    const fold = (kept: Base['row'], which: (event: KeptEvent) => boolean) =>
      foldRow(ref, entry?.events.filter(which) ?? [], base && { upTo: base.upTo, row: kept });
    const seen = fold(base?.seen, () => true);
    const own = fold(base?.own, (event) => event.own === 1 && event.author === '');
    if (seen ?? own) await store.bases.put({ ...ref, house, upTo, seen, own });
  }
  await store.events.bulkDelete(old.map(({ id }) => id));
  return old.length;
}
