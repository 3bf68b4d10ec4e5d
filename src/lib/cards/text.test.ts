import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase32, fromHex, toBase32, toHex } from './bytes';
import { codePath } from './qr';
import { readCardText, writeCardText, type CardText } from './text';

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((all) => Uint8Array.from(all));
const cards: fc.Arbitrary<CardText> = fc.record({
  person: bytes(16).map(toHex),
  secret: bytes(16),
  serial: fc.integer({ min: 1, max: 0xffff_ffff }),
  picture: fc.integer({ min: 1, max: 72 }),
  pin: fc.boolean(),
  signature: bytes(64),
});

describe('the text of a card', () => {
  it('is read as it was written, also by a scanner that types small letters and a line’s end', () => {
    fc.assert(
      fc.property(cards, (card) => {
        const text = writeCardText(card);
        expect(readCardText(text)).toEqual(card);
        expect(readCardText(` ${text.toLowerCase()}\r\n`)).toEqual(card);
      }),
    );
  });

  it('is short enough for a code of 45×45 squares, and of letters that need no Shift', () => {
    fc.assert(
      fc.property(cards, (card) => {
        const text = writeCardText(card);
        expect(text).toMatch(/^NHASO1-[A-Z2-7]{162}$/);
        expect(codePath(text).size).toBe(45 + 2 * 4);
      }),
      { numRuns: 5 },
    );
  });

  it('is damaged where something of it is missing, more or not a letter of it, and nobody’s else', () => {
    fc.assert(
      fc.property(cards, fc.integer({ min: 8, max: 168 }), (card, at) => {
        const text = writeCardText(card);
        expect(readCardText(text.slice(0, at))).toBe('damaged');
        expect(readCardText(`${text.slice(0, at)}?${text.slice(at + 1)}`)).toBe('damaged');
        expect(readCardText(`${text}A`)).toBe('damaged');
      }),
    );
  });

  it.each(['', 'https://example.org', '00020101021138', 'NHASO2-AAAA', '8934563138165', '🙂'])(
    'is nothing of «%s»',
    (text) => expect(readCardText(text)).toBe('foreign'),
  );

  it('is whatever somebody types: read, damaged or foreign, and never a fault', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String()), (text) => {
        expect(['damaged', 'foreign']).toContain(readCardText(`NHASO1-${text}`));
        expect(readCardText(text)).toBe('foreign');
      }),
    );
  });
});

describe('bytes as text', () => {
  it('come back whole', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (all) => {
        const own = Uint8Array.from(all);
        expect(fromBase32(toBase32(own))).toEqual(own);
        expect(fromHex(toHex(own))).toEqual(own);
      }),
    );
  });

  it('in base32 are those of RFC 4648', () => {
    expect(toBase32(new TextEncoder().encode('foobar'))).toBe('MZXW6YTBOI');
    expect(fromBase32('MZXW6YTBOJ')).toBeNull(); // the last letter holds bits that no byte has
  });
});
