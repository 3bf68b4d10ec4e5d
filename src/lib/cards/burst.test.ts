import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hear, type Burst, type Press, type Scan } from './burst';
import { readCardText, writeCardText, type CardText } from './text';
import { cardTextOf } from './scanned';

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((all) => Uint8Array.from(all));
const card: CardText = {
  person: '01936a7e5c007abc9def0123456789ab',
  secret: Uint8Array.from({ length: 16 }, (_, at) => at * 9),
  serial: 7,
  picture: 12,
  pin: false,
  signature: Uint8Array.from({ length: 64 }, (_, at) => 255 - at),
};
const text = writeCardText(card);

/** The key that writes this on a keyboard of the United States. */
function codeOf(letter: string): string {
  if (/[a-z]/i.test(letter)) return `Key${letter.toUpperCase()}`;
  if (/\d/.test(letter)) return `Digit${letter}`;
  return letter === '-' ? 'Minus' : letter === '\n' ? 'Enter' : 'Slash';
}

interface Way {
  /** Between two keys, ms. */
  gap?: number;
  from?: number;
  /** What the machine's layout makes of a letter. */
  layout?: (letter: string) => string;
}
function presses(keys: string, { gap = 8, from = 0, layout = (letter) => letter }: Way = {}): Press[] {
  return Array.from(keys, (letter, at) => ({
    key: letter === '\n' ? 'Enter' : layout(letter),
    code: codeOf(letter),
    at: from + at * gap,
    repeat: false,
  }));
}

/** What was scanned, and what of the rest the page was given. */
function listen(all: readonly Press[]): { scans: Scan[]; passed: string } {
  let burst: Burst | null = null;
  const scans: Scan[] = [];
  let passed = '';
  for (const press of all) {
    const heard = hear(burst, press);
    burst = heard.burst;
    if (heard.scan) scans.push(heard.scan);
    if (!heard.taken) passed += press.key === 'Enter' ? '\n' : press.key;
  }
  return { scans, passed };
}
const cardsIn = (all: readonly Press[]) => listen(all).scans.map((scan) => readCardText(cardTextOf(scan)));

describe('a scanner that types', () => {
  it.each<[what: string, keys: Press[]]>([
    ['a key every 8 ms, then Enter', presses(`${text}\n`)],
    ['a key every millisecond', presses(`${text}\n`, { gap: 1 })],
    ['a key every 45 ms, by radio', presses(`${text}\n`, { gap: 45 })],
    ['all keys in one moment', presses(`${text}\n`, { gap: 0 })],
    ['without an Enter', presses(text)],
    ['small letters', presses(`${text.toLowerCase()}\n`)],
    [
      'with Shift before each letter',
      presses(`${text}\n`).flatMap((press) => [{ ...press, key: 'Shift', code: 'ShiftLeft' }, press]),
    ],
    [
      'Tab in place of Enter',
      [...presses(text), { key: 'Tab', code: 'Tab', at: text.length * 8, repeat: false }],
    ],
    [
      'on a machine with a Vietnamese layout, where digits write ă â ê ô',
      presses(`${text}\n`, {
        layout: (letter) => ({ 1: 'ă', 2: 'â', 3: 'ê', 4: 'ô', 5: 'Dead' })[letter] ?? letter,
      }),
    ],
    ['through an input method that swallows every letter', presses(`${text}\n`, { layout: () => 'Process' })],
    [
      'set up for a French keyboard on a French machine',
      presses(`${text}\n`).map((press) =>
        press.key === 'A'
          ? { ...press, code: 'KeyQ' }
          : press.key === 'Q'
            ? { ...press, code: 'KeyA' }
            : press,
      ),
    ],
  ])('is heard: %s', (_what, keys) => {
    expect(cardsIn(keys)).toEqual([card]);
  });

  it('is heard twice where two cards are shown one after the other', () => {
    const first = presses(`${text}\n`);
    for (const from of [first.length * 8, first.length * 8 + 400])
      expect(cardsIn([...first, ...presses(`${text}\n`, { from })])).toEqual([card, card]);
  });

  it('writes next to nothing into the page, and its Enter presses no button', () => {
    expect(listen(presses(`${text}\n`)).passed).toBe(text.slice(0, 2));
  });

  it('that was cut short is heard as a damaged card', () => {
    expect(cardsIn(presses(`${text.slice(0, 90)}\n`))).toEqual(['damaged']);
    expect(cardsIn(presses(`8934563138165\n`))).toEqual(['foreign']);
  });

  it('that fell silent in the middle is nothing, and spoils nothing', () => {
    const half = presses(text.slice(0, 90));
    expect(cardsIn(half)).toEqual([]);
    expect(cardsIn([...half, ...presses(`${text}\n`, { from: 5_000 })])).toEqual([card]);
  });

  it('sends an Enter after a whole card at most once', () => {
    expect(listen(presses(`${text}\n\n`)).scans).toHaveLength(1);
  });
});

describe('a hand', () => {
  it.each<[what: string, keys: Press[], passed: string]>([
    ['types a number', presses('0901234567\n', { gap: 90 }), '0901234567\n'],
    ['is very fast', presses('NHASO1-ABCDEF\n', { gap: 60 }), 'NHASO1-ABCDEF\n'],
    ['lets two keys fall together', presses('ab', { gap: 5 }), 'ab'],
    [
      'holds a key down',
      presses('a'.repeat(30), { gap: 30 }).map((press, at) => ({ ...press, repeat: at > 0 })),
      'a'.repeat(30),
    ],
    ['presses Enter again and again', presses('\n\n\n\n', { gap: 20 }), '\n\n\n\n'],
  ])('%s and loses nothing', (_what, keys, passed) => {
    expect(listen(keys)).toEqual({ scans: [], passed });
  });

  it('never scans, whatever it types', () => {
    const typed = fc.array(
      fc.record({
        key: fc.constantFrom('a', 'n', '7', '-', 'Enter', 'Shift', 'Tab', 'Dead', ' '),
        gap: fc.integer({ min: 51, max: 2_000 }),
        repeat: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(typed, (keys) => {
        let at = 0;
        const all = keys.map(({ key, gap, repeat }) => ({ key, code: codeOf(key), at: (at += gap), repeat }));
        const { scans, passed } = listen(all);
        expect(scans).toEqual([]);
        expect(passed.length).toBeGreaterThanOrEqual(all.length);
      }),
    );
  });
});

it('any card is heard, whatever was typed before it', () => {
  const cards = fc.record({ secret: bytes(16), signature: bytes(64) }).map((own) => ({ ...card, ...own }));
  fc.assert(
    fc.property(cards, fc.stringMatching(/^[a-z0-9]{0,20}$/), (one, before) => {
      const hand = presses(before, { gap: 120 });
      const scanned = presses(`${writeCardText(one)}\n`, { from: before.length * 120 + 60 });
      expect(cardsIn([...hand, ...scanned])).toEqual([one]);
    }),
  );
});
