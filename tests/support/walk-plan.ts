import { join } from 'node:path';
import { transition } from 'xstate';
import type { PracticeApp } from '../../src/lib/content/app';
import type { Cast } from '../../src/lib/content/cast';
import type { Lesson } from '../../src/lib/content/lesson';
import { parseContent, type Content } from '../../src/lib/content/parse';
import { readFiles } from '../../src/lib/content/read-files';
import { castOf } from '../../src/lib/content/variables';
import type { LessonEvent, LessonSnapshot } from '../../src/lib/lesson/machine';
import { graphOf } from '../../src/lib/lesson/walk';
import type { PracticeEvent } from '../../src/lib/practice/context';
import type { PracticeSnapshot } from '../../src/lib/practice/machine';
import { tours, transitionNames, type Leg } from '../../src/lib/practice/tour';
import { walk } from '../../src/lib/practice/walk';

export type PracticeLeg = Leg<PracticeSnapshot, PracticeEvent>;
export type LessonLeg = Leg<LessonSnapshot, LessonEvent>;

/** One way through an app as a coached task of a lesson has it, and the tours that take what no way before it took. */
export interface WayPlan {
  lesson: Lesson;
  step: string;
  app: PracticeApp;
  cast: Cast;
  tours: PracticeLeg[][];
}

/** The tours through a lesson that together take every transition it declares. */
export interface LessonPlan {
  lesson: Lesson;
  tours: LessonLeg[][];
}

/** The content on the disk, as the build reads it. */
export async function contentOnDisk(): Promise<Content> {
  return parseContent(await readFiles(join(import.meta.dirname, '../..')));
}

/**
 * What to do by hand in the apps: for every coached task the tours that together take each transition its machine
 * declares. What an earlier task of the same app and scene took is not taken again.
 */
export function appPlans(content: Content): WayPlan[] {
  const taken = new Map<string, Set<string>>();
  return Object.values(content.lessons).flatMap(({ value: lesson }) =>
    lesson.steps.flatMap((step): WayPlan[] => {
      if (step.kind !== 'task' || !step.modes.includes('coach')) return [];
      const app = content.apps[step.app]?.value;
      const cast = castOf(content, lesson, step.scene);
      if (!app || !cast) return [];
      const { machine, graph } = walk(app, cast, step);
      const { all, takes } = transitionNames(machine);
      const before = taken.get(app.id) ?? new Set();
      const plan = tours(
        graph,
        takes,
        [...all].filter((name) => !before.has(name)),
      );
      const now = plan.flat().flatMap((leg) => takes(leg.before, leg.event));
      taken.set(app.id, new Set([...before, ...now]));
      return plan.length > 0 ? [{ lesson, step: step.id, app, cast, tours: plan }] : [];
    }),
  );
}

/** What to do by hand in the lessons. Whoever goes back finds what they did there, which the graph does not tell apart. */
export function lessonPlans(content: Content): LessonPlan[] {
  return plansFor(content, (machine) => transitionNames(machine));
}

/** The shortest way through each lesson to its end. */
export function straightWays(content: Content): LessonPlan[] {
  return plansFor(content, (machine) => ({
    all: ['end'],
    takes: (state, event) => (transition(machine, state, event)[0].status === 'done' ? ['end'] : []),
  }));
}

type LessonMachine = ReturnType<typeof graphOf>['machine'];

/** Tours through every lesson that together take all that is wanted of its machine. */
function plansFor(
  content: Content,
  wanted: (machine: LessonMachine) => {
    all: Iterable<string>;
    takes: (state: LessonSnapshot, event: LessonEvent) => string[];
  },
): LessonPlan[] {
  return Object.values(content.lessons).map(({ value: lesson }) => {
    const { machine, key, graph } = graphOf(lesson);
    const { all, takes } = wanted(machine);
    const after = (state: LessonSnapshot, event: LessonEvent) => transition(machine, state, event)[0];
    return { lesson, tours: tours(graph, takes, all, { after, key }) };
  });
}
