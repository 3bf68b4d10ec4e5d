import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pictureCount, pictureOf } from './picture';

const key = (number: number) => Object.values(pictureOf(number)).join(' ');

it('seventy-two people in a row have seventy-two pictures, wherever the row begins', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (first) => {
      const row = Array.from({ length: pictureCount }, (_, at) => key(first + at));
      expect(new Set(row).size).toBe(pictureCount);
    }),
  );
});

it('the next person on the list has another motif and another colour', () => {
  for (let number = 0; number < 2 * pictureCount; number += 1) {
    const [one, next] = [pictureOf(number), pictureOf(number + 1)];
    expect(one.motif).not.toBe(next.motif);
    if ((number + 1) % 12 !== 0) expect(one.colour).not.toBe(next.colour);
  }
});
