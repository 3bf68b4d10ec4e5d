import type { Content } from '../parse';
import type { Lesson } from '../schema/lesson';
import type { Step } from '../schema/step';
import type { Path, Violation } from '../violation';

type Say = (path: Path, rule: string, message: string, remedy: string) => void;

/** The machine and the words of a lesson already have these names. */
const taken = ['finished', 'title', 'about', 'misconception'];

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
      stepShape(content, lesson, step, index, say);
    });
    competencies(lesson, say);
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

function stepShape(content: Content, lesson: Lesson, step: Step, index: number, say: Say): void {
  const at: Path = ['steps', index];
  if (step.kind === 'explain') {
    for (const fact of step.tells)
      if (!lesson.facts[fact])
        say(
          [...at, 'explain', 'tells'],
          'unknown-fact',
          `there is no fact ${fact}`,
          'Declare it under facts, with source and dates.',
        );
  } else if (step.kind === 'choose') {
    const rights = step.choices.filter(({ right }) => right).length;
    if (rights !== 1)
      say(
        [...at, 'choose'],
        'one-right-choice',
        `${rights} choices are right`,
        'Mark exactly one choice right: true.',
      );
    if (step.choices.length < 2)
      say([...at, 'choose'], 'too-few-options', 'there is nothing to choose', 'Offer at least two choices.');
    for (const { id, right, misconception } of step.choices)
      if (right === (misconception !== undefined))
        say(
          [...at, 'choose', id],
          'misconception',
          right ? `${id} is right and names a misconception` : `${id} is wrong and names no misconception`,
          'Name what somebody believes who takes a wrong choice, and only there.',
        );
  } else {
    const { app, from, goal } = step;
    if (!content.met.has(`apps/${app}`))
      say(
        [...at, step.kind, 'app'],
        'unknown-app',
        `there is no app ${app}`,
        'Name a folder of content/apps.',
      );
    const screens = content.apps[app]?.value.screens;
    for (const [key, screen] of [
      ['from', from],
      ['goal', goal],
    ] as const)
      if (screens && !screens[screen])
        say(
          [...at, step.kind, key],
          'unknown-screen',
          `${app} has no screen ${screen}`,
          'Name a screen of that app.',
        );
    if (from === goal)
      say(
        [...at, step.kind],
        'nothing-to-do',
        'the task ends where it begins',
        'Let goal be another screen than from.',
      );
    if (
      step.kind === 'check' &&
      !lesson.steps.slice(0, index).some((one) => one.kind === 'task' && one.app === app)
    )
      say(
        at,
        'untaught-check',
        `nobody has practised ${app} before ${step.id}`,
        'Put a coached task in the same app before the check.',
      );
  }
}

function competencies(lesson: Lesson, say: Say): void {
  const assessed = lesson.steps
    .filter(({ kind }) => kind === 'choose' || kind === 'check')
    .flatMap(({ assesses }) => assesses);
  for (const competency of lesson.competencies)
    if (!assessed.includes(competency))
      say(
        ['competencies'],
        'assessed',
        `no question or check assesses ${competency}`,
        'Name it in the assesses of a choose or check step.',
      );
  lesson.steps.forEach((step, index) => {
    for (const competency of step.assesses)
      if (!lesson.competencies.includes(competency) || !assessed.includes(competency))
        say(
          ['steps', index, 'assesses'],
          'assessed',
          `${competency} is not claimed, or not assessed here`,
          'Claim it under competencies; only choose and check steps assess.',
        );
  });
}
