/** One press of a key, as far as it tells a scanner from a hand. */
export interface Press {
  /** What the press would write by the machine's layout of keys: `KeyboardEvent.key`. */
  key: string;
  /** Which key it is, whatever is painted on it: `KeyboardEvent.code`. */
  code: string;
  /** When it was pressed, in ms by any steady clock: `KeyboardEvent.timeStamp`. */
  at: number;
  /** True for what a key writes that is held down. */
  repeat: boolean;
}

/** What a scanner typed, read in two ways: by the machine's layout, and as a keyboard of the United States would. */
export interface Scan {
  typed: string;
  plain: string;
}

/** Keys that followed each other as fast as no hand presses them. */
export interface Burst extends Scan {
  keys: number;
  last: number;
  /** True where its scan was told already, before any Enter. */
  told: boolean;
}

/** What comes of a press: the burst so far, what was scanned where it has ended, and whether the press is kept from the page. */
export interface Heard {
  burst: Burst | null;
  scan: Scan | null;
  taken: boolean;
}

/**
 * Two keys of one scan are at most this far apart (ms). Scanners that type send a key every 1–20 ms, those by radio up
 * to 40; somebody who types 120 words a minute presses one every 100 ms. Decided here, to be tried on real scanners.
 */
const fastest = 50;
/** A burst is kept from the page from its third key on: two keys may fall together under one hand. */
const certain = 3;
/** Shorter than this nothing was scanned: eight digits are the shortest code in shops (EAN-8). */
const shortest = 8;
/** A scanner that sends no Enter at the end is heard by this length, which is that of every card (text.ts). */
const wholeCard = 169;

const ends = new Set(['Enter', 'NumpadEnter', 'Tab']);

/** Listens to one more press after those of `before`. */
export function hear(before: Burst | null, press: Press): Heard {
  const follows = before !== null && press.at - before.last <= fastest && !press.repeat;
  const burst = follows ? before : null;
  const inBurst = burst !== null && burst.keys >= certain - 1;
  if (ends.has(press.code) || ends.has(press.key)) {
    const scan = inBurst && burst.keys >= shortest && !burst.told ? scanOf(burst) : null;
    return { burst: null, scan, taken: inBurst };
  }
  const plain = plainOf(press.code);
  const typed = press.key.length === 1 ? press.key : '';
  // Shift and its like write nothing, but belong to the scan around them.
  if (plain === '' && typed === '')
    return { burst: burst && { ...burst, last: press.at }, scan: null, taken: inBurst };
  if (press.repeat) return { burst: null, scan: null, taken: false };
  const next: Burst = {
    typed: (burst?.typed ?? '') + typed,
    plain: (burst?.plain ?? '') + (plain || typed),
    keys: (burst?.keys ?? 0) + 1,
    last: press.at,
    told: burst?.told ?? false,
  };
  const whole = next.keys === wholeCard && [next.typed, next.plain].some((text) => /^nhaso\d-/i.test(text));
  return {
    burst: { ...next, told: next.told || whole },
    scan: whole ? scanOf(next) : null,
    taken: inBurst,
  };
}

const scanOf = ({ typed, plain }: Burst): Scan => ({ typed, plain });

/** What the key writes on a keyboard of the United States, which most scanners take themselves for. */
function plainOf(code: string): string {
  if (code === 'Minus' || code === 'NumpadSubtract') return '-';
  return /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code)?.slice(1).join('') ?? '';
}
