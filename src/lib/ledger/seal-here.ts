import { keepForKiosk } from './viewer';
import { refold, refsOf } from './refold';
import { closed, openFact, pairingFact, sealerOf, staffFact } from './shared-screen';
import type { KeptEvent, LedgerStore } from './store';

/** So many are sealed in one transaction. */
const atOnce = 200;

/**
 * Where a shared screen is left alone (nobody of the staff is signed in), it keeps nothing readable but what it may show
 * itself: what they wrote is sealed, what was pulled for them goes. To be said whenever somebody signs out and at every
 * start; a power cut in between leaves less to do. Without a key of the server's what was written here stays readable.
 */
export async function sealHere(store: LedgerStore): Promise<void> {
  const pairing = await store.fact<{ house: { id: string } }>(pairingFact);
  if (!pairing || (await store.fact(staffFact))) return;
  await keepForKiosk(store, pairing.house.id);
  const sealer = await sealerOf(store);
  if (!sealer || (await store.fact(openFact)) === false) return;
  const upTo = await store.fact<number>('dseq');
  const open = await store.events
    .where('own')
    .equals(1)
    .filter(({ sealed }) => sealed === undefined)
    .toArray();
  for (let from = 0; from < open.length; from += atOnce) {
    const events = open.slice(from, from + atOnce);
    await putClosed(store, await Promise.all(events.map((event) => closed(event, sealer))));
  }
  await store.transaction('rw', store.facts, async () => {
    if ((await store.fact<number>('dseq')) === upTo) await store.setFact(openFact, false);
  });
}

/** What the server said of an event meanwhile stays; what is of another house by now is left for the next time. */
async function putClosed(store: LedgerStore, events: readonly KeptEvent[]): Promise<void> {
  await store.transaction('rw', store.tables, async () => {
    const touched: string[] = [];
    for (const event of events.filter(({ sealed }) => sealed !== undefined)) {
      const now = await store.events.get(event.id);
      if (!now || now.sealed || now.house !== event.house) continue;
      const refs = refsOf(event);
      await store.events.put({
        ...event,
        seq: now.seq,
        sent: now.sent,
        why: now.why,
        again: now.again,
        refs,
      });
      touched.push(...now.refs, ...refs);
    }
    await refold(store, touched);
  });
}
