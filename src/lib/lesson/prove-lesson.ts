import type { Lesson, Step, WayBody } from '$lib/content/lesson';
import type { Content, Worded } from '$lib/content/parse';
import { tasksOf } from '$lib/content/parts';
import { castOf } from '$lib/content/variables';
import type { Path, Violation } from '$lib/content/violation';
import { mostExtra, proveWay, type WayProof } from '$lib/practice/prove-way';
import { pictureNames } from '$lib/ui/drawings/named';
import { walkLesson } from './walk';

/** The kinds of steps with two hints of their own; tasks have those of their app. */
const hinted: Step['kind'][] = ['choose', 'order', 'spot'];

/** What walking a lesson and its tasks came to. */
export interface LessonCounts {
  steps: number;
  states: number;
  transitions: number;
  taken: number;
  wrongActions: number;
  hints: number;
  tasks: ({ step: string; app: string } & Omit<WayProof, 'stuck' | 'lost' | 'far' | 'bypassed'>)[];
}

/** Proves a lesson whose files are in order: every step is met, the end stays in reach, each task can be done from anywhere in it. */
export function proveLesson(
  content: Content,
  { value: lesson, source }: Worded<Lesson>,
): { counts: LessonCounts; violations: Violation[] } {
  const violations: Violation[] = [];
  const { unreached, stuck, ...walked } = walkLesson(lesson);
  const at = (id: string): Path => ['steps', lesson.steps.findIndex((step) => step.id === id)];
  for (const id of unreached)
    violations.push(
      source.violation(at(id), 'unreachable', `nobody comes to ${id}`, 'Let the step before lead on.'),
    );
  for (const id of stuck)
    violations.push(
      source.violation(at(id), 'stuck', `from ${id} the end cannot be reached`, 'Give the step a way on.'),
    );
  for (const [path, name] of picturesOf(lesson))
    if (!pictureNames.includes(name))
      violations.push(
        source.violation(
          path,
          'unknown-picture',
          `there is no picture ${name}`,
          `Choose one of ${pictureNames.join(', ')}, or draw it in src/lib/ui/drawings and name it in named.ts.`,
        ),
      );
  const ways = new Map<string, WayProof | undefined>();
  const tasks = tasksOf(lesson).flatMap(({ place, task, path }) => {
    const way = JSON.stringify([task.app, task.from, task.goal, task.scene]);
    const proof = ways.get(way) ?? wayOf(content, lesson, task);
    ways.set(way, proof);
    if (!proof) return [];
    const { stuck: noWay, lost, far, bypassed, ...counts } = proof;
    for (const screen of noWay)
      violations.push(
        source.violation(
          path,
          'stuck',
          `${place}: from ${screen} the goal ${task.goal} cannot be reached`,
          `Give ${screen} of ${task.app} a way on or back.`,
        ),
      );
    for (const screen of lost)
      violations.push(
        source.violation(
          path,
          'no-solution',
          `${place}: on ${screen} the next right action does not lead to ${task.goal}`,
          'Let a button that is no slip lead on, with every field it needs on its screen.',
        ),
      );
    for (const screen of far)
      violations.push(
        source.violation(
          path,
          'far',
          `${place}: from ${screen} it is more than ${mostExtra} actions further to ${task.goal} than from ${task.from}`,
          `Let what goes wrong in ${task.app} lead back to where one was, not to the beginning.`,
        ),
      );
    for (const screen of bypassed)
      violations.push(
        source.violation(
          path,
          'checkpoint',
          `${place}: ${screen} can be come to without looking first`,
          `Begin before the screen of the checkpoint of ${task.app}.`,
        ),
      );
    return [{ step: place, app: task.app, ...counts }];
  });
  const hints = lesson.steps.filter(({ kind }) => hinted.includes(kind)).length * 2;
  return { counts: { steps: lesson.steps.length, ...walked, hints, tasks }, violations };
}

/** Every picture that a lesson names, and where it stands. */
function picturesOf(lesson: Lesson): [Path, string][] {
  return [
    [['picture'], lesson.picture],
    ...lesson.steps.flatMap((step, index): [Path, string][] =>
      step.kind === 'explain' && step.picture ? [[['steps', index, 'explain', 'picture'], step.picture]] : [],
    ),
  ];
}

function wayOf(content: Content, lesson: Lesson, { app, from, goal, scene }: WayBody): WayProof | undefined {
  const practised = content.apps[app]?.value;
  const cast = castOf(content, lesson, scene);
  return practised && cast && proveWay(practised, cast, { from, goal });
}
