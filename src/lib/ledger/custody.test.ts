import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { marksOf, settle, takeIn } from './custody';
import type { SequencedEvent } from './event';
import { attendanceMarked } from './kinds/attendance-marked';
import { newId, record } from './record';
import { LedgerStore } from './store';

const house = newId();
const mark = { seq: 1, chain: 'c'.repeat(32) };

async function device() {
  const store = new LedgerStore('test', { indexedDB: new IDBFactory(), IDBKeyRange });
  const payload = { session: newId(), status: 'present' } as const;
  const event = await record(store, attendanceMarked, payload, { house, person: newId() });
  return { store, event };
}

/** The power goes before a mark is written down. */
function loseMarks(store: LedgerStore) {
  store.facts.hook('creating', (name) => {
    if (name.startsWith('mark:')) throw new Error('no power');
  });
}

test('an event leaves the outbox only together with the mark by which a server that forgot it is found out', async () => {
  const { store, event } = await device();
  const verdicts = [{ id: event.id, status: 'ok', seq: 1 }] as const;
  loseMarks(store);
  await expect(settle(store, verdicts, 'viewer', { [house]: mark })).rejects.toThrow();
  expect(await store.outbox.count()).toBe(1);

  const { store: other, event: same } = await device();
  await settle(other, [{ id: same.id, status: 'ok', seq: 1 }], 'viewer', { [house]: mark });
  expect(await other.outbox.count()).toBe(0);
  expect(await marksOf(other, [house])).toEqual({ [house]: mark });
});

test('what is pulled is taken in only together with the mark', async () => {
  const { store, event } = await device();
  const page: SequencedEvent[] = [{ ...event, seq: 1 }];
  loseMarks(store);
  await expect(takeIn(store, house, page, 1, mark)).rejects.toThrow();
  expect(await store.outbox.count()).toBe(1);
});
