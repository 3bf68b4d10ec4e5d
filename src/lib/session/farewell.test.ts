import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import { noteMarks, settle } from '$lib/ledger/custody';
import { attendanceMarked } from '$lib/ledger/kinds/attendance-marked';
import { newId, record } from '$lib/ledger/record';
import { LedgerStore } from '$lib/ledger/store';
import { keepDeviceKey, newDeviceKey } from './device-key';
import { sayFarewell } from './farewell';

const here = { house: newId(), person: newId() };
const present = { session: newId(), status: 'present' } as const;

async function kiosk() {
  const store = new LedgerStore('kiosk', { indexedDB: new IDBFactory(), IDBKeyRange });
  await store.setFact('panel', { profile: 'kiosk', mm: 4 });
  await store.setFact('pairing', { token: 'secret', house: { id: here.house, name: '' } });
  await keepDeviceKey(store, await newDeviceKey());
  await store.setFact('epoch', 'first');
  await noteMarks(store, { [here.house]: mark });
  await store.setFact('sealed:trainer', 'sealed');
  const sent = await record(store, attendanceMarked, present, here);
  await settle(store, [{ id: sent.id, status: 'ok', seq: 1 }], `device:${here.house}`);
  return store;
}

const mark = { seq: 1, chain: 'c'.repeat(32) };
const yes = { epoch: 'first', forked: false, now: '' };
const factsOf = async (store: LedgerStore) => (await store.facts.toArray()).map(({ name }) => name).sort();

test('a device that is told to leave says so when all is handed over, and keeps nothing of the house', async () => {
  const store = await kiosk();
  const left = vi.fn(() => Promise.resolve(yes));
  expect(await sayFarewell(store, 'leaving', { left })).toBe('gone');
  expect(left).toHaveBeenCalledExactlyOnceWith({ epoch: 'first', marks: { [here.house]: mark } });
  expect(await factsOf(store)).toEqual(['panel']);
  expect(await Promise.all([store.events.count(), store.rows.count(), store.outbox.count()])).toEqual([
    0, 0, 0,
  ]);
});

test('a server that has forgotten what it was handed is handed it again, before the device leaves', async () => {
  const store = await kiosk();
  const left = () => Promise.resolve({ epoch: 'second', forked: true, now: '' });
  expect(await sayFarewell(store, 'leaving', { left })).toBe('not-yet');
  expect(await store.outbox.count()).toBe(1);
  expect(await store.fact('epoch')).toBe('second');
  expect(await store.fact('pairing')).toBeDefined();
});

test('while something waits it does not leave', async () => {
  const store = await kiosk();
  await record(store, attendanceMarked, present, here);
  const left = vi.fn(() => Promise.resolve(yes));
  expect(await sayFarewell(store, 'leaving', { left })).toBe('not-yet');
  expect(left).not.toHaveBeenCalled();
  expect(await store.fact('pairing')).toBeDefined();
});

test('a device that is cut off forgets the house at once, but not what nobody else has', async () => {
  const store = await kiosk();
  const device = await store.fact('device');
  const waiting = await record(store, attendanceMarked, present, here);
  const left = vi.fn(() => Promise.reject(new Error('not asked')));
  expect(await sayFarewell(store, 'revoked', { left })).toBe('gone');
  expect((await store.events.toArray()).map(({ id }) => id)).toEqual([waiting.id]);
  expect(await store.outbox.count()).toBe(1);
  expect(await store.rows.count()).toBe(0);
  expect(await factsOf(store)).toEqual(['device', 'dseq', 'panel']);
  const next = await record(store, attendanceMarked, present, here);
  expect([next.device, next.dseq]).toEqual([device, 3]);
});

test('what somebody does while it says that it leaves stays, and is of the device that wrote it', async () => {
  const store = await kiosk();
  const device = await store.fact('device');
  const left = async () => {
    await record(store, attendanceMarked, present, here);
    return yes;
  };
  expect(await sayFarewell(store, 'leaving', { left })).toBe('gone');
  expect(await factsOf(store)).toEqual(['device', 'dseq', 'panel']);
  expect(await store.outbox.count()).toBe(1);
  const next = await record(store, attendanceMarked, present, here);
  expect([next.device, next.dseq]).toEqual([device, 3]);
});

test('what is being written while the house is forgotten is of one device, with the numbers that follow', async () => {
  const store = await kiosk();
  const left = () => Promise.reject(new Error('not asked'));
  const writing = record(store, attendanceMarked, present, here);
  await sayFarewell(store, 'revoked', { left });
  const event = await writing;
  expect(event.device).toBe(await store.fact('device'));
});

test('where the server cannot be told, everything stays as it was', async () => {
  const store = await kiosk();
  const left = () => Promise.reject(new Error('offline'));
  await expect(sayFarewell(store, 'leaving', { left })).rejects.toThrow('offline');
  expect(await store.events.count()).toBe(1);
});

test('other refusals are no farewell', async () => {
  const store = await kiosk();
  expect(await sayFarewell(store, 'not-signed-in', { left: () => Promise.reject(new Error()) })).toBe('none');
  expect(await store.fact('pairing')).toBeDefined();
});
