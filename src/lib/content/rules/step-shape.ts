import type { Content } from '../parse';
import type { Lesson } from '../schema/lesson';
import type { Step } from '../schema/step';
import type { Path } from '../violation';
import type { Say } from './say';

/** What a step names exists, and a question has one right answer and a reason for each wrong one. */
export function stepShape(content: Content, lesson: Lesson, step: Step, index: number, say: Say): void {
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
