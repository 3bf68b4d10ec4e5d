import { createActor, type Actor } from 'xstate';
import type { Apps, LessonBundle } from '$lib/content/bundle';
import type { Step, WayBody } from '$lib/content/lesson';
import type { PracticeApp } from '$lib/content/schema/app';
import { partPlace } from '$lib/content/parts';
import { climb, nextHintAt, noHints, type HintCause, type HintLadder } from '$lib/practice/hints';
import { believedBy, isWrong, solutionOf, wrongIn, type Question } from './judge';
import {
  lessonMachine,
  type LessonMachine,
  type LessonOutput,
  type LessonSnapshot,
  type Point,
} from './machine';
import { PracticeRun, type Mode } from './practice-run.svelte';
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
  | { type: 'milestone'; step: string; milestone: string }
  | { type: 'rated'; moment: 'before' | 'after'; face: number }
  | ({ type: 'finished'; seconds: number } & LessonOutput)
  | { type: 'moved'; to: Checkpoint };

/** A lesson that was left open is said to have taken a day at most (s): its event holds no more. */
const longestLesson = 86_400;

/**
 * One person's way through one lesson: runs the lesson's machine and its tasks, climbs the hint ladder of its
 * questions, and tells what happened. `now` is milliseconds of any clock.
 */
export class LessonRun {
  #lesson: Actor<LessonMachine>;
  #shot = $state.raw<LessonSnapshot>() as LessonSnapshot;
  #task = $state.raw<PracticeRun | null>(null);
  #apps = $state.raw<Apps>({});
  #ladder = $state.raw<HintLadder>(noHints(0));
  #helped = 0;
  #began: number;
  /** What is being asked or practised; hints belong to it. */
  #place = '';

  constructor(
    readonly bundle: LessonBundle,
    private readonly happened: (what: Happening) => void,
    at?: Point,
    private readonly now: () => number = () => performance.now(), // a clock may be set meanwhile
  ) {
    this.#began = now();
    this.#lesson = createActor(lessonMachine(bundle.lesson, at));
    this.#lesson.subscribe((snapshot) => this.#onLesson(snapshot));
    happened({ type: 'started' });
    this.#lesson.start();
    this.#onLesson(this.#lesson.getSnapshot());
  }

