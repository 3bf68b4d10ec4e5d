import type { Lesson } from '../schema/lesson';
import type { CheckStep, Step } from '../schema/step';
import type { Path } from '../violation';
import { chooseShape, orderShape, spotShape } from './question-shape';
import type { Say } from './say';

/** Words of a step already have these names. */
const taken = ['title', 'picture', 'goal', 'done', 'passed', 'missed', 'question', 'hint1', 'hint2'];

/** What a step names exists, and what it asks can be answered. Its tasks are looked at by `taskShape`. */
export function stepShape(lesson: Lesson, step: Step, index: number, say: Say): void {
  const at: Path = ['steps', index];
  switch (step.kind) {
    case 'explain':
      named(step.parts, [...at, 'explain', 'parts'], say);
      for (const fact of step.tells)
        if (!lesson.facts[fact])
          say(
            [...at, 'explain', 'tells'],
            'unknown-fact',
            `there is no fact ${fact}`,
            'Declare it under facts, with source and dates.',
          );
      break;
    case 'choose':
      chooseShape(step, [...at, 'choose'], say);
      break;
    case 'order':
      orderShape(step, [...at, 'order'], say);
      break;
    case 'spot':
      spotShape(step, [...at, 'spot'], say);
      break;
    case 'do':
      named(step.parts, [...at, 'do', 'parts'], say);
      break;
    case 'check':
      if (!step.single) checkShape(step, [...at, 'check', 'parts'], say);
      break;
    case 'task':
    case 'rate':
  }
}

function checkShape(step: CheckStep, at: Path, say: Say): void {
  named(
    step.parts.map(({ id }) => id),
    at,
    say,
  );
  const questions = step.parts.filter(({ kind }) => kind !== 'task').length;
  if (questions === step.parts.length && questions <= step.allowed)
    say(
      at,
      'cannot-fail',
      `${step.allowed} slips are allowed in ${questions} questions`,
      'Allow fewer slips, or ask more.',
    );
  step.parts.forEach((part, index) => {
    const here = [...at, index, part.kind];
    if (part.kind === 'choose') chooseShape(part, here, say);
    else if (part.kind === 'order') orderShape(part, here, say);
    else if (part.kind === 'spot') spotShape(part, here, say);
  });
}

/** The parts of a step are called differently from each other and from the words around them. */
function named(parts: string[], at: Path, say: Say): void {
  parts.forEach((part, index) => {
    if (taken.includes(part))
      say([...at, index], 'taken-name', `${part} is a name of words`, 'Call the part something else.');
    if (parts.indexOf(part) < index)
      say([...at, index], 'twice', `${part} stands twice`, 'Give each part its own id.');
  });
}
