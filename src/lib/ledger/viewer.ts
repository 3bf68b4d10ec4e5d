import { readAllAnew } from './cursor';
import { kioskViewer, refName, refold, refsOf, viewerFact } from './refold';
import { readable } from './shared-screen';
import type { KeptEvent, LedgerStore } from './store';

/**
 * Forgets what was pulled for somebody else; what this device wrote stays, and is folded as the new viewer may
 * see it.
 */
export async function forgetPulled(store: LedgerStore, viewer: string): Promise<void> {
  await store.transaction('rw', store.tables, async () => {
    const refs = await dropPulled(store);
    await store.setFact(viewerFact, viewer);
    const own = await store.events.where('own').equals(1).toArray();
    await refold(store, [...refs, ...own.flatMap((event) => event.refs)]);
  });
}

/** Forgets what was pulled, whoever it was for; answers the rows to fold anew. Call inside a transaction on all tables. */
export async function dropPulled(store: LedgerStore): Promise<string[]> {
  await readAllAnew(store);
  const foreign = await store.events.where('own').equals(0).toArray();
  await store.events.bulkDelete(foreign.map(({ id }) => id));
  const sealed = await store.events
    .where('own')
    .equals(1)
    .filter((event) => event.sealed !== undefined)
    .toArray();
  for (const event of sealed) await putReadable(store, event); // what was told of it may be more than others may see
  return [...[...foreign, ...sealed].flatMap((event) => event.refs), ...(await forgetBases(store))];
}

/** Of what was let go only that stays which residents did here. */
async function forgetBases(store: LedgerStore): Promise<string[]> {
  const bases = await store.bases.toArray();
  for (const base of bases) {
    if (base.own) await store.bases.put({ ...base, seen: base.own });
    else await store.bases.delete([base.house, base.table, base.key]);
  }
  return bases.map((base) => refName(base.house, base));
}

async function putReadable(store: LedgerStore, event: KeptEvent): Promise<string[]> {
  const left = readable(event);
  const refs = refsOf(left);
  await store.events.put({ ...left, refs });
  return refs;
}

/**
 * Nobody is signed in on a shared screen any more, and there may be no network to fetch its own view: of what was pulled
 * for whoever was only that stays which the kiosk of this house may read, until that is pulled anew.
 */
export async function keepForKiosk(store: LedgerStore, house: string): Promise<void> {
  const viewer = kioskViewer(house);
  await store.transaction('rw', store.tables, async () => {
    if ((await store.fact<string>(viewerFact)) === viewer) return;
    await readAllAnew(store);
    await store.setFact(viewerFact, viewer);
    const refs = await forgetBases(store);
    for (const event of await store.events.toArray()) {
      refs.push(...event.refs);
      if (event.own === 0 && (event.house !== house || readable(event).kind === '')) {
        await store.events.delete(event.id);
      } else if (event.own === 0 || event.sealed) refs.push(...(await putReadable(store, event)));
    }
    await refold(store, refs);
  });
}
