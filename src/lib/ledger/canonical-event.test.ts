import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { canonicalJson } from './canonical';
import { canonicalEvent } from './canonical-event';
import { eventSchema } from './event';

const id = fc.string({ minLength: 32, maxLength: 32, unit: fc.constantFrom(...'0123456789abcdef') });
const idOrNone = fc.oneof(id, fc.constant(''));

it('the canonical text of an event is the same, whichever way it is made', () => {
  const whole = fc.record({
    ...{ id, house: idOrNone, household: idOrNone, person: idOrNone, author: idOrNone, device: id },
    kind: fc.constantFrom('lesson.started', 'a.b'),
    v: fc.integer({ min: 1, max: 999 }),
    dseq: fc.oneof(fc.integer({ min: 1 }), fc.constant(Number.MAX_SAFE_INTEGER)),
    payload: fc.dictionary(fc.string(), fc.jsonValue()),
    occurred: fc.constant('2026-11-27T01:30:00.000Z'),
  });
  const event = fc.oneof(
    whole,
    whole.map((made) => ({ ...made, erased: true as const })),
  );
  fc.assert(
    fc.property(event, (made) => {
      expect(v.is(eventSchema, made)).toBe(true);
      expect(canonicalEvent(made, canonicalJson(made.payload))).toBe(canonicalJson(made));
    }),
  );
});
