import fc from 'fast-check';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical';
import { cursorOf } from './cursor';
import { retryAside, settle, takeIn, unsettleAll } from './custody';
import { forgetPulled } from './viewer';
import type { LedgerEvent, SequencedEvent } from './event';
import type { Role } from './kind';
import { kindByName, kinds } from './kinds';
import { noteSafe, prune } from './prune';
import { readEvent, viewFor } from './read';
import { keepFolded } from './keep-folded';
import { reduced } from './reduced';
import { refold, refsOf } from './refold';
import { ripeAfter } from './ripen';
import { LedgerStore, type KeptEvent } from './store';

const hex = (n: number) => n.toString(16).padStart(32, '0');
const [house, device, trainer] = [hex(1), hex(50), hex(70)];
const people = [hex(7), hex(8)];
const session = hex(900);

type Draft = Pick<LedgerEvent, 'kind' | 'payload' | 'author'>;

/** Whatever happens to a few rows: by a resident or by staff, of kinds that a kiosk may read and of such that it may not. */
const draft = (person: string, n: number): Draft[] => [
  { kind: 'attendance.marked', payload: { session, status: n % 2 ? 'late' : 'present' }, author: '' },
  { kind: 'attendance.corrected', payload: { session, status: 'left', reason: 'tap' }, author: trainer },
  {
    kind: 'lesson.attempt',
    payload: {
      attempt: hex(800),
      lesson: 'bank-qr',
      step: 'together',
      mode: 'coach',
      right: n % 3 > 0,
      helped: 1,
    },
    author: '',
  },
  {
    kind: 'person.registered',
    payload: { name: `Trần Thử ${n}`, birthYear: 1950, number: 1 + n },
    author: trainer,
  },
  { kind: 'card.locked', payload: { card: person, locked: n % 2 > 0 }, author: n % 4 ? '' : trainer },
  { kind: 'class.opened', payload: { session, title: `Lớp ${n}`, lessons: [] }, author: trainer },
  { kind: 'lesson.started', payload: { attempt: hex(800), lesson: 'bank-qr', version: 1 }, author: '' },
];

/** One device twice, that lives through the same: once it lets go of what it may, once it keeps everything. */
class Twins {
  readonly plain = new LedgerStore('plain', { indexedDB: new IDBFactory(), IDBKeyRange });
  readonly pruned = new LedgerStore('pruned', { indexedDB: new IDBFactory(), IDBKeyRange });
  server: SequencedEvent[] = [];
  role: Role = 'kiosk';
  gone = 0;
  #written = 0;
  #ripe = 0;
  #refused = new Set<string>();

  both = async (act: (store: LedgerStore) => Promise<unknown>) => {
    for (const store of [this.plain, this.pruned]) await act(store);
  };

