import { initialTransition, transition } from 'xstate';
import type { CheckPart, Lesson, Step } from '$lib/content/lesson';
import type { Content } from '$lib/content/parse';
import { partPlace, tasksOf } from '$lib/content/parts';
import { castOf } from '$lib/content/variables';
import { isWrong, wrongIn } from '../judge';
import { lessonMachine, type LessonEvent, type LessonMachine, type LessonSnapshot } from '../machine';
import { checkpoint, resume } from '../resume';
import { visibleStep, type VisibleStep } from '../visible-step';
import { answerOf, tapOf } from './answer';
import type { Habits } from './habits';
import { Practice } from './practise';
import { Resident } from './resident';

/** How one resident came through a lesson. */
export interface Passage {
  /** False where they never came to the end. */
  finished: boolean;
  passed: boolean;
  touches: number;
  slips: number;
  hints: number;
  pauses: number;
}

/** One lesson, for residents to go through one after the other on its real machines. */
export class LessonToWalk {
  readonly #machine: LessonMachine;
  readonly #tasks = new Map<string, Practice>();

  constructor(
    content: Content,
    private readonly lesson: Lesson,
  ) {
    this.#machine = lessonMachine(lesson);
    for (const { place, task } of tasksOf(lesson)) {
      const app = content.apps[task.app]?.value;
      const cast = castOf(content, lesson, task.scene);
      if (app && cast) this.#tasks.set(place, new Practice(app, cast, task));
    }
  }

  /** Lets a resident with these habits go through it; the same seed goes the same way. */
  by(habits: Habits, seed: number): Passage {
    const resident = new Resident(habits, seed);
    let [at] = initialTransition(this.#machine);
    while (at.status === 'active' && !resident.tired()) {
      const shown = visibleStep(this.lesson, at);
      const event = shown && !resident.chance(habits.leaves) ? this.#event(resident, shown) : null;
      if (event) [at] = transition(this.#machine, at, event);
      else at = this.#leftAndResumed(resident, at);
      if (placeOf(visibleStep(this.lesson, at)) !== placeOf(shown)) resident.begins();
    }
    const { touches, slips, hints, pauses } = resident;
    const finished = at.status === 'done';
    return { finished, passed: at.output?.passed ?? false, touches, slips, hints, pauses };
  }

  /** What was stored is all that is left; another time the lesson goes on there. */
  #leftAndResumed(resident: Resident, at: LessonSnapshot): LessonSnapshot {
    resident.pauses += 1;
    const stored: unknown = JSON.parse(JSON.stringify(checkpoint(this.lesson, at)));
    const [again] = initialTransition(lessonMachine(this.lesson, resume(this.lesson, stored)));
    return this.#machine.resolveState({ value: again.value, context: again.context });
  }

  /** What they do next; null where they leave in the middle of a task. */
  #event(resident: Resident, shown: VisibleStep): LessonEvent | null {
    const { habits } = resident;
    if (shown.canGoBack && resident.chance(habits.turnsBack)) return touched(resident, { type: 'BACK' });
    if (shown.phase === 'doing') return this.#done(resident, shown);
    if (shown.phase === 'asking') return asked(resident, shown.step, shown.answers);
    if (shown.phase !== 'missed' || resident.chance(habits.givesUp))
      return touched(resident, { type: 'NEXT' });
    resident.practised += 1;
    return touched(resident, { type: 'AGAIN' });
  }

  #done(resident: Resident, { step, part }: VisibleStep): LessonEvent | null {
    if (part && part.kind !== 'task') return answered(resident, part);
    const place = step.kind === 'check' && part ? partPlace(step, part) : step.id;
    const modes = step.kind === 'task' ? step.modes : [];
    watched(resident, modes);
    const result = this.#tasks.get(place)?.doneBy(resident, modes.length > 0 && modes[0] !== 'test');
    return result ? { type: 'task.done', ...result } : null;
  }
}

/** Tells one thing to be done from the next, as hints do. */
function placeOf(shown: VisibleStep | null): string {
  return shown ? `${shown.step.id}:${shown.phase}:${shown.part?.id ?? ''}` : '';
}

function touched(resident: Resident, event: LessonEvent): LessonEvent {
  resident.touch();
  return event;
}

/** Whoever is shown a task watches it, and takes over; where it is only offered, some ask for it. */
function watched(resident: Resident, modes: string[]): void {
  if (modes[0] === 'show') resident.touch();
  else if (modes.includes('show') && resident.chance(resident.habits.watches)) resident.touch(2);
}

/** A question of a check, answered whole. */
function answered(resident: Resident, part: Exclude<CheckPart, { kind: 'task' }>): LessonEvent {
  const answer = answerOf(resident, part);
  resident.touch(answer.length);
  const wrong = wrongIn(part, answer);
  if (wrong.length > 0) resident.slipped();
  return { type: 'task.done', slips: wrong.length > 0 ? 1 : 0, wrong };
}

/** A step that waits for a touch: a question with help, something to do on one's own phone, a face. */
function asked(resident: Resident, step: Step, answers: string[]): LessonEvent {
  resident.touch();
  const skipped = resident.chance(resident.habits.skips);
  if (step.kind === 'rate') return skipped ? { type: 'NEXT' } : { type: 'RATE', face: '4' };
  if (step.kind === 'do') return skipped ? { type: 'NEXT' } : { type: 'DONE' };
  if (step.kind !== 'choose' && step.kind !== 'order' && step.kind !== 'spot') return { type: 'NEXT' };
  resident.perhapsHelped();
  const tap = tapOf(resident, step, answers);
  const wrong = isWrong(step, answers, tap);
  if (wrong) resident.slipped();
  resident.did(wrong ? 'wrong' : 'right');
  return { type: `${step.kind === 'choose' ? 'choose' : 'tap'}.${tap}` };
}
