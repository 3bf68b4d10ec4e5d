import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Marker } from '../../../tests/matrix/canary';
import { samples } from '../../../tests/matrix/samples';
import type { LedgerEvent } from './event';
import { kindByName, kinds } from './kinds';
import { reduced } from './reduced';

const hex = (n: number) => n.toString(16).padStart(32, '0');

/** What says who somebody is, or was written about them. */
const personal = ['name', 'birthYear', 'number', 'card', 'serial', 'picture', 'pin', 'reason'];

function event(kind: string, payload: Record<string, unknown>): LedgerEvent {
  return {
    ...{ id: hex(1), house: hex(2), household: '', person: hex(3), author: hex(4) },
    ...{ kind, v: kindByName.get(kind)?.v ?? 1, payload, device: hex(5), dseq: 1 },
    occurred: '2026-11-23T01:00:00.000Z',
  };
}

describe('what is left of an erased person’s events', () => {
  it.each(kinds.map(({ name }) => name))('%s reads by its kind or is empty, and names nobody', (name) => {
    fc.assert(
      fc.property(fc.nat(1000), (tag) => {
        const sample = samples[name]?.(new Marker(`e${tag}`)) ?? {};
        const left = reduced(event(name, sample));
        const schema = kindByName.get(name)?.schema;
        expect(Object.keys(left.payload).length === 0 || (schema && v.is(schema, left.payload))).toBe(true);
        expect(reduced(left)).toEqual(left);
        const marked = name === 'person.erased' ? {} : { erased: true };
        expect(left).toEqual({ ...event(name, left.payload), ...marked });
        for (const field of personal)
          if (name !== 'person.erased' && field in sample)
            expect(JSON.stringify(left.payload)).not.toContain(JSON.stringify(sample[field]));
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['attendance.marked', { session: hex(9), status: 'late' }],
    ['attendance.corrected', { session: hex(9), status: 'none', reason: '–' }],
    ['lesson.rated', { attempt: hex(8), lesson: 'bank-qr', moment: 'after', face: 4 }],
  ])('%s is still counted', (name, payload) => {
    const written = name === 'attendance.corrected' ? { ...payload, reason: 'Bà Mẫu về sớm' } : payload;
    expect(reduced(event(name, written)).payload).toEqual(payload);
  });

  it('is nothing where nobody knows what it holds', () => {
    expect(reduced(event('future.thing', { name: 'Trần Văn Thử' })).payload).toEqual({});
    expect(reduced(event('attendance.marked', { note: 'Trần Văn Thử' })).payload).toEqual({});
    expect(reduced(event('person.erased', { reason: 'Trần Văn Thử' })).payload).toEqual({});
  });
});
