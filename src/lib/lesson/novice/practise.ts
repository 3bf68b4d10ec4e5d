import { initialTransition, transition } from 'xstate';
import type { PracticeApp } from '$lib/content/app';
import type { Cast } from '$lib/content/cast';
import type { WayBody } from '$lib/content/lesson';
import { actionsAt, type PracticeAction } from '$lib/practice/actions';
import { stateKey } from '$lib/practice/state-key';
import { practiceMachine, screenOf, type PracticeSnapshot } from '$lib/practice/machine';
import { nextRight } from '$lib/practice/next-right';
import { slipBetween } from '$lib/practice/walk';
import type { Result } from '../machine';
import type { Resident } from './resident';

/** A task to be done by one resident after another: what is right to do is found once for each state. */
export class Practice {
  readonly #machine: ReturnType<typeof practiceMachine>;
  readonly #key: (snapshot: PracticeSnapshot) => string;
  readonly #right = new Map<string, PracticeAction | null>();

  constructor(
    private readonly app: PracticeApp,
    private readonly cast: Cast,
    private readonly task: WayBody,
  ) {
    this.#machine = practiceMachine(app, cast, task);
    this.#key = stateKey(app);
  }

  /** Does the task from its beginning; null where it was left, or never came to its end. */
  doneBy(resident: Resident, coached: boolean): Result | null {
    let [at] = initialTransition(this.#machine);
    resident.begins();
    while (at.status === 'active') {
      if (coached) resident.perhapsHelped();
      if (resident.chance(resident.habits.leaves)) return null;
      const next = this.#next(resident, at, coached);
      if (!next || resident.tired()) return null;
      resident.touch();
      const [after] = transition(this.#machine, at, next.event);
      const slip = slipBetween(at, after);
      if (slip !== null) resident.slipped();
      if (screenOf(after) !== screenOf(at)) resident.begins();
      else if (coached) resident.did(slip === null ? 'right' : 'wrong');
      at = after;
    }
    return { slips: at.context.wrong, wrong: Object.keys(at.context.slips) };
  }

  /** The right thing or any thing at all; with the solution in sight the right one. */
  #next(resident: Resident, at: PracticeSnapshot, coached: boolean): PracticeAction | null {
    const wrongly = !(coached && resident.seesSolution()) && resident.errs();
    return (wrongly ? resident.one(actionsAt(this.app, this.cast, at)) : null) ?? this.#rightAt(at);
  }

  #rightAt(at: PracticeSnapshot): PracticeAction | null {
    const key = this.#key(at);
    const known = this.#right.get(key);
    if (known !== undefined) return known;
    const found = nextRight(this.app, this.cast, at, this.task.goal);
    this.#right.set(key, found);
    return found;
  }
}
