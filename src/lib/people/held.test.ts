import { expect, it } from 'vitest';
import { newId } from '$lib/ledger/record';
import type { KeptEvent } from '$lib/ledger/store';
import { fileOf, heldByKind } from './held';

const [house, person, author, device] = [newId(), newId(), newId(), newId()];
const event = (kind: string, payload: object): KeptEvent => ({
  ...{ id: newId(), house, household: '', person, author, kind, v: 1, device, dseq: 1 },
  payload: { ...payload },
  occurred: '2026-11-23T01:00:00.000Z',
  ...{ seq: 1, sent: 'kept', own: 0, refs: [] },
});
const events = [
  event('person.registered', { name: 'Lê Thị Mẫu', birthYear: 1950, number: 3 }),
  event('attendance.marked', { session: newId(), status: 'late' }),
  event('attendance.marked', { session: newId(), status: 'present' }),
];

it('what is held about somebody is counted kind by kind', () => {
  expect(heldByKind(events)).toEqual([
    { kind: 'person.registered', count: 1 },
    { kind: 'attendance.marked', count: 2 },
  ]);
});

it('the file that somebody takes away holds all of theirs, and nobody else', () => {
  const row = { person, name: 'Lê Thị Mẫu', birthYear: 1950, number: 3 };
  const { name, text } = fileOf(row, 'Nhà văn hóa Thử', events, new Date('2026-11-27T02:00:00Z'));
  expect(name).toBe('nha-so-3.json');
  expect(JSON.parse(text)).toMatchObject({
    house: 'Nhà văn hóa Thử',
    person: { name: 'Lê Thị Mẫu', birthYear: 1950, number: 3 },
    events: events.map(({ kind, payload }) => ({ kind, payload })),
  });
  for (const stranger of [author, device]) expect(text).not.toContain(stranger);
});
