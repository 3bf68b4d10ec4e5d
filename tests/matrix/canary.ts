import { randomBytes } from 'node:crypto';

/**
 * Makes values that are found again wherever they turn up in an answer, and writes them down. Of yes, no and short
 * lists there are too few values to tell where one came from: those are only compared.
 */
export class Marker {
  /** Words and ids that nothing else holds. */
  readonly words: string[] = [];
  /** Numbers that nothing else in an answer comes near. */
  readonly numbers: number[] = [];

  constructor(private readonly tag: string) {}

  id(): string {
    return this.#note(randomBytes(16).toString('hex'));
  }

  /** A name of three parts. */
  name(): string {
    return [this.#word('Q'), this.#word('Q'), this.#word('Q')].join(' ');
  }

  text(): string {
    return `${this.#word('q')} ${this.#word('q')}`;
  }

  /** The id of something in content. */
  content(): string {
    return this.#word('q');
  }

  /** A moment in a year that nobody here will see. */
  moment(): string {
    const minute = Number.parseInt(randomBytes(3).toString('hex'), 16);
    return this.#note(new Date(Date.UTC(2070, 0, 1) + minute * 60_000).toISOString());
  }

  /** A whole number near the upper end of what is allowed: counts of the ledger stay far below it. */
  number(from: number, to: number): number {
    const taken = (at: number) => Marker.#taken.has(at);
    let number = to;
    while (taken(number) && number > from) number -= 1;
    Marker.#taken.add(number);
    this.numbers.push(number);
    return number;
  }

  static readonly #taken = new Set<number>();

  #word(first: string): string {
    return this.#note(`${first}${this.tag}x${this.words.length}x`);
  }

  #note(word: string): string {
    this.words.push(word);
    return word;
  }
}

/** The whole numbers that stand as values in JSON text. */
export function numbersIn(json: string): Set<number> {
  return new Set([...json.matchAll(/[:,[](\d+)(?=[,\]}])/g)].map(([, digits]) => Number(digits)));
}
