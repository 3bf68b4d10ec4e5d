import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pictureCount, pictureOfNumber, picturesFor, sixPictures } from './pictures';

const motif = (picture: number) => picture % 12;
const picture = fc.integer({ min: 1, max: pictureCount });
const card = fc.stringMatching(/^[0-9a-f]{32}$/);

it('a card’s picture is asked for among six of six motifs, each time the same six', () => {
  fc.assert(
    fc.property(picture, card, (right, id) => {
      const six = sixPictures(right, id);
      expect(six).toHaveLength(6);
      expect(six).toContain(right);
      expect(new Set(six.map(motif)).size).toBe(6);
      expect(six.every((one) => one >= 1 && one <= pictureCount)).toBe(true);
      expect(sixPictures(right, id)).toEqual(six);
    }),
  );
});

it('the right picture has no place of its own', () => {
  const places = new Set<number>();
  for (let at = 0; at < 60; at += 1)
    places.add(sixPictures(7, at.toString(16).padStart(6, '0').padEnd(32, '0')).indexOf(7));
  expect(places.size).toBe(6);
});

it('somebody may choose among twelve motifs, their own first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (number) => {
      const twelve = picturesFor(number);
      expect(twelve[0]).toBe(pictureOfNumber(number));
      expect(new Set(twelve.map(motif)).size).toBe(12);
    }),
  );
});
