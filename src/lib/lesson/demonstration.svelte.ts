import { entering, type PracticeAction } from '$lib/practice/actions';

/** Calls back after so many milliseconds of a clock, which may run faster than time; what it returns calls it off. */
export type After = (ms: number, then: () => void) => () => void;

/** How long the pointer rests on a control before it acts, at least, in milliseconds. */
const restMs = 2_500;
/** Between two characters of what is typed. */
const typeMs = 220;
/** After an action, so that what came of it is seen. */
const settleMs = 1_200;

interface Does {
  /** The next thing to do; null at the goal. */
  next: () => PracticeAction | null;
  act: (action: PracticeAction) => void;
  /** Says what is about to be done, and resolves when it is said. */
  say: (action: PracticeAction) => Promise<unknown>;
  after: After;
}

/**
 * The solution of a task, played: point, say, act, one after the other. It acts no sooner than what it does has
 * been said, and it waits where it is paused.
 */
export class Demonstration {
  #current = $state.raw<PracticeAction | null>(null);
  #paused = $state(false);
  #ended = $state(false);
  #cancel: () => void = () => undefined;
  /** Tells what was waited for of an action that has been left already. */
  #turn = 0;
  #ready = false;
  /** An action has settled while it was paused. */
  #held = false;

  constructor(private readonly does: Does) {}

  /** What it points at; null while it looks for the next, and at the end. */
  get current(): PracticeAction | null {
    return this.#current;
  }

  get paused(): boolean {
    return this.#paused;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Plays from here, also once more after the end. */
  begin(): void {
    this.#ended = false;
    this.#paused = false;
    this.#point();
  }

  /** It stays where it is, until `go`. */
  pause(): void {
    this.#paused = true;
  }

  go(): void {
    this.#paused = false;
    if (this.#ready) this.#act();
    else if (this.#held) this.#point();
  }

  /** What it points at is done at once, and it points at the next, paused or not. */
  step(): void {
    if (this.#current) this.#act(true);
    else if (this.#held) this.#point();
  }

  /** Ends it where it is. */
  stop(): void {
    this.#turn += 1;
    this.#cancel();
    this.#current = null;
  }

  #point(): void {
    const action = this.does.next();
    this.#turn += 1;
    this.#ready = this.#held = false;
    this.#current = action;
    if (action === null) {
      this.#ended = true;
      return;
    }
    const turn = this.#turn;
    const rested = new Promise<void>((resolve) => (this.#cancel = this.does.after(restMs, resolve)));
    void Promise.all([this.does.say(action), rested]).then(() => {
      if (turn !== this.#turn) return;
      this.#ready = true;
      if (!this.#paused) this.#act();
    });
  }

  #act(atOnce = false): void {
    const action = this.#current;
    if (!action) return;
    this.#turn += 1;
    this.#ready = false;
    this.#cancel();
    if (action.event.type === 'enter' && !atOnce)
      this.#type(action.event.field, Array.from(action.event.value), 1);
    else this.#done(action, atOnce);
  }

  /** Character by character, as somebody types. */
  #type(field: string, value: string[], count: number): void {
    this.does.act(entering(field, 'typed', value.slice(0, count).join('')));
    if (count >= value.length) this.#settle();
    else this.#cancel = this.does.after(typeMs, () => this.#type(field, value, count + 1));
  }

  #done(action: PracticeAction, atOnce: boolean): void {
    this.does.act(action);
    if (atOnce) this.#point();
    else this.#settle();
  }

  #settle(): void {
    this.#current = null;
    this.#cancel = this.does.after(settleMs, () => {
      if (this.#paused) this.#held = true;
      else this.#point();
    });
  }
}
