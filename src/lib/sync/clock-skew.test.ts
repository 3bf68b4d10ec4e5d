import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { LedgerStore } from '$lib/ledger/store';
import { noteSkew, skewOf } from './clock-skew';
import { skewFact } from './skew-fact';

const at = (text: string) => Date.parse(`2026-11-27T${text}Z`);
const said = '2026-11-27T08:00:00.000Z';

describe('how wrong a device’s clock is', () => {
  it.each([
    ['right', '08:00:00.000', '08:00:00.000', 0],
    ['right, over a slow line', '07:59:50.000', '08:00:10.000', 0],
    ['an hour slow', '07:00:00.000', '07:00:00.000', 3_600_000],
    ['an hour fast', '08:59:59.000', '09:00:01.000', -3_600_000],
  ])('is told by an answer: %s', (_, asked, came, skew) => {
    expect(skewOf(at(asked), at(came), said)).toBe(skew);
  });

  it.each([
    ['whose clock was set back meanwhile', at('08:00:05'), at('08:00:00'), said],
    ['that was told no time', at('08:00:00'), at('08:00:01'), ''],
  ])('is not known of one %s', (_, asked, came, now) => {
    expect(skewOf(asked, came, now)).toBeNull();
  });

  it('is kept, and follows the clock when it is mended', async () => {
    const store = new LedgerStore('test', { indexedDB: new IDBFactory(), IDBKeyRange });
    const note = (clock: string) => noteSkew(store, new Date(at(clock)), new Date(at(clock)), said);
    await note('06:00:00');
    expect(await store.fact(skewFact)).toBe(7_200_000);
    await note('06:00:10');
    expect(await store.fact(skewFact)).toBe(7_200_000);
    await note('08:00:01');
    expect(Math.abs((await store.fact<number>(skewFact)) ?? NaN)).toBeLessThan(30_000);
  });
});
