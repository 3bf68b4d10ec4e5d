import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { noCard, type CardRow } from '$lib/ledger/kinds/card-row';
import { LedgerStore } from '$lib/ledger/store';
import { pinProof } from './proof';
import { tryPin, type Tried } from './try-pin';

const minute = 60_000;
const secret = Uint8Array.from({ length: 16 }, (_, at) => at * 11);
let store: LedgerStore;
let row: CardRow;
let told: number;
let now: number;

beforeEach(async () => {
  store = new LedgerStore('test', { indexedDB: new IDBFactory(), IDBKeyRange });
  row = { ...noCard('a'), pin: await pinProof('2468', secret) };
  told = 0;
  now = Date.UTC(2026, 10, 27);
});

const attempt = (pin: string): Promise<Tried> =>
  tryPin(
    store,
    row,
    secret,
    pin,
    async () => {
      told += 1;
      row = { ...row, locked: true };
    },
    () => now,
  );

it('the right PIN opens, and four wrong ones before it are forgotten', async () => {
  for (let made = 0; made < 4; made += 1) expect(await attempt('1111')).toBe('wrong');
  expect(await attempt('2468')).toBe('right');
  expect(await attempt('1111')).toBe('wrong');
  expect(told).toBe(0);
});

it('the fifth wrong one shuts the card and tells the house once; even the right one waits then', async () => {
  for (let made = 0; made < 4; made += 1) await attempt('1111');
  expect(await attempt('1111')).toEqual({ wait: 60 });
  expect(await attempt('2468')).toEqual({ wait: 60 });
  now += minute;
  expect(await attempt('1111')).toEqual({ wait: 120 });
  expect(told).toBe(1);
  now += 2 * minute;
  expect(await attempt('2468')).toBe('right');
});

it('nothing of the PIN, the secret or what was typed is kept', async () => {
  await attempt('1357');
  await attempt('2468');
  const kept = JSON.stringify(await store.facts.toArray());
  for (const word of ['1357', '2468', row.pin]) expect(kept).not.toContain(word);
});
