import type { CheckPart, Lesson, Step } from '$lib/content/lesson';
import { coverage, explore, reaching } from '$lib/practice/explore';
import { placesOf } from './check-state';
import { lessonMachine, type LessonEvent, type LessonSnapshot } from './machine';
import { stateOf, visibleStep } from './visible-step';

/** What walking a lesson found. */
export interface LessonWalk {
  states: number;
  transitions: number;
  taken: number;
  /** Wrong choices and failed checks, in all states. */
  wrongActions: number;
  /** Steps nobody comes to, and steps from which the end cannot be reached. */
  unreached: string[];
  stuck: string[];
}

/** A lesson's machine, and all that can be done in it; tasks and questions of checks end well or badly. */
export function graphOf(lesson: Lesson) {
  const machine = lessonMachine(lesson);
  const key = (snapshot: LessonSnapshot) => keyOf(lesson, snapshot);
  return { machine, key, graph: explore(machine, (snapshot) => eventsAt(lesson, snapshot), key) };
}

/** Walks a lesson's machine over everything that can be done in it. */
export function walkLesson(lesson: Lesson): LessonWalk {
  const { machine, graph } = graphOf(lesson);
  const { declared, untaken } = coverage(machine, graph);
  const free = reaching(graph, ({ snapshot }) => snapshot.status === 'done');
  const nodes = [...graph.values()];
  const met = new Set(nodes.map(({ snapshot }) => stateOf(snapshot)[0]));
  return {
    states: graph.size,
    transitions: declared,
    taken: declared - untaken.length,
    wrongActions: nodes.flatMap(({ snapshot, edges }) =>
      edges.filter(({ after }) => wentWrong(lesson, snapshot, after)),
    ).length,
    unreached: lesson.steps.map(({ id }) => id).filter((id) => !met.has(id)),
    stuck: [
      ...new Set(nodes.filter(({ key }) => !free.has(key)).map(({ snapshot }) => stateOf(snapshot)[0])),
    ],
  };
}

function eventsAt(lesson: Lesson, snapshot: LessonSnapshot): LessonEvent[] {
  const shown = visibleStep(lesson, snapshot);
  return [
    { type: 'NEXT' },
    { type: 'BACK' },
    { type: 'AGAIN' },
    ...(shown ? eventsOf(shown.step, shown.part) : []),
  ];
}

function eventsOf(step: Step, part: CheckPart | undefined): LessonEvent[] {
  switch (step.kind) {
    case 'explain':
      return [];
    case 'choose':
      return step.choices.map(({ id }): LessonEvent => ({ type: `choose.${id}` }));
    case 'order':
      return step.items.map((id): LessonEvent => ({ type: `tap.${id}` }));
    case 'spot':
      return step.parts.map(({ id }): LessonEvent => ({ type: `tap.${id}` }));
    case 'do':
      return [{ type: 'DONE' }];
    case 'rate':
      return [{ type: 'RATE', face: '3' }];
    case 'task':
      return [{ type: 'task.done', slips: 1 }];
    case 'check':
      // A question answered wrongly is one slip, however wrong; a task has as many as were made.
      return [0, part?.kind === 'task' ? step.allowed + 1 : 1].map((slips): LessonEvent => ({
        type: 'task.done',
        slips,
      }));
  }
}

/**
 * Two states are one where the same step stands as it does: what was done in other steps neither opens nor closes
 * anything in it. Of slips it counts whether they are too many, of signs found not the order.
 */
function keyOf(lesson: Lesson, snapshot: LessonSnapshot): string {
  const { answers, results } = snapshot.context;
  const step = visibleStep(lesson, snapshot)?.step;
  const slips =
    step?.kind === 'check'
      ? placesOf(step).map((place) => Math.min(results[place]?.slips ?? -1, step.allowed + 1))
      : [];
  return JSON.stringify([snapshot.value, [...(answers[step?.id ?? ''] ?? [])].sort(), slips]);
}

function wentWrong(lesson: Lesson, before: LessonSnapshot, after: LessonSnapshot): boolean {
  const missed =
    visibleStep(lesson, after)?.phase === 'missed' && visibleStep(lesson, before)?.phase === 'doing';
  const { feedback } = after.context;
  return missed || (feedback?.right === false && feedback.n > (before.context.feedback?.n ?? 0));
}
