import type { Lesson } from './schema/lesson';

/** The step of that id, or the one that stands in its place; aliases of several releases may stand in a row. */
export function standingStep(lesson: Lesson, id: string): string | undefined {
  let step: string | undefined = id;
  for (let hops = Object.keys(lesson.aliases).length; step !== undefined && hops >= 0; hops -= 1) {
    if (lesson.steps.some((one) => one.id === step)) return step;
    step = Object.hasOwn(lesson.aliases, step) ? lesson.aliases[step] : undefined;
  }
  return undefined;
}
