import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Role } from '$lib/ledger/kind';
import { attendanceMarked } from '$lib/ledger/kinds/attendance-marked';
import { lessonAttempt } from '$lib/ledger/kinds/lesson-attempt';
import { personRegistered } from '$lib/ledger/kinds/person-registered';
import { newId, record } from '$lib/ledger/record';
import { LedgerStore } from '$lib/ledger/store';
import { connect } from '$lib/sync/backend';
import { exchange } from '$lib/sync/exchange';
import type { Sender } from '$lib/sync/sender';
import type { Line } from './script';
import { openWire, type Fate, type Wire } from './wire';

/** Who a device of the harness is. */
export interface Identity {
  name: string;
  /** Its id, where it is paired; a tablet makes its own. */
  device?: string;
  token: string;
  house: string;
  role: Role;
  /** The staff member in whose hand it is; '' for a kiosk. */
  author: string;
}

/** Who and what events are about, shared by the devices of a house so that they meet in the same rows. */
export interface Subjects {
  people: string[];
  session: string;
}

/**
 * A device with the app's own client: its ledger, its outbox, its exchange, over a line that may fail. Its disk is an
 * IndexedDB in memory, which outlives a cut of its power.
 */
export class Device {
  line: Line = 'clear';
  skew = 0;
  /** The ids of all events that it told its user were kept. */
  readonly acked: string[] = [];
  #disk = new IDBFactory();
  store: LedgerStore;
  #wire: Wire | undefined;
  #written = 0;

  constructor(
    readonly identity: Identity,
    private readonly subjects: Subjects,
    private readonly random: () => number,
  ) {
    this.store = this.#open();
  }

  async plugIn(server: string): Promise<void> {
    this.#wire = await openWire(server, () => this.#fate());
    if (this.identity.device) await this.store.setFact('device', this.identity.device);
  }

  unplug(): Promise<void> {
    this.store.close();
    return this.#wire?.close() ?? Promise.resolve();
  }

  /** Writes an event as its user would cause it. */
  async write(): Promise<void> {
    const { house, author } = this.identity;
    const { people, session } = this.subjects;
    const person = people[Math.floor(this.random() * people.length)] ?? '';
    const draft = { house, author, person };
    const n = this.#written++;
    const kind = n % 3;
    const event =
      kind === 0 && author
        ? await record(
            this.store,
            personRegistered,
            { name: `Người Thử ${n}`, birthYear: 1950 + (n % 40), number: 1 + (n % 900) },
            draft,
            this.#now,
          )
        : kind === 1
          ? await record(this.store, attendanceMarked, { session, status: 'present' }, draft, this.#now)
          : await record(
              this.store,
              lessonAttempt,
              {
                attempt: newId(),
                lesson: 'bank-qr',
                step: 'together',
                mode: 'coach',
                right: n % 2 === 0,
                helped: 0,
              },
              draft,
              this.#now,
            );
    this.acked.push(event.id);
  }

  /** One exchange by the app's own client; false where something stood in its way. */
  async talk(): Promise<boolean> {
    try {
      await exchange(this.store, [this.sender()], this.#now);
      return true;
    } catch {
      return false;
    }
  }

  sender(): Sender {
    const { author, house, token } = this.identity;
    return {
      backend: connect(this.#wire?.url ?? '', token),
      viewer: author === '' ? `device:${house}` : `${author} ${house}`,
      houses: [house],
      sends: (event) => event.author === author,
    };
  }

  /** Cuts its power in the middle of whatever it does, and starts it again with what is on its disk. */
  crash(): void {
    this.store.close({ disableAutoOpen: true });
    this.store = this.#open();
  }

  #open(): LedgerStore {
    return new LedgerStore('chaos', { indexedDB: this.#disk, IDBKeyRange });
  }

  #now = () => new Date(Date.now() + this.skew);

  #fate(): Fate {
    if (this.line === 'cut') return 'lost';
    if (this.line === 'clear') return 'through';
    const chance = this.random();
    return chance < 0.25 ? 'lost' : chance < 0.5 ? 'reply-lost' : 'through';
  }
}
