import {
  climb,
  nextHintAt,
  noHints,
  showsSolution,
  type HintCause,
  type HintLadder,
} from '$lib/practice/hints';
import type { Habits } from './habits';

/** More touches than this in one lesson, and nobody would have come to its end; to leave counts as many. */
const mostTouches = 5_000;
const touchesOfAPause = 20;

/** A made-up resident: habits, a seed that decides every chance, a clock that only they move, and what they count up. */
export class Resident {
  touches = 0;
  slips = 0;
  hints = 0;
  pauses = 0;
  /** How often what is done now was done before. */
  practised = 0;
  #now = 0;
  #ladder: HintLadder = noHints(0);
  #seed: number;

  constructor(
    readonly habits: Habits,
    seed: number,
  ) {
    this.#seed = seed;
  }

  /** Between 0 and 1, the same ones for the same seed (mulberry32). */
  random(): number {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  /** One of several; undefined of none. */
  one<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.random() * items.length)];
  }

  /** Whether the next thing goes wrong. */
  errs(): boolean {
    return this.chance(this.habits.errs * 0.5 ** (this.#ladder.shown + this.practised));
  }

  /** Touches something. */
  touch(times = 1): void {
    this.touches += times;
    this.#now += times * this.habits.touchMs;
  }

  /** Whether the lesson has gone on for too long. */
  tired(): boolean {
    return this.touches + this.pauses * touchesOfAPause > mostTouches;
  }

  /** A new question or screen: no hint yet. */
  begins(): void {
    this.#ladder = noHints(this.#now);
  }

  /** Something was done that moves the ladder of hints. */
  did(cause: HintCause): void {
    const { shown } = this.#ladder;
    this.#ladder = climb(this.#ladder, cause, this.#now);
    this.hints += this.#ladder.shown - shown;
  }

  /** A slip, told at once or at the end. */
  slipped(): void {
    this.slips += 1;
  }

  /** Before each thing done with a coach: perhaps Help is pressed, perhaps time passes until a hint comes. */
  perhapsHelped(): void {
    if (this.chance(this.habits.asks)) {
      this.touch();
      this.did('help');
    }
    const due = nextHintAt(this.#ladder);
    if (due !== null && this.chance(this.habits.hesitates)) this.#now = Math.max(this.#now, due);
    if (due !== null && this.#now >= due) this.did('time');
  }

  /** Whether help points at the right thing by now. */
  seesSolution(): boolean {
    return showsSolution(this.#ladder);
  }
}
