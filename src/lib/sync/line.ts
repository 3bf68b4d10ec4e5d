import { cursorOf } from '$lib/ledger/cursor';
import type { LedgerStore } from '$lib/ledger/store';
import type { Sender } from './sender';

/** A poke is acted on within this long (ms), each device at its own moment: a whole house does not ask at once. */
const spread = 2_000;
/** Between an exchange and the next one that a poke asks for lie at least this many ms, however busy the house is. */
const rest = 5_000;

/** A line that ended sooner than this (ms) was no line: it is tried again after the next exchange. */
const shortest = 60_000;

/** How many ms after a poke to ask the server; `sinceLast`: ms since the last exchange ended; `random` in [0, 1). */
export function afterPoke(sinceLast: number, random: number): number {
  // A clock that was set back must not make a device wait for it.
  const left = sinceLast >= 0 ? Math.max(0, rest - sinceLast) : rest;
  return Math.round(left + random * spread);
}

/**
 * The line on which the server says that there is something new; it says no more than that, and what is new is asked for
 * as always. It is opened after an exchange that came through and dropped at its first trouble, so that a device without a
 * network tries nothing: it is opened again after the next one. Without a line devices ask each minute.
 */
export class Line {
  #whose = '';
  #hangUp: (() => void) | undefined;
  #due: ReturnType<typeof setTimeout> | undefined;
  #heldAt = 0;
  #openedAt = 0;

  /** `ask`: have an exchange now. */
  constructor(
    private readonly store: LedgerStore,
    private readonly ask: () => void,
  ) {}

  /** An exchange came through: the first of these that reads anything listens from now on. */
  keep(senders: readonly Sender[]): void {
    this.#heldAt = performance.now();
    const reader = senders.find(({ houses }) => houses.length > 0);
    const whose = reader ? [reader.viewer, ...reader.houses].join(' ') : '';
    if (whose === this.#whose) return;
    this.drop();
    if (!reader) return;
    this.#whose = whose;
    this.#openedAt = performance.now();
    this.#hangUp = reader.backend.listen(
      reader.houses,
      (house, seq) => void this.#heard(house, seq),
      () => this.#ended(),
    );
  }

  drop(): void {
    this.#whose = '';
    this.#hangUp?.();
    this.#hangUp = undefined;
    clearTimeout(this.#due);
    this.#due = undefined;
  }

  /** The server hangs up after minutes of silence, and when it goes: what was true of a line that held is asked for again. */
  #ended(): void {
    const held = performance.now() - this.#openedAt >= shortest;
    this.drop();
    if (held) this.#askSoon();
  }

  async #heard(house: string, seq: number | undefined): Promise<void> {
    const whose = this.#whose;
    if (seq !== undefined && (await cursorOf(this.store, house)) >= seq) return; // what it wrote itself, mostly
    if (whose === this.#whose) this.#askSoon();
  }

  #askSoon(): void {
    this.#due ??= setTimeout(
      () => {
        this.#due = undefined;
        this.ask();
      },
      afterPoke(performance.now() - this.#heldAt, Math.random()), // by chance: the whole house was poked
    );
  }
}
