import { personRegistered } from '$lib/ledger/kinds/person-registered';
import { newId, record } from '$lib/ledger/record';
import { LedgerStore } from '$lib/ledger/store';

/** What the page of the power trial offers; `kept` is the trial's, told of every event that `record` said is kept. */
export interface PowerPage {
  /** Writes events without pause, as the app does; `relaxed` as a browser does where nobody asks for more. */
  writeOn: (relaxed: boolean) => void;
  /** The ids of all events in this browser that are whole: with their line in the outbox, and their number used up. */
  held: () => Promise<string[]>;
  kept: (id: string) => Promise<void>;
}

declare const window: PowerPage;

const open = (relaxed: boolean) =>
  new LedgerStore('nha-so', relaxed ? ({ chromeTransactionDurability: 'relaxed' } as object) : {});

window.writeOn = (relaxed) => void write(open(relaxed));
window.held = () => whole(open(false));

async function whole(store: LedgerStore): Promise<string[]> {
  const last = (await store.fact<number>('dseq')) ?? 0;
  const lines = await store.outbox.where('dseq').belowOrEqual(last).toArray();
  const events = await store.events.bulkGet(lines.map(({ id }) => id));
  return events.flatMap((event) => (event ? [event.id] : []));
}

async function write(store: LedgerStore): Promise<never> {
  const house = newId();
  for (let n = 1; ; n++) {
    const payload = { name: 'Người Thử', birthYear: 1950, number: 1 + (n % 900) };
    const { id } = await record(store, personRegistered, payload, { house, person: newId() });
    void window.kept(id);
  }
}
