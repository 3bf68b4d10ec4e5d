import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { lessonStarted } from '$lib/ledger/kinds/lesson-started';
import { newId, record } from '$lib/ledger/record';
import { LedgerStore } from '$lib/ledger/store';
import { noteSkew } from './clock-skew';
import { clockSaid, mustHear, runNow, runsOf, timeHere } from './device-clock';
import { exchange } from './exchange';
import { MemoryServer } from './memory-server';
import { skewFact } from './skew-fact';

const [hour, year] = [3_600_000, 365 * 86_400_000];
const near = (a: number, b: number) => Math.abs(a - b) < 5_000;

let disk: IDBFactory;
let store: LedgerStore;
/** How far the device's clock is behind the true one. */
let wrong = 0;
const now = () => new Date(Date.now() - wrong);
const open = () => new LedgerStore('test', { indexedDB: disk, IDBKeyRange });

beforeEach(() => {
  disk = new IDBFactory();
  store = open();
  wrong = 0;
});

const hear = () => noteSkew(store, now(), now(), new Date().toISOString());
async function write() {
  const run = await runNow(store, now);
  const about = { attempt: newId(), lesson: 'clock-check', version: 1 };
  const { id } = await record(store, lessonStarted, about, { house: newId(), run }, now);
  return async () => {
    const event = await store.events.get(id);
    if (!event) throw new Error('gone');
    return (await clockSaid(store, now))(event);
  };
}

describe('what a device says of the clock that something was written by', () => {
  it('is nothing while the clock runs on: the server sees for itself how wrong it is', async () => {
    wrong = 3 * year;
    await hear();
    const said = await write();
    expect(await said()).toEqual({});
    expect(await runsOf(store)).toHaveLength(1);
  });

  it('is by how much it was wrong, once it was mended before anything could be sent', async () => {
    await hear();
    wrong = 3 * year;
    const said = await write();
    wrong = 0;
    expect(await mustHear(store, now)).toBe(true);
    await hear();
    const { off = 0, clock } = await said();
    expect(near(off, 3 * year)).toBe(true);
    expect([Number.isInteger(off), clock]).toEqual([true, undefined]);
    expect(await mustHear(store, now)).toBe(false);
  });

  it('is that it was right, where it is wrong by now', async () => {
    await hear();
    const said = await write();
    wrong = 3 * year;
    await hear();
    expect(await said()).toEqual({ off: 0 });
  });

  it('is that nobody knows, where the power was off when the clock was mended', async () => {
    await hear();
    store.close();
    wrong = 3 * year;
    store = open();
    const said = await write();
    store.close();
    wrong = 0;
    store = open();
    await hear();
    expect(await said()).toEqual({ clock: 'doubtful' });
  });

  it('is what the server judged, where it has judged it before', async () => {
    const said = await write();
    const [event] = await store.events.toArray();
    const happened = new Date(Date.parse(event?.occurred ?? '') + year).toISOString();
    await store.events.update(event?.id ?? '', { happened, clock: 'doubtful' });
    expect(await said()).toEqual({ off: year, clock: 'doubtful' });
  });
});

it('the time is asked first where something waits that was written before the clock was set', async () => {
  await hear();
  wrong = 3 * year;
  await write();
  const house = (await store.events.toArray())[0]?.house ?? '';
  wrong = 0;
  const server = new MemoryServer(house);
  server.now = () => new Date().toISOString();
  const sent: unknown[] = [];
  server.onPush = ({ rows }) => sent.push(...rows.map((row) => row['off']));
  await exchange(
    store,
    [{ backend: server.backend(), viewer: 'me', houses: [house], sends: () => true }],
    now,
  );
  expect(sent.map((off) => near(Number(off), 3 * year))).toEqual([true]);
});

describe('what time it is here', () => {
  it('is what the clock says, set right by what the server told', async () => {
    wrong = 3 * year;
    await hear();
    expect(near((await timeHere(store, now)).getTime(), Date.now())).toBe(true);
  });

  it('follows a clock that is mended without a network', async () => {
    wrong = 3 * hour;
    await hear();
    await runNow(store, now);
    wrong = 0;
    await runNow(store, now);
    expect(near(await skew(), 0)).toBe(true);
    expect(near((await timeHere(store, now)).getTime(), Date.now())).toBe(true);
  });

  it('is never before what the server told last, even where the clock forgot everything', async () => {
    await hear();
    store.close();
    wrong = 3 * year;
    store = open();
    await runNow(store, now);
    expect(near((await timeHere(store, now)).getTime(), Date.now())).toBe(true);
  });
});
const skew = async () => (await store.fact<number>(skewFact)) ?? NaN;
