import { createActor, type Actor } from 'xstate';
import type { LessonBundle } from '$lib/content/bundle';
import type { Cast } from '$lib/content/cast';
import type { Step, WayBody } from '$lib/content/lesson';
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
import {
  lessonMachine,
  type LessonMachine,
  type LessonOutput,
  type LessonSnapshot,
  type Point,
} from './machine';
import { checkpoint, type Checkpoint } from './resume';
import { visibleStep, type VisibleStep } from './visible-step';

/** What is worth writing down of a lesson; the page that shows it does the writing. */
export type Happening =
  | { type: 'started' }
  | {
      type: 'attempt';
      step: string;
      mode: 'choose' | 'coach' | 'test';
      right: boolean;
      slip?: string;
      helped: number;
    }
  | ({ type: 'finished'; seconds: number } & LessonOutput)
  | { type: 'moved'; to: Checkpoint };

/**
 * One person's way through one lesson: runs the lesson's machine and, in a task, the app's, climbs the hint
 * ladder, and tells what happened. `now` is milliseconds of any clock.
 */
export class LessonRun {
  #lesson: Actor<LessonMachine>;
  #practice: Actor<PracticeMachine> | null = null;
  #lessonShot = $state.raw<LessonSnapshot>() as LessonSnapshot;
  #practiceShot = $state.raw<PracticeSnapshot | null>(null);
  #ladder = $state.raw<HintLadder>(noHints(0));
  #helped = 0;
  #began: number;
  /** The task being practised, or the place hints belong to: `step` or `step/screen`. */
  #place = '';

  constructor(
    readonly bundle: LessonBundle,
    private readonly happened: (what: Happening) => void,
    at?: Point,
    private readonly now: () => number = () => Date.now(),
  ) {
    this.#began = now();
    this.#lesson = createActor(lessonMachine(bundle.lesson, at));
    this.#lesson.subscribe((snapshot) => this.#onLesson(snapshot));
    happened({ type: 'started' });
    this.#lesson.start();
    this.#onLesson(this.#lesson.getSnapshot());
  }