  #event(at: number, from: string): LedgerEvent {
    const n = ++this.#written;
    const person = people[n % 2] ?? '';
    const what = draft(person, n);
    const one = what[at % what.length] ?? { kind: '', payload: {}, author: '' };
    return {
      ...{ ...one, id: hex(1000 + n), house, household: '', person: at % 9 === 8 ? '' : person, v: 1 },
      ...{ device: from, dseq: n, occurred: new Date(Date.UTC(2026, 10, 27, 1, n)).toISOString() },
    };
  }

  async write(at: number): Promise<void> {
    const event = this.#event(at, device);
    await this.both((store) =>
      store.transaction('rw', store.events, store.outbox, store.rows, store.bases, store.facts, async () => {
        const kept: KeptEvent = { ...event, seq: null, sent: 'waiting', own: 1, refs: [] };
        kept.refs = refsOf(kept);
        await store.events.add(kept);
        await store.outbox.add({ dseq: event.dseq, id: event.id, failures: 0 });
        await refold(store, kept.refs);
      }),
    );
  }

  elsewhere(at: number): void {
    this.#number(this.#event(at, hex(51)));
  }

  #number(event: LedgerEvent): number {
    const known = this.server.find(({ id }) => id === event.id);
    if (known) return known.seq;
    const seq = this.server.length + 1;
    this.server.push({ ...event, seq });
    return seq;
  }

  async push(fate: 'answered' | 'reply-lost' | 'refused'): Promise<void> {
    const waiting = await this.plain.events.where('sent').equals('waiting').sortBy('dseq');
    const verdicts = waiting.map((event) => {
      if (fate === 'refused' && !this.server.some(({ id }) => id === event.id)) {
        this.#refused.add(event.id);
        return { id: event.id, status: 'quarantined', why: 'not_allowed' } as const;
      }
      const { seq: _seq, sent: _sent, own: _own, refs: _refs, why: _why, again: _again, ...wire } = event;
      return { id: event.id, status: 'ok', seq: this.#number(wire) } as const;
    });
    // What the twin that lets go does not hold any more, the server has.
    if (fate !== 'reply-lost') await this.both((store) => settle(store, verdicts, 'anybody'));
  }

  async pull(limit: number): Promise<void> {
    for (const store of [this.plain, this.pruned]) {
      const since = (await store.fact<number>(`cursor:${house}`)) ?? 0;
      const page = this.server.filter(({ seq }) => seq > since).slice(0, limit);
      const events = page.flatMap((event): SequencedEvent[] => {
        if (!kindByName.get(event.kind)?.may.read.includes(this.role)) return [];
        const read = readEvent(event);
        const payload = 'event' in read ? viewFor(this.role, read.event) : event.payload;
        return payload ? [{ ...event, payload }] : [];
      });
      await takeIn(store, house, events, page.at(-1)?.seq ?? since);
    }
  }

  async prune(share: number, size: number): Promise<void> {
    this.#ripe = Math.max(this.#ripe, Math.floor(share * this.server.length));
    await ripenAt(this.pruned, this.#ripe);
    this.gone += await prune(this.pruned, size);
  }

  async become(role: Role): Promise<void> {
    this.role = role;
    await this.both((store) =>
      forgetPulled(store, role === 'kiosk' ? `device:${house}` : `${trainer} ${role}`),
    );
  }

  /** A backup is put back that holds at least what may have been let go; other devices push again what it lacks. */
  async restore(share: number): Promise<void> {
    const upTo = Math.max(this.#ripe, Math.floor(share * this.server.length));
    const lost = this.server.slice(upTo).filter((event) => event.device !== device);
    this.server = this.server.slice(0, upTo);
    await this.both((store) => unsettleAll(store, `epoch ${this.#written}`));
    for (const event of lost) this.#number(event);
  }

  async catchUp(): Promise<void> {
    await this.push('answered');
    await this.pull(Infinity);
  }

  rows = async (store: LedgerStore) => (await store.rows.toArray()).map(canonicalJson).sort();
}

/** As if a backup up to a number had been known for longer than it takes. */
async function ripenAt(store: LedgerStore, safe: number): Promise<void> {
  await noteSafe(store, house, { safe, server: 0, here: 0 });
  await noteSafe(store, house, { safe, server: ripeAfter, here: ripeAfter });
  await store.facts.update(`ripening:${house}`, {
    value: { ripe: safe, next: { safe, server: 0, here: 0 } },
  });
}

type Step = (twins: Twins) => Promise<void> | void;
const step = (name: string, act: Step) => Object.assign(act, { toString: () => name });
const steps = fc.oneof(
  { weight: 5, arbitrary: fc.nat(40).map((at) => step(`write ${at}`, (twins) => twins.write(at))) },
  { weight: 5, arbitrary: fc.nat(40).map((at) => step(`elsewhere ${at}`, (twins) => twins.elsewhere(at))) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('answered', 'answered', 'reply-lost', 'refused')
      .map((fate) => step(`push ${fate}`, (twins) => twins.push(fate))),
  },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 1, max: 9 }).map((n) => step(`pull ${n}`, (twins) => twins.pull(n))),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(0.4, 0.7, 0.9, 1), fc.integer({ min: 1, max: 5 }))
      .map(([share, size]) => step(`prune ${share} ${size}`, (twins) => twins.prune(share, size))),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<Role[]>('kiosk', 'trainer', 'coordinator')
      .map((role) => step(`become ${role}`, (twins) => twins.become(role))),
  },
  {
    weight: 1,
    arbitrary: fc
      .double({ min: 0, max: 1, noNaN: true })
      .map((share) => step(`restore ${share}`, (twins) => twins.restore(share))),
  },
  { weight: 1, arbitrary: fc.constant(step('retry', (twins) => twins.both(retryAside))) },
  { weight: 5, arbitrary: fc.constant(step('catch up', (twins) => twins.catchUp())) },
);

