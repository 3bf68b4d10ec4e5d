import { foldRow, rowsOf, type RowRef } from './fold';
import { readEvent, viewFor } from './read';
import type { KeptEvent, LedgerStore } from './store';

/** The refs under which an event is found again when one of its rows is folded; none where it cannot be read. */
export function refsOf(event: KeptEvent): string[] {
  const read = readEvent(event);
  return 'event' in read ? rowsOf(read.event).map((ref) => refName(event.house, ref)) : [];
}

const refName = (house: string, ref: RowRef): string => `${house}|${ref.table}|${ref.key}`;

/** The name of the fact that says for whom rows are folded: a staff member, or the device itself. */
export const viewerFact = 'viewer';

/** The viewer of a device that reads for itself, in the public room of this house. */
export const kioskViewer = (house: string): string => `device:${house}`;

/** True where the device reads for itself: then even what staff wrote here is shown as a kiosk may see it. */
const isKiosk = (viewer: string | undefined): boolean => viewer?.startsWith(kioskViewer('')) ?? false;

/**
 * Folds anew every row that the given refs name, from all events of this device's ledger that touch it.
 * Call inside a transaction on events, rows and facts. Cost: the events of those rows, nothing else.
 */
export async function refold(store: LedgerStore, refs: Iterable<string>): Promise<void> {
  const wanted = [...new Set(refs)];
  const kiosk = isKiosk(await store.fact<string>(viewerFact));
  const touching = await store.events.where('refs').anyOf(wanted).distinct().toArray();
  const byRef = new Map<string, { ref: RowRef; house: string; events: KeptEvent[] }>();
  for (const kept of touching) {
    if (kept.sent === 'refused' || kept.sent === 'discarded') continue;
    const read = readEvent(kept);
    if (!('event' in read)) continue;
    const payload =
      kiosk && kept.own === 1 && kept.author !== '' ? viewFor('kiosk', read.event) : read.event.payload;
    if (!payload) continue;
    const event = { ...kept, ...read.event, payload };
    for (const ref of rowsOf(event)) {
      const name = refName(event.house, ref);
      const entry = byRef.get(name) ?? { ref, house: event.house, events: [] };
      entry.events.push(event);
      byRef.set(name, entry);
    }
  }
  for (const name of wanted) {
    const entry = byRef.get(name);
    const row = entry && foldRow(entry.ref, entry.events);
    if (entry && row) await store.rows.put({ ...entry.ref, house: entry.house, row });
    else await store.rows.delete(addressOf(name));
  }
}

/** A row's primary key out of its ref; keys of rows may hold bars, houses and tables do not. */
function addressOf(ref: string): [string, string, string] {
  const [house = '', table = '', ...key] = ref.split('|');
  return [house, table, key.join('|')];
}