  /** What to show; null once the lesson is finished. */
  readonly shown = $derived.by<VisibleStep | null>(() => visibleStep(this.bundle.lesson, this.#lessonShot));

  /** How it ended; undefined while it goes on. */
  readonly output = $derived.by(() => this.#lessonShot.output);

  /** The app being practised in, as it is now. */
  get practice(): PracticeSnapshot | null {
    return this.#practiceShot;
  }

  /** Hints given on this screen: 0, 1, 2; 3 is the solution. */
  get hints(): number {
    return this.#ladder.shown;
  }

  /** True in a task done alone: no help, no hints. */
  readonly alone = $derived.by(() => {
    const step = this.shown?.step;
    return step?.kind === 'check' || (step?.kind === 'task' && step.modes[0] === 'test');
  });

  /** What Help points at: the next right thing to touch. */
  readonly solution = $derived.by<PracticeAction | null>(() => {
    const step = this.shown?.step;
    if (!this.#practiceShot || !showsSolution(this.#ladder)) return null;
    const task = step && taskOf(step);
    const app = task && this.bundle.apps[task.app]?.app;
    return app ? nextRight(app, this.#castIn(task.scene), this.#practiceShot, task.goal) : null;
  });

  /** When time alone brings the next hint, in milliseconds from now; null where it brings none. */
  hintDue(): number | null {
    const asks = this.shown?.phase === 'asking' || this.shown?.phase === 'doing';
    const at = asks && !this.alone ? nextHintAt(this.#ladder) : null;
    return at === null ? null : Math.max(0, at - this.now());
  }

  next(): void {
    this.#lesson.send({ type: 'NEXT' });
  }

  back(): void {
    this.#lesson.send({ type: 'BACK' });
  }

  again(): void {
    this.#lesson.send({ type: 'AGAIN' });
  }

  choose(choice: string): void {
    const step = this.shown?.step;
    if (step?.kind !== 'choose' || this.shown?.phase !== 'asking') return;
    const taken = step.choices.find(({ id }) => id === choice);
    if (!taken) return;
    this.#tell(step.id, 'choose', taken.right, taken.misconception && `misconception.${taken.misconception}`);
    if (!taken.right) this.#climb('wrong');
    this.#lesson.send({ type: `choose.${choice}` });
  }

  act(action: PracticeAction): void {
    this.#practice?.send(action.event);
  }

  /** Help is pressed, or time has passed: the next rung of the ladder. */
  help(cause: Extract<HintCause, 'help' | 'time'> = 'help'): void {
    if (this.alone) return;
    this.#climb(cause);
    if (cause === 'help') this.#helped += 1;
  }

  /** Ends the run; nothing more is told. */
  stop(): void {
    this.#lesson.stop();
    this.#practice?.stop();
  }

  #climb(cause: HintCause): void {
    this.#ladder = climb(this.#ladder, cause, this.now());
  }

  #onLesson(snapshot: LessonSnapshot): void {
    const before = this.#lessonShot;
    this.#lessonShot = snapshot;
    if (before === snapshot) return;
    const shown = visibleStep(this.bundle.lesson, snapshot);
    const place = shown ? `${shown.step.id}:${shown.phase}` : '';
    if (place === this.#place) return;
    this.#place = place;
    this.#ladder = noHints(this.now());
    this.#leavePractice();
    const task = shown?.phase === 'doing' ? taskOf(shown.step) : undefined;
    if (task) this.#enterPractice(task);
    if (shown) this.happened({ type: 'moved', to: checkpoint(this.bundle.lesson, snapshot) });
    if (snapshot.output) {
      const seconds = Math.round((this.now() - this.#began) / 1000);
      this.happened({ type: 'finished', ...snapshot.output, seconds });
    }
  }

  /** What the app on screen is played with; undefined where none is. */
  readonly cast = $derived.by<Cast | undefined>(() => {
    const task = this.shown ? taskOf(this.shown.step) : undefined;
    return task && this.#castIn(task.scene);
  });

  #castIn(scene: string | undefined): Cast {
    const { persona, place } = this.bundle;
    return { persona, place, scene };
  }

  #enterPractice(step: { id: string } & WayBody): void {
    const app = this.bundle.apps[step.app]?.app;
    if (!app) return;
    const practice = createActor(practiceMachine(app, this.#castIn(step.scene), step));
    this.#practice = practice;
    practice.subscribe((snapshot) => {
      const before = this.#practiceShot;
      this.#practiceShot = snapshot;
      this.#onPractice(step.id, before, snapshot);
    });
    practice.start();
    this.#practiceShot = practice.getSnapshot();
  }

  #leavePractice(): void {
    this.#practice?.stop();
    this.#practice = null;
    this.#practiceShot = null;
  }

  #onPractice(step: string, before: PracticeSnapshot | null, snapshot: PracticeSnapshot): void {
    const { slip, wrong } = snapshot.context;
    if (slip && slip.n !== before?.context.slip?.n) {
      this.#tell(step, this.alone ? 'test' : 'coach', false, slip.id);
      this.#climb('wrong');
    } else if (before && screenOf(before) === screenOf(snapshot)) this.#climb('right');
    if (before && screenOf(before) !== screenOf(snapshot)) this.#ladder = noHints(this.now());
    if (snapshot.status === 'done') {
      this.#tell(step, this.alone ? 'test' : 'coach', true);
      this.#lesson.send({ type: 'task.done', slips: wrong });
    }
  }

  #tell(step: string, mode: 'choose' | 'coach' | 'test', right: boolean, slip?: string): void {
    this.happened({ type: 'attempt', step, mode, right, slip, helped: this.#helped });
    this.#helped = 0;
  }
}

/** What a step does in a practice app, if it does. */
export function taskOf(step: Step): ({ id: string } & WayBody) | undefined {
  if (step.kind === 'task') return step;
  return step.kind === 'check' ? step.parts.find((part) => part.kind === 'task') : undefined;
}
