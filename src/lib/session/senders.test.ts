import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { attendanceMarked } from '$lib/ledger/kinds/attendance-marked';
import { newId, record } from '$lib/ledger/record';
import { LedgerStore } from '$lib/ledger/store';
import type { Sender } from '$lib/sync/sender';
import { keepDeviceKey, newDeviceKey } from './device-key';
import { partWith, sendersHere } from './senders';
import type { Staff } from './staff';

const house = newId();
const session = newId();
const staff = (name: string): Staff => ({
  id: newId(),
  name,
  username: name,
  token: `token of ${name}`,
  memberships: [{ house, houseName: 'Nhà văn hóa Mẫu', role: 'trainer' }],
});
const [anh, binh] = [staff('anh'), staff('binh')];
const pairing = { token: 'token of the kiosk', house: { id: house, name: 'Nhà văn hóa Mẫu' } };

let store: LedgerStore;
beforeEach(() => {
  vi.stubGlobal('location', { origin: 'http://127.0.0.1' });
  store = new LedgerStore('test', { indexedDB: new IDBFactory(), IDBKeyRange });
});

const mark = (author = '') =>
  record(store, attendanceMarked, { session, status: 'present' }, { house, person: newId(), author });

/** Who would send each waiting event, by viewer; '' for nobody yet. */
async function sentBy(): Promise<string[]> {
  const senders: Sender[] = await sendersHere(store);
  const waiting = await store.events.orderBy('id').toArray();
  return waiting.map((event) => {
    const takers = senders.filter((sender) => sender.sends(event));
    expect(takers.length).toBeLessThanOrEqual(1); // nobody sends what another sends too
    return takers[0]?.viewer.split(/[ :]/)[0] ?? '';
  });
}

describe('who sends from a device', () => {
  it('a kiosk sends what it saw, and waits with what staff wrote until they are known', async () => {
    await store.setFact('pairing', pairing);
    await mark();
    await mark(anh.id);
    expect(await sentBy()).toEqual(['device', '']);
  });

  it('a kiosk signs by its own key what is carried in a file, and nobody else does', async () => {
    await store.setFact('pairing', pairing);
    await keepDeviceKey(store, await newDeviceKey());
    await store.setFact('staff', anh);
    const signs = (await sendersHere(store)).map(({ viewer, sign }) => [
      viewer.split(/[ :]/)[0],
      Boolean(sign),
    ]);
    expect(signs).toEqual([
      [anh.id, false],
      ['device', true],
    ]);
  });

  it('a trainer signed in on the kiosk sends her own, the kiosk its own', async () => {
    await store.setFact('pairing', pairing);
    await store.setFact('staff', anh);
    await mark();
    await mark(anh.id);
    expect(await sentBy()).toEqual(['device', anh.id]);
    expect((await sendersHere(store))[0]?.viewer).toContain(anh.id); // she reads
  });

  it('a trainer’s own tablet sends what residents did on it too', async () => {
    await store.setFact('staff', anh);
    await mark();
    expect(await sentBy()).toEqual([anh.id]);
  });

  it('who signed out still sends what they left behind, never in the name of who came next', async () => {
    await store.setFact('staff', anh);
    await mark(anh.id);
    await partWith(store, anh);
    await store.setFact('staff', binh);
    await mark(binh.id);
    expect(await sentBy()).toEqual([anh.id, binh.id]);
  });

  it('who signed out is forgotten once all they wrote is sent', async () => {
    await mark(anh.id);
    await partWith(store, anh);
    expect(await sentBy()).toEqual([anh.id]);
    await store.events.toCollection().modify({ sent: 'kept' });
    expect(await sendersHere(store)).toEqual([]);
    expect(JSON.stringify(await store.facts.toArray())).not.toContain(anh.token);
  });

  it('what was recorded before the device had a house goes to the house it gets', async () => {
    await record(store, attendanceMarked, { session, status: 'present' }, { house: '', person: newId() });
    await store.setFact('pairing', pairing);
    expect(await sentBy()).toEqual(['device']);
  });

  it('staff of another house do not read the kiosk’s roll away', async () => {
    await store.setFact('pairing', pairing);
    await store.setFact('staff', {
      ...anh,
      memberships: [{ house: newId(), houseName: 'Khác', role: 'trainer' }],
    });
    expect((await sendersHere(store))[0]?.viewer).toBe(`device:${house}`);
  });

  it('somebody with a new role is another viewer, for whom everything is pulled anew', async () => {
    await store.setFact('staff', anh);
    const [before] = await sendersHere(store);
    await store.setFact('staff', { ...anh, memberships: [{ ...anh.memberships[0], role: 'installer' }] });
    const [after] = await sendersHere(store);
    expect(after?.viewer).not.toBe(before?.viewer);
  });

  it('nobody sends from a phone that belongs to no house', async () => {
    await mark();
    expect(await sentBy()).toEqual(['']);
  });
});
