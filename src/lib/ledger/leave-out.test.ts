import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { countFailure, retryAside, retryOne, settle, unsettleAll } from './custody';
import type { LedgerEvent } from './event';
import type { DiscardRow } from './kinds/event-discarded';
import { personRegistered } from './kinds/person-registered';
import { leaveOut } from './leave-out';
import { newId, record } from './record';
import { LedgerStore } from './store';

const [house, coordinator] = [newId(), newId()];
let store: LedgerStore;
let stuck: LedgerEvent;

beforeEach(async () => {
  store = new LedgerStore(newId(), { indexedDB: new IDBFactory(), IDBKeyRange });
  stuck = await register('Lê Văn Kẹt');
  for (let time = 0; time < 3; time++) await countFailure(store, stuck.dseq);
});

const register = (name: string) =>
  record(store, personRegistered, { name, birthYear: null, number: 1 }, { house, person: newId() });
const sentOf = async ({ id }: LedgerEvent) => (await store.events.get(id))?.sent;
const outbox = async () => (await store.outbox.toArray()).map(({ id }) => id);
const names = async () => (await store.list(house, 'people', 'house')).map((row) => row['name']);

describe('what would not go through, once it is left out', () => {
  it('is neither sent nor counted any more, stays here, and who decided and why is on its way', async () => {
    expect([await sentOf(stuck), await names()]).toEqual(['stuck', ['Lê Văn Kẹt']]);
    const said = await leaveOut(store, stuck.id, 'Ghi hai lần', coordinator);
    expect([await sentOf(stuck), await names()]).toEqual(['discarded', []]);
    expect(said).toMatchObject({ kind: 'event.discarded', house, person: stuck.person, author: coordinator });
    expect(await outbox()).toEqual([said.id]);
    expect(await store.list<DiscardRow>(house, 'discards', 'house')).toMatchObject([
      { event: stuck.id, kind: 'person.registered', reason: 'Ghi hai lần', by: coordinator },
    ]);
    await retryAside(store);
    expect(await sentOf(stuck)).toBe('discarded');
  });

  it('can be taken back', async () => {
    const said = await leaveOut(store, stuck.id, 'Ghi hai lần', coordinator);
    await retryOne(store, stuck.id);
    expect([await sentOf(stuck), await names()]).toEqual(['waiting', ['Lê Văn Kẹt']]);
    expect((await outbox()).sort()).toEqual([stuck.id, said.id].sort());
  });

  it('is offered again to a server that has forgotten', async () => {
    await leaveOut(store, stuck.id, 'Ghi hai lần', coordinator);
    await unsettleAll(store, 'second');
    expect(await sentOf(stuck)).toBe('waiting');
  });

  it('is changed only together with its reason', async () => {
    await expect(leaveOut(store, stuck.id, '', coordinator)).rejects.toThrow();
    expect([await sentOf(stuck), await names(), await outbox()]).toEqual(['stuck', ['Lê Văn Kẹt'], []]);
  });

  it('was stuck: what waits or is kept cannot be left out', async () => {
    const waiting = await register('Trần Thị Chờ');
    await expect(leaveOut(store, waiting.id, 'Ghi hai lần', coordinator)).rejects.toThrow(RangeError);
    expect(await sentOf(waiting)).toBe('waiting');
    expect(await outbox()).toEqual([waiting.id]);
  });
});

describe('what the server set aside, and somebody left out at its desk', () => {
  it('is not offered again by signing in, but by somebody who takes it back', async () => {
    const row = await register('Trần Thị Riêng');
    const verdict = { id: row.id, status: 'quarantined', why: 'not_allowed' } as const;
    await settle(store, [verdict], 'somebody');
    expect(await sentOf(row)).toBe('refused');
    await retryAside(store);
    expect(await sentOf(row)).toBe('waiting');
    await settle(store, [{ ...verdict, discarded: true }], 'somebody');
    expect([await sentOf(row), await names()]).toEqual(['discarded', ['Lê Văn Kẹt']]);
    await retryAside(store);
    expect(await sentOf(row)).toBe('discarded');
    await retryOne(store, row.id);
    expect(await store.events.get(row.id)).toMatchObject({ sent: 'waiting', again: true });
  });
});
