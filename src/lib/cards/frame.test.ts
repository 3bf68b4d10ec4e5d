import encode from 'qr';
import { describe, expect, it } from 'vitest';
import { decode } from './decode';
import { halved, type Frame } from './frame';

const text = `NHASO1-${'ABCDEFGH234567'.repeat(12).slice(0, 162)}`;

interface Light {
  dark: number;
  light: number;
  /** Pixels to a square of the code. */
  scale: number;
  /** How much each pixel may be off, made up but always the same. */
  noise?: number;
}

/** A code as a camera sees it, from straight before it. */
function seen({ dark, light, scale, noise = 0 }: Light): Frame {
  const squares = encode(text, 'raw', { ecc: 'medium', border: 8 });
  const side = Math.floor(squares.length * scale);
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  let seed = 1;
  for (let at = 0; at < side * side; at += 1) {
    const square = squares[Math.floor(Math.floor(at / side) / scale)]?.[Math.floor((at % side) / scale)];
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    data.fill((square ? dark : light) + noise * (seed / 0x40000000 - 1), at * 4, at * 4 + 3);
  }
  return { data, width: side, height: side };
}

describe('a card before the camera', () => {
  it.each<[what: string, light: Light, half: boolean]>([
    ['in good light', { dark: 20, light: 235, scale: 6 }, false],
    ['from further away', { dark: 20, light: 235, scale: 3 }, false],
    ['in good light, halved', { dark: 20, light: 235, scale: 6 }, true],
    ['in the evening without a lamp, halved', { dark: 22, light: 50, scale: 6, noise: 9 }, true],
  ])('is read %s', (_what, light, half) => {
    expect(decode(seen(light), half)).toBe(text);
  });

  it('that shows none is no fault', () => {
    const grey = seen({ dark: 90, light: 90, scale: 4, noise: 9 });
    expect(decode(grey, false)).toBeNull();
    expect(decode(grey, true)).toBeNull();
    expect(decode({ data: new Uint8ClampedArray(4), width: 1, height: 1 }, true)).toBeNull();
  });
});

it('a halved picture is stretched from black to white, in grey', () => {
  const { data, width, height } = halved(seen({ dark: 80, light: 120, scale: 4 }));
  expect(width).toBe(height);
  const greys = new Set(Array.from({ length: width * height }, (_, at) => data[at * 4] ?? -1));
  expect([Math.min(...greys), Math.max(...greys)]).toEqual([0, 255]);
  expect(data[0]).toBe(data[1]);
});