describe('a device that lets go of old events', () => {
  it(
    'shows the same as one that keeps them all: whatever happens, whoever reads, whenever it lets go',
    { timeout: 120_000 },
    async () => {
      let gone = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(steps, { minLength: 20, maxLength: 40 }), async (story) => {
          const twins = new Twins();
          await twins.become('kiosk');
          for (const act of [...story, step('catch up', () => twins.catchUp())]) {
            await act(twins);
            if (String(act) === 'catch up')
              expect(await twins.rows(twins.pruned)).toEqual(await twins.rows(twins.plain));
          }
          gone += twins.gone;
        }),
        { numRuns: 40 },
      );
      expect(gone).toBeGreaterThan(100); // else nothing was seen
    },
  );

  /** Lives a story that is told, and compares at its end. */
  async function tell(...story: Step[]): Promise<Twins> {
    const twins = new Twins();
    await twins.become('kiosk');
    for (const act of story) await act(twins);
    await twins.catchUp();
    expect(await twins.rows(twins.pruned)).toEqual(await twins.rows(twins.plain));
    return twins;
  }
  const attempt = 2;
  const write: Step = (twins) => twins.write(attempt);
  const catchUp: Step = (twins) => twins.catchUp();
  const letGo: Step = (twins) => twins.prune(1, 200);

  it('keeps none of them on a kiosk that has nothing to send, and all that they came to', async () => {
    const twins = await tell(write, write, write, catchUp, letGo);
    expect(await twins.pruned.events.count()).toBe(0);
    expect(await twins.rows(twins.pruned)).not.toEqual([]);
    expect(await twins.pruned.outbox.count()).toBe(0);
  });

  it('waits with the rows of what the server took and it was not told of', async () => {
    // The first and the third are of one person: the reply to the third is lost.
    const lost: Step = (twins) => twins.push('reply-lost');
    const twins = await tell(write, write, catchUp, write, lost, (twins_) => twins_.pull(9), letGo);
    expect(twins.gone).toBe(1);
  });

  it('keeps what was set aside, and the rows that it belongs to', async () => {
    const refuse: Step = (twins) => twins.push('refused');
    const twins = await tell(write, write, catchUp, write, refuse, letGo);
    expect((await twins.pruned.events.toArray()).map(({ sent }) => sent).sort()).toEqual(['kept', 'refused']);
  });

  it('needs nothing of it when the very backup is restored that allowed it', async () => {
    const twins = await tell(write, write, write, catchUp, letGo, (twins_) => twins_.restore(0), catchUp);
    expect(twins.gone).toBe(3);
    expect(twins.server.map(({ dseq }) => dseq)).toEqual([1, 2, 3]);
    expect(await twins.pruned.fact(`ripening:${house}`)).toBeUndefined();
  });

  it('lets nothing go that came after what it cannot read yet', async () => {
    const twins = new Twins();
    const event = (seq: number, kind: string): SequencedEvent => ({
      ...{ id: hex(2000 + seq), house, household: '', person: people[0] ?? '', author: '', kind, v: 1 },
      ...{ payload: { attempt: hex(800), lesson: 'bank-qr', version: 1 }, device: hex(51), dseq: seq, seq },
      occurred: '2026-11-27T00:00:00.000Z',
    });
    const all = [event(1, 'lesson.started'), event(2, 'weather.told'), event(3, 'lesson.started')];
    await takeIn(twins.pruned, house, all, 3);
    await ripenAt(twins.pruned, 3);
    expect(await prune(twins.pruned)).toBe(1);
    expect((await twins.pruned.events.toArray()).map(({ seq }) => seq).sort()).toEqual([2, 3]);
  });

  it('keeps no name of somebody who is erased afterwards, and fetches again what may stay', async () => {
    const store = new LedgerStore('pruned', { indexedDB: new IDBFactory(), IDBKeyRange });
    const about = (seq: number, kind: string, payload: Record<string, unknown>): SequencedEvent => ({
      ...{ id: hex(3000 + seq), house, household: '', person: people[0] ?? '', author: trainer, kind, v: 1 },
      ...{ payload, device: hex(51), dseq: seq, seq, occurred: '2026-11-27T00:00:00.000Z' },
    });
    const past = [
      about(1, 'person.registered', { name: 'Trần Thị Riêng', birthYear: 1951, number: 7 }),
      about(2, 'attendance.marked', { session, status: 'present' }),
    ];
    await takeIn(store, house, past, 2);
    await ripenAt(store, 2);
    expect(await prune(store)).toBe(2);
    const tombstone = about(3, 'person.erased', { reason: 'asked' });
    await takeIn(store, house, [tombstone], 3);
    const held = await Promise.all(store.tables.map((table) => table.toArray()));
    expect(JSON.stringify(held)).not.toContain('Riêng');
    expect(await cursorOf(store, house)).toBe(0);
    await takeIn(store, house, [...past.map(reduced), tombstone], 3);
    expect(await cursorOf(store, house)).toBe(3);
    expect(await store.list(house, 'people', 'house')).toEqual([]);
    expect(await store.list(house, 'attendance', session)).toMatchObject([{ status: 'present' }]);
  });

  it('does not wait for what is sealed: nobody reads it here, ever', async () => {
    const store = new LedgerStore('pruned', { indexedDB: new IDBFactory(), IDBKeyRange });
    const blank = { household: '', person: '', author: '', kind: '', v: 0, payload: {}, occurred: '' };
    const sealed = { key: `04${'0'.repeat(128)}`, text: 'AAAA' };
    for (const seq of [1, 2])
      await store.events.add({
        ...{ ...blank, id: hex(4000 + seq), house, device, dseq: seq, seq, sealed },
        ...{ sent: 'kept', own: 1, refs: [] },
      });
    await ripenAt(store, 2);
    expect(await prune(store)).toBe(2);
  });

  it('is not done on a shared screen while staff read there: who stands there next may have no network', async () => {
    const twins = new Twins();
    await twins.become('kiosk');
    for (const act of [write, write, catchUp]) await act(twins);
    await twins.pruned.setFact('pairing', { house: { id: house } });
    await twins.pruned.setFact('viewer', `${trainer} ${house}`);
    await ripenAt(twins.pruned, 9);
    expect(await prune(twins.pruned)).toBe(0);
    await twins.pruned.setFact('viewer', `device:${house}`);
    expect(await prune(twins.pruned)).toBe(2);
  });

  it('is read anew after an update of the app, and shows what it showed until then', async () => {
    const twins = new Twins();
    await twins.become('kiosk');
    for (const act of [write, write, catchUp, letGo]) await act(twins);
    const before = await twins.rows(twins.pruned);
    await twins.pruned.setFact('folded-by', '0:lesson.attempt@1');
    await keepFolded(twins.pruned);
    expect(await twins.rows(twins.pruned)).toEqual(before);
    expect(await twins.pruned.fact('viewer')).toBe(`device:${house} before`);
  });

  it('can do so because all kinds of one table have the same readers', () => {
    const readers = new Map<string, string>();
    for (const { folds, may } of kinds)
      for (const { table } of folds) {
        const these = [...may.read].sort().join();
        expect(readers.get(table) ?? these, table).toBe(these);
        readers.set(table, these);
      }
  });
});
