import type { Content } from '../parse';
import { tasksOf } from '../parts';
import type { Path, Violation } from '../violation';
import { aliasesShape, competenciesShape, ratesShape } from './lesson-course';
import type { Say } from './say';
import { cardShape } from './card-shape';
import { stepShape } from './step-shape';
import { taskShape } from './task-shape';

/** The machine and the words of a lesson already have these names. */
const taken = ['finished', 'title', 'about'];

/** Everything a lesson names exists; what it claims to teach it assesses. Run before it becomes a machine. */
export function lessonShape(content: Content): Violation[] {
  return Object.values(content.lessons).flatMap(({ value: lesson, source }) => {
    const found: Violation[] = [];
    const say: Say = (...what) => found.push(source.violation(...what));
    const met = (kind: string, id: string) => content.met.has(`${kind}/${id}`);
    if (!met('personas', lesson.persona))
      say(
        ['persona'],
        'unknown-persona',
        `there is no persona ${lesson.persona}`,
        'Name a file of content/personas.',
      );
    if (!met('places', lesson.place))
      say(['place'], 'unknown-place', `there is no place ${lesson.place}`, 'Name a file of content/places.');
    for (const id of lesson.prerequisites)
      if (!met('lessons', id) || id === lesson.id)
        say(
          ['prerequisites'],
          'unknown-lesson',
          `there is no other lesson ${id}`,
          'Name a lesson to do before.',
        );
    lesson.steps.forEach((step, index) => {
      const at: Path = ['steps', index];
      if (taken.includes(step.id))
        say(at, 'taken-name', `${step.id} is taken`, 'Call the step something else.');
      if (lesson.steps.findIndex(({ id }) => id === step.id) < index)
        say(at, 'twice', `two steps are called ${step.id}`, 'Give each step its own id.');
      stepShape(lesson, step, index, say);
    });
    for (const task of tasksOf(lesson)) taskShape(content, lesson, task, say);
    competenciesShape(lesson, say);
    ratesShape(lesson, say);
    aliasesShape(lesson, say);
    cardShape(lesson, say);
    for (const fact of Object.keys(lesson.facts))
      if (!lesson.steps.some((step) => step.kind === 'explain' && step.tells.includes(fact)))
        say(
          ['facts', fact],
          'unused',
          `no step tells the fact ${fact}`,
          'Name it in the tells of a step, or take it out.',
        );
    return found;
  });
}
