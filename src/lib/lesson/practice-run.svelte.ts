import { createActor, type Actor } from 'xstate';
import type { PracticeApp } from '$lib/content/app';
import type { Cast } from '$lib/content/cast';
import type { WayBody } from '$lib/content/lesson';
import type { PracticeAction } from '$lib/practice/actions';
import {
  climb,
  nextHintAt,
  noHints,
  showsSolution,
  type HintCause,
  type HintLadder,
} from '$lib/practice/hints';
import {
  practiceMachine,
  screenOf,
  type PracticeMachine,
  type PracticeSnapshot,
} from '$lib/practice/machine';
import { nextRight } from '$lib/practice/next-right';
import type { Result } from './machine';

/** Show: the app does it, touches do nothing. Coach: every wrong action is answered, help comes. Test: neither. */
export type Mode = 'show' | 'coach' | 'test';

type Saved = ReturnType<Actor<PracticeMachine>['getPersistedSnapshot']>;

/** What a task is made of, and who hears how it goes. */
interface Practice {
  app: PracticeApp;
  /** Whose numbers, which place and which scene it is played with. */
  cast: Cast;
  task: WayBody;
  /** The first is begun with. */
  modes: Mode[];
  onslip: (slip: string) => void;
  ondone: (result: Result) => void;
  now: () => number;
}

/**
 * One person's way through one task: runs the app's machine and climbs the hint ladder. After showing it goes on
 * where it was asked to show, so that whoever watched does the thing themselves.
 */
export class PracticeRun {
  #actor: Actor<PracticeMachine>;
  #shot = $state.raw<PracticeSnapshot>() as PracticeSnapshot;
  #ladder = $state.raw<HintLadder>(noHints(0));
  #mode = $state<Mode>('coach');
  /** Where it was asked to show; undefined from the beginning. */
  #asked: Saved | undefined;

  constructor(private readonly practice: Practice) {
    this.#mode = practice.modes[0] ?? 'coach';
    this.#actor = this.#start();
  }

  get app(): PracticeApp {
    return this.practice.app;
  }

  get cast(): Cast {
    return this.practice.cast;
  }

  /** The app as it is now. */
  get snapshot(): PracticeSnapshot {
    return this.#shot;
  }

  get mode(): Mode {
    return this.#mode;
  }

  /** True where one may ask to be shown. */
  readonly offersShow = $derived.by(() => this.#mode === 'coach' && this.practice.modes.includes('show'));

  /** Hints given on this screen: 0, 1, 2; 3 is the solution. */
  get hints(): number {
    return this.#ladder.shown;
  }

  /** What Help points at: the next right thing to touch. */
  readonly solution = $derived.by<PracticeAction | null>(() =>
    showsSolution(this.#ladder) ? this.next() : null,
  );

  /** The next thing to do on the right way; null at the goal. */
  next(): PracticeAction | null {
    const { app, cast, task } = this.practice;
    return nextRight(app, cast, this.#shot, task.goal);
  }

  /** When time alone brings the next hint, on the clock of `now`; null where it brings none. */
  hintAt(): number | null {
    return this.#mode === 'coach' ? nextHintAt(this.#ladder) : null;
  }

  act(action: PracticeAction): void {
    this.#actor.send(action.event);
  }

  /** The next rung of the ladder; there is none for whoever does it alone, or watches. */
  climb(cause: HintCause): void {
    if (this.#mode === 'coach') this.#ladder = climb(this.#ladder, cause, this.practice.now());
  }

  /** The app does it from here on, until `takeOver`. */
  show(): void {
    if (!this.offersShow) return;
    this.#asked = this.#actor.getPersistedSnapshot();
    this.#mode = 'show';
  }

  /** From the beginning, or from where it was asked to show, somebody does it themselves. */
  takeOver(): void {
    this.#mode = 'coach';
    this.#actor.stop();
    this.#actor = this.#start(this.#asked);
  }

  /** The showing begins once more. */
  showAgain(): void {
    this.#actor.stop();
    this.#actor = this.#start(this.#asked);
  }

  /** Ends it; nothing more is told. */
  stop(): void {
    this.#actor.stop();
  }

  #start(snapshot?: Saved): Actor<PracticeMachine> {
    const { app, cast, task, now } = this.practice;
    const actor = createActor(practiceMachine(app, cast, task), { ...(snapshot && { snapshot }) });
    actor.start();
    this.#shot = actor.getSnapshot();
    this.#ladder = noHints(now());
    actor.subscribe((next) => this.#onChange(next));
    return actor;
  }

  #onChange(snapshot: PracticeSnapshot): void {
    const before = this.#shot;
    this.#shot = snapshot;
    if (this.#mode === 'show') return;
    const { slip, slips, wrong } = snapshot.context;
    if (slip && slip.n !== before.context.slip?.n) {
      this.practice.onslip(slip.id);
      this.climb('wrong');
    } else if (screenOf(before) === screenOf(snapshot)) this.climb('right');
    if (screenOf(before) !== screenOf(snapshot)) this.#ladder = noHints(this.practice.now());
    if (snapshot.status === 'done') this.practice.ondone({ slips: wrong, wrong: Object.keys(slips) });
  }
}