  /** What to show; null once the lesson is finished. */
  readonly shown = $derived.by<VisibleStep | null>(() => visibleStep(this.bundle.lesson, this.#shot));

  /** How it ended; undefined while it goes on. */
  readonly output = $derived.by(() => this.#shot.output);

  /** The task being done in a practice app, if one is. */
  get task(): PracticeRun | null {
    return this.#task;
  }

  /** The practice app of that name, once it is here. */
  app(id: string): PracticeApp | undefined {
    return this.#apps[id]?.app;
  }

  /** True while a task waits for its app, which `bring` brings. */
  readonly waits = $derived.by(
    () => this.#task === null && this.shown !== null && todoOf(this.shown) !== null,
  );

  /** The question that is asked with help, if one is. */
  readonly question = $derived.by<Extract<Step, Question> | null>(() => {
    const step = this.shown?.step;
    if (this.shown?.phase !== 'asking') return null;
    return step?.kind === 'choose' || step?.kind === 'order' || step?.kind === 'spot' ? step : null;
  });

  /** Hints given to this question or on this screen of the app: 0, 1, 2; 3 is the solution. */
  readonly hints = $derived.by(() => this.#task?.hints ?? this.#ladder.shown);

  /** True in what is done alone: no help, no hints. */
  readonly alone = $derived.by(
    () => this.shown?.phase === 'doing' && (this.shown.part !== undefined || this.#task?.mode === 'test'),
  );

  /** The choice, item or part that Help points at in the end; undefined before. */
  readonly answer = $derived.by(() =>
    this.question && this.#ladder.shown > 2
      ? solutionOf(this.question, this.shown?.answers ?? [])
      : undefined,
  );

  /** When time alone brings the next hint, in milliseconds from now; null where it brings none. */
  hintDue(): number | null {
    const at = this.#task ? this.#task.hintAt() : this.question ? nextHintAt(this.#ladder) : null;
    return at === null ? null : Math.max(0, at - this.now());
  }

  /** The apps of the lesson are here: a task that waits for its app begins. */
  bring(apps: Apps): void {
    this.#apps = apps;
    if (this.shown && this.waits) this.#task = this.#practise(this.shown);
  }

  next(): void {
    const { step, phase, answers } = this.shown ?? {};
    if (step?.kind === 'rate' && phase === 'answered')
      this.happened({ type: 'rated', moment: step.moment, face: Number(answers?.[0]) });
    this.#lesson.send({ type: 'NEXT' });
  }

  back(): void {
    this.#lesson.send({ type: 'BACK' });
  }

  again(): void {
    this.#lesson.send({ type: 'AGAIN' });
  }

  /** A choice is taken, or an item or part is tapped, in a question that is asked with help. */
  tap(id: string): void {
    const { question } = this;
    const answers = this.shown?.answers ?? [];
    if (!question || answers.includes(id)) return;
    const wrong = isWrong(question, answers, id);
    if (wrong) this.#tellWrong(question.id, 'choose', question, id);
    // A sign that was found only because Help pointed at it was missed.
    else if (question.kind === 'spot' && this.answer === id)
      this.#tellWrong(question.id, 'choose', question, id);
    this.#climb(wrong ? 'wrong' : 'right');
    this.#lesson.send({ type: `${question.kind === 'choose' ? 'choose' : 'tap'}.${id}` });
    if (!wrong && this.shown?.phase === 'answered') this.#tell(question.id, 'choose', true);
  }

  /** A question of a check is answered, without help; right or wrong, it goes on. */
  submit(answer: string[]): void {
    const { step, part } = this.shown ?? {};
    if (step?.kind !== 'check' || !part || part.kind === 'task') return;
    const wrong = wrongIn(part, answer);
    for (const id of wrong) this.#tellWrong(step.id, 'test', part, id, partPlace(step, part));
    if (wrong.length === 0) this.#tell(step.id, 'test', true);
    this.#lesson.send({ type: 'task.done', slips: wrong.length > 0 ? 1 : 0, wrong });
  }

  /** It was done on one's own phone. */
  reach(): void {
    const step = this.shown?.step;
    if (step?.kind !== 'do' || this.shown?.phase !== 'asking') return;
    this.#lesson.send({ type: 'DONE' });
    this.happened({ type: 'milestone', step: step.id, milestone: step.milestone });
  }

  /** How sure somebody is, 1 to 5; told once they go on. */
  rate(face: number): void {
    this.#lesson.send({ type: 'RATE', face: String(face) });
  }

  /** The app does the task, for whoever asks to be shown. */
  show(): void {
    this.#helped += 1;
    this.#task?.show();
  }

  /** Help is pressed, or time has passed: the next rung of the ladder. */
  help(cause: Extract<HintCause, 'help' | 'time'> = 'help'): void {
    if (this.alone) return;
    if (this.#task) this.#task.climb(cause);
    else this.#climb(cause);
    if (cause === 'help') this.#helped += 1;
  }

  /** Ends the run; nothing more is told. */
  stop(): void {
    this.#lesson.stop();
    this.#task?.stop();
  }

  #climb(cause: HintCause): void {
    this.#ladder = climb(this.#ladder, cause, this.now());
  }

  #onLesson(snapshot: LessonSnapshot): void {
    const before = this.#shot;
    this.#shot = snapshot;
    if (before === snapshot) return;
    const shown = visibleStep(this.bundle.lesson, snapshot);
    const place = shown ? `${shown.step.id}:${shown.phase}:${shown.part?.id ?? ''}` : '';
    if (place === this.#place) return;
    this.#place = place;
    this.#ladder = noHints(this.now());
    this.#task?.stop();
    this.#task = shown && this.#practise(shown);
    if (shown) this.happened({ type: 'moved', to: checkpoint(this.bundle.lesson, snapshot) });
    if (snapshot.output) {
      const seconds = Math.min(Math.round((this.now() - this.#began) / 1000), longestLesson);
      this.happened({ type: 'finished', ...snapshot.output, seconds });
    }
  }

  #practise(shown: VisibleStep): PracticeRun | null {
    const { step } = shown;
    const todo = todoOf(shown);
    const app = todo && this.app(todo.task.app);
    if (!app) return null;
    const { persona, place } = this.bundle;
    const mode = () => (this.#task?.mode === 'test' ? 'test' : 'coach');
    return new PracticeRun({
      ...todo,
      app,
      cast: { persona, place, scene: todo.task.scene },
      now: this.now,
      onslip: (slip) => this.#tell(step.id, mode(), false, slip),
      ondone: (result) => {
        this.#tell(step.id, mode(), true);
        this.#lesson.send({ type: 'task.done', ...result });
      },
    });
  }

  /** A misconception is told by its name, and where there is none the words that answered. */
  #tellWrong(step: string, mode: 'choose' | 'test', question: Question, id: string, place = step): void {
    const believed = believedBy(question, id);
    this.#tell(step, mode, false, believed ? `misconception.${believed}` : `${place}.feedback.${id}`);
  }

  #tell(step: string, mode: 'choose' | 'coach' | 'test', right: boolean, slip?: string): void {
    this.happened({ type: 'attempt', step, mode, right, slip, helped: this.#helped });
    this.#helped = 0;
  }
}

/** The task that is to be done now, and in which modes; null where none is. */
function todoOf({ step, part, phase }: VisibleStep): { task: WayBody; modes: Mode[] } | null {
  if (phase !== 'doing') return null;
  if (step.kind === 'task') return { task: step, modes: step.modes };
  return part?.kind === 'task' ? { task: part, modes: ['test'] } : null;
}
