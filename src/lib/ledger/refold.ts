import type { LedgerEvent } from './event';
import { foldRow, rowsOf, type Placed, type RowRef } from './fold';
import { readEvent, viewFor } from './read';
import type { KeptEvent, KeptRow, LedgerStore } from './store';

/** The refs under which an event is found again when one of its rows is folded; none where it cannot be read. */
export function refsOf(event: KeptEvent): string[] {
  const read = readEvent(event);
  return 'event' in read ? rowsOf(read.event).map((ref) => refName(event.house, ref)) : [];
}

/** The name of a row over all houses. */
export const refName = (house: string, ref: Pick<RowRef, 'table' | 'key'>): string =>
  `${house}|${ref.table}|${ref.key}`;

/** The name of the fact that says for whom rows are folded: a staff member, or the device itself. */
export const viewerFact = 'viewer';

/** The viewer of a device that reads for itself, in the public room of this house. */
export const kioskViewer = (house: string): string => `device:${house}`;

/** True where the device reads for itself: then even what staff wrote here is shown as a kiosk may see it. */
const isKiosk = (viewer: string | undefined): boolean => viewer?.startsWith(kioskViewer('')) ?? false;

/** An event as its kind means it now, and as it counts for whoever reads on this device. */
type Seen = KeptEvent & LedgerEvent & Placed;

/** How an event counts for a viewer: null where it was set aside, cannot be read, or is not theirs to see. */
function seenBy(viewer: string | undefined, kept: KeptEvent): Seen | null {
  if (kept.sent === 'refused' || kept.sent === 'discarded') return null;
  const read = readEvent(kept);
  if (!('event' in read)) return null;
  const asKiosk = isKiosk(viewer) && kept.own === 1 && kept.author !== '';
  const payload = asKiosk ? viewFor('kiosk', read.event) : read.event.payload;
  return payload && { ...kept, ...read.event, payload };
}

/** Events by the rows that they touch, as they count for a viewer. */
export function byRow(
  viewer: string | undefined,
  events: readonly KeptEvent[],
): Map<string, { ref: RowRef; house: string; events: Seen[] }> {
  const rows = new Map<string, { ref: RowRef; house: string; events: Seen[] }>();
  for (const kept of events) {
    const event = seenBy(viewer, kept);
    for (const ref of event ? rowsOf(event) : []) {
      const name = refName(kept.house, ref);
      const entry = rows.get(name) ?? { ref, house: kept.house, events: [] };
      if (event) entry.events.push(event);
      rows.set(name, entry);
    }
  }
  return rows;
}

/**
 * Folds anew every row that the given refs name, from all events of this device's ledger that touch it and what is left
 * of those that were let go. Call inside a transaction on events, rows, bases and facts. Cost: the events of those
 * rows, nothing else.
 */
export async function refold(store: LedgerStore, refs: Iterable<string>): Promise<void> {
  const wanted = [...new Set(refs)];
  const viewer = await store.fact<string>(viewerFact);
  const touching = await store.events.where('refs').anyOf(wanted).distinct().toArray();
  const bases = await store.bases.bulkGet(wanted.map(addressOf));
  const rows = byRow(viewer, touching);
  const stand: KeptRow[] = [];
  const gone: [string, string, string][] = [];
  for (const [at, name] of wanted.entries()) {
    const base = bases[at];
    const entry = rows.get(name) ?? (base && { ref: base, house: base.house, events: [] });
    const row = entry && foldRow(entry.ref, entry.events, base && { upTo: base.upTo, row: base.seen });
    if (entry && row) {
      const { table, key, group } = entry.ref;
      stand.push({ table, key, group, house: entry.house, row });
    } else gone.push(addressOf(name));
  }
  await store.rows.bulkPut(stand);
  await store.rows.bulkDelete(gone);
}

/** A row's primary key out of its ref; keys of rows may hold bars, houses and tables do not. */
export function addressOf(ref: string): [string, string, string] {
  const [house = '', table = '', ...key] = ref.split('|');
  return [house, table, key.join('|')];
}
