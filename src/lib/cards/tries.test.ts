import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { noCard, type CardRow } from '$lib/ledger/kinds/card-row';
import { LedgerStore } from '$lib/ledger/store';
import { countTry, forgetTry, mayTry, wasWrong } from './tries';

const start = Date.UTC(2026, 10, 27);
const minute = 60_000;
const card = (name: string, change: Partial<CardRow> = {}): CardRow => ({ ...noCard(name), ...change });
const lan = card('a');

let indexedDB: IDBFactory;
let store: LedgerStore;
const switchOn = () => new LedgerStore('test', { indexedDB, IDBKeyRange });
beforeEach(() => {
  indexedDB = new IDBFactory();
  store = switchOn();
});

/** A wrong PIN; true where the house is to be told. */
async function err(row: CardRow, at: number): Promise<boolean> {
  expect(await countTry(store, row, at)).toBe('yes');
  return wasWrong(store, row, at);
}
async function errOften(row: CardRow, times: number, at: number): Promise<boolean[]> {
  const told: boolean[] = [];
  for (let made = 0; made < times; made += 1) told.push(await err(row, at));
  return told;
}

describe('whoever mistypes a PIN', () => {
  it('has five tries; then the house is told, once, and the kiosk waits a minute, then longer', async () => {
    expect(await errOften(lan, 5, start)).toEqual([false, false, false, false, true]);
    const row = { ...lan, locked: true };
    expect(await mayTry(store, row, start)).toEqual({ wait: 60 });
    expect(await countTry(store, row, start + minute - 1)).toEqual({ wait: 1 });
    expect(await err(row, start + minute)).toBe(false);
    expect(await mayTry(store, row, start + minute)).toEqual({ wait: 120 });
  });

  it('gets no new tries by a restart, nor by pulling the plug before an answer comes', async () => {
    await errOften(lan, 4, start);
    await countTry(store, lan, start);
    store.close();
    store = switchOn();
    expect(await mayTry(store, lan, start)).toEqual({ wait: 60 });
  });

  it('may begin anew after a right one', async () => {
    await errOften(lan, 4, start);
    await countTry(store, lan, start);
    await forgetTry(store, lan);
    expect(await mayTry(store, lan, start)).toBe('yes');
    expect(await store.facts.get('pin-tries:a')).toBeUndefined();
    expect(await errOften(lan, 4, start)).toEqual([false, false, false, false]);
  });

  it('is let in by a right one after the wait, where the card was shut here', async () => {
    await errOften(lan, 5, start);
    const row = { ...lan, locked: true };
    expect(await countTry(store, row, start + minute)).toBe('yes');
    await forgetTry(store, row);
    expect(await mayTry(store, row, start + minute)).toBe('yes');
  });
});

describe('a card that is shut', () => {
  it('stays so at another kiosk, however long one waits, until staff open it', async () => {
    const row = { ...lan, locked: true };
    expect(await mayTry(store, row, start + 365 * 24 * 60 * minute)).toBe('locked');
    expect(await countTry(store, row, start)).toBe('locked');
    expect(await mayTry(store, { ...row, locked: false, opened: 'now' }, start)).toBe('yes');
  });

  it('has five tries again at its own kiosk once staff have opened it', async () => {
    await errOften(lan, 5, start);
    const opened = { ...lan, locked: false, opened: '2026-11-27T01:00:00.000Z' };
    expect(await mayTry(store, opened, start)).toBe('yes');
    expect(await errOften(opened, 5, start)).toEqual([false, false, false, false, true]);
  });

  it('shuts no other card', async () => {
    await errOften(lan, 5, start);
    expect(await mayTry(store, card('b'), start)).toBe('yes');
  });
});

it('whoever tries twenty wrong PINs with many cards finds the kiosk shut for all of them, and a right one does not help', async () => {
  for (let at = 0; at < 19; at += 1) await err(card(`card ${at}`), start);
  await countTry(store, card('own'), start);
  await forgetTry(store, card('own'));
  expect(await mayTry(store, lan, start)).toBe('yes');
  await err(card('last'), start);
  expect(await mayTry(store, lan, start)).toEqual({ wait: 60 });
  expect(await mayTry(store, lan, start + minute)).toBe('yes');
});

it('two pages of one kiosk have no more tries together than one', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => countTry(store, lan, start)));
  expect(answers.filter((answer) => answer === 'yes')).toHaveLength(5);
});
