import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Role } from '$lib/ledger/kind';
import { attendanceMarked } from '$lib/ledger/kinds/attendance-marked';
import { lessonAttempt } from '$lib/ledger/kinds/lesson-attempt';
import { personErased } from '$lib/ledger/kinds/person-erased';
import { personRegistered } from '$lib/ledger/kinds/person-registered';
import { newId, record } from '$lib/ledger/record';
import { prune } from '$lib/ledger/prune';
import { LedgerStore, type KeptEvent } from '$lib/ledger/store';
import { asDevice } from '$lib/session/as-device';
import type { Pairing } from '$lib/session/device';
import { sayFarewell } from '$lib/session/farewell';
import { pairHere } from '$lib/session/pair';
import { connect, type Backend } from '$lib/sync/backend';
import { runNow } from '$lib/sync/device-clock';
import { exchange } from '$lib/sync/exchange';
import type { ErrorCode } from '$lib/sync/protocol';
import { codeOf } from '$lib/sync/refusal';
import type { Sender } from '$lib/sync/sender';
import { asBefore, asBlind, ofTomorrow } from './other-apps';
import { nameOf } from './names';
import type { Line } from './script';
import { openWire, type Fate, type Wire } from './wire';

/** Who a device of the harness is. */
export interface Identity {
  name: string;
  /** Of the staff member; '' for a kiosk, which gets its own when it is paired. */
  token: string;
  house: string;
  role: Role;
  /** The staff member in whose hand it is; '' for a kiosk. */
  author: string;
  /** How old its app is, where it is not today's. */
  app?: 'older' | 'newer' | 'blind';
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
  /** How long the story has lasted (ms): its clock goes on, however wrong it is. */
  passed = 0;
  /** The ids of all events that it told its user were kept. */
  readonly acked: string[] = [];
  /** Those that it handed over and forgot, because it was told to leave or was cut off. */
  readonly forgotten: { id: string; cutOff: boolean }[] = [];
  /** Those that it let go because a backup has had them for long enough; its rows stand for them. */
  readonly pruned = new Map<string, KeptEvent>();
  #disk = new IDBFactory();
  store: LedgerStore;
  #wire: Wire | undefined;
  #written = 0;
  /** True where the server does not know its token any more, and nobody told it why. */
  #unknown = false;

  constructor(
    readonly identity: Identity,
    private readonly subjects: Subjects,
    private readonly random: () => number,
  ) {
    this.store = this.#open();
  }

  async plugIn(server: string): Promise<void> {
    this.#wire = await openWire(server, () => this.#fate());
  }

  unplug(): Promise<void> {
    this.store.close();
    return this.#wire?.close() ?? Promise.resolve();
  }

  /** Writes an event as its user would cause it. */
  async write(): Promise<void> {
    const { author } = this.identity;
    const { people, session } = this.subjects;
    const person = people[Math.floor(this.random() * people.length)] ?? '';
    const draft = {
      house: author ? this.identity.house : ((await this.#pairing())?.house.id ?? ''),
      author,
      person,
      run: await runNow(this.store, this.#now),
    };
    const n = this.#written++;
    const kind = n % 3;
    const later = this.identity.app === 'newer' ? ofTomorrow[n % 4] : undefined;
    const event = this.#erases(n)
      ? await record(this.store, personErased, { reason: 'asked' }, draft, this.#now)
      : later
        ? await record(this.store, later, { session, status: 'present' }, draft, this.#now)
        : kind === 0 && author
          ? await record(
              this.store,
              personRegistered,
              { name: nameOf(person), birthYear: 1950 + (n % 40), number: 1 + (n % 900) },
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

  /** A coordinator erases one of the eight people now and then: about three in a story, so that most are left. */
  #erases(n: number): boolean {
    return this.identity.role === 'coordinator' && n % 9 === 8;
  }

  /** One exchange by the app's own client; false where something stood in its way. */
  async talk(): Promise<boolean> {
    const { store } = this;
    try {
      const sender = await this.#sender();
      if (!sender) return false;
      await exchange(store, [sender], this.#now);
      await this.#prune(store);
      return true;
    } catch (problem) {
      if (this.identity.author === '') await this.#obey(store, codeOf(problem)).catch(() => undefined);
      return false;
    }
  }

  /** True for a kiosk that belongs to no house, or that its server does not know. */
  async needsPairing(): Promise<boolean> {
    return this.identity.author === '' && (this.#unknown || !(await this.#pairing()));
  }

  /** Trades a one-time code for a token, as the app does; false where something stood in its way. */
  async pair(code: string): Promise<boolean> {
    try {
      await pairHere(this.store, connect(this.#url, ''), code);
      this.#unknown = false;
      return true;
    } catch {
      return false;
    }
  }

  /** Does what it was told, as the app does after each refusal. */
  async #obey(store: LedgerStore, told: ErrorCode): Promise<void> {
    this.#unknown = told === 'not-signed-in';
    const pairing = await this.#pairing();
    if (!pairing) return;
    const handedOver = await store.events.where('sent').anyOf('kept', 'refused').toArray();
    if ((await sayFarewell(store, told, connect(this.#url, pairing.token))) !== 'gone') return;
    const cutOff = told === 'revoked';
    this.pruned.clear();
    this.forgotten.push(...handedOver.filter(({ own }) => own === 1).map(({ id }) => ({ id, cutOff })));
  }

  /** In small steps, so that a cut of power comes between two of them. */
  async #prune(store: LedgerStore): Promise<void> {
    const before = await store.events.toArray();
    try {
      await prune(store, 4);
    } finally {
      // Where power was cut meanwhile, the disk is asked through the database that was opened since.
      const left = new Set(await this.store.events.toCollection().primaryKeys());
      for (const event of before) if (!left.has(event.id)) this.pruned.set(event.id, event);
    }
  }

  #pairing = () => this.store.fact<Pairing>('pairing');

  async #sender(): Promise<Sender | null> {
    const { author, house, app } = this.identity;
    const token = author === '' ? (await this.#pairing())?.token : this.identity.token;
    if (!token) return null;
    const by = (shown: string): Backend => {
      const backend = connect(this.#url, shown);
      return app === 'older' ? asBefore(backend) : app === 'blind' ? asBlind(backend) : backend;
    };
    return {
      backend: author === '' ? asDevice(this.store, by, this.#now) : by(token),
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

  get #url(): string {
    return this.#wire?.url ?? '';
  }

  #now = () => new Date(Date.now() + this.skew + this.passed);

  #fate(): Fate {
    if (this.line === 'cut') return 'lost';
    if (this.line === 'clear') return 'through';
    const chance = this.random();
    return chance < 0.25 ? 'lost' : chance < 0.5 ? 'reply-lost' : 'through';
  }
}
