import { describe, expect, it } from 'vitest';
import type { LedgerEvent } from './event';
import { readEvent, viewFor } from './read';

const hex = (n: number) => n.toString(16).padStart(32, '0');
const event = (kind: string, payload: Record<string, unknown>, v = 1): LedgerEvent => ({
  id: hex(1),
  house: hex(2),
  household: '',
  person: hex(3),
  author: '',
  kind,
  v,
  payload,
  device: hex(4),
  dseq: 1,
  occurred: '2026-11-23T01:30:00.000Z',
});
const person = { name: 'Nguyễn Thị Mẫu', birthYear: 1950, number: 7 };

describe('reading an event', () => {
  it.each<[string, LedgerEvent, string]>([
    ['a kind of a newer app', event('moon.landed', {}), 'unknown_kind'],
    ['a version of a newer app', event('person.registered', person, 2), 'unknown_version'],
    ['a payload that lacks something', event('person.registered', { name: 'A' }), 'bad_payload'],
    [
      'a payload that has something more',
      event('person.registered', { ...person, phone: '1' }),
      'bad_payload',
    ],
    ['a name with a line break', event('person.registered', { ...person, name: 'A\nB' }), 'bad_payload'],
    [
      'a name that is not composed',
      event('person.registered', { ...person, name: 'A\u0301n' }),
      'bad_payload',
    ],
  ])('sets %s aside', (_name, given, why) => {
    expect(readEvent(given)).toEqual({ why });
  });

  it('passes on what its kind allows', () => {
    expect(readEvent(event('person.registered', person))).toEqual({
      event: event('person.registered', person),
    });
  });
});

describe('what a role is shown', () => {
  it('a kiosk learns the given name only, and no year of birth', () => {
    expect(viewFor('kiosk', event('person.registered', person))).toEqual({
      name: 'Mẫu',
      birthYear: null,
      number: 7,
    });
  });

  it.each([
    'attendance.marked',
    'attendance.corrected',
    'lesson.started',
    'lesson.attempt',
    'lesson.finished',
    'lesson.rated',
    'milestone.reached',
  ])('a kiosk is shown nothing of %s', (kind) => {
    expect(viewFor('kiosk', event(kind, {}))).toBeNull();
  });

  it('a trainer sees all of it', () => {
    expect(viewFor('trainer', event('person.registered', person))).toEqual(person);
  });
});
