import type { Lesson } from '$lib/content/lesson';
import { coverage, explore, reaching } from '$lib/practice/explore';
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

/** Walks a lesson's machine over everything that can be done in it; tasks end well or badly. */
export function walkLesson(lesson: Lesson): LessonWalk {
  const machine = lessonMachine(lesson);
  const graph = explore(machine, (snapshot) => eventsAt(lesson, snapshot), keyOf);
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
  const step = visibleStep(lesson, snapshot)?.step;
  const own =
    step?.kind === 'choose'
      ? step.choices.map(({ id }): LessonEvent => ({ type: `choose.${id}` }))
      : step?.kind !== 'task' && step?.kind !== 'check'
        ? []
        : [0, step.kind === 'check' ? step.allowed + 1 : 1].map((slips): LessonEvent => ({
            type: 'task.done',
            slips,
          }));
  return [{ type: 'NEXT' }, { type: 'BACK' }, { type: 'AGAIN' }, ...own];
}

function keyOf(snapshot: LessonSnapshot): string {
  const { answers, results } = snapshot.context;
  return JSON.stringify([snapshot.value, Object.entries(answers).sort(), Object.entries(results).sort()]);
}

function wentWrong(lesson: Lesson, before: LessonSnapshot, after: LessonSnapshot): boolean {
  const missed =
    visibleStep(lesson, after)?.phase === 'missed' && visibleStep(lesson, before)?.phase === 'doing';
  return missed || (after.context.feedback?.n ?? 0) > (before.context.feedback?.n ?? 0);
}
