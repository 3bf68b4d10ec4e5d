import { standingStep } from '../aliases';
import type { Lesson } from '../schema/lesson';
import type { Step } from '../schema/step';
import type { Say } from './say';

/** The kinds of steps by which it is seen what somebody can do. */
const assessing: Step['kind'][] = ['choose', 'order', 'spot', 'check'];

/** What a lesson claims to teach it assesses. */
export function competenciesShape(lesson: Lesson, say: Say): void {
  const assessed = lesson.steps
    .filter(({ kind }) => assessing.includes(kind))
    .flatMap(({ assesses }) => assesses);
  for (const competency of lesson.competencies)
    if (!assessed.includes(competency))
      say(
        ['competencies'],
        'assessed',
        `no question or check assesses ${competency}`,
        'Name it in the assesses of a choose, order, spot or check step.',
      );
  lesson.steps.forEach((step, index) => {
    for (const competency of step.assesses)
      if (!lesson.competencies.includes(competency) || !assessed.includes(competency))
        say(
          ['steps', index, 'assesses'],
          'assessed',
          `${competency} is not claimed, or not assessed here`,
          'Claim it under competencies; only questions and checks assess.',
        );
  });
}

/** How sure somebody feels is asked twice or never: once before, once after. */
export function ratesShape(lesson: Lesson, say: Say): void {
  const moments = lesson.steps.flatMap((step, index) =>
    step.kind === 'rate' ? [{ index, moment: step.moment }] : [],
  );
  const said = moments.map(({ moment }) => moment).join(', ');
  if (moments.length > 0 && said !== 'before, after')
    say(
      ['steps', moments[0]?.index ?? 0, 'rate'],
      'rate-pair',
      `confidence is asked ${said}`,
      'Ask once before what is taught and once after it, or leave both out.',
    );
}

/** A step that is gone leads to one that is there. */
export function aliasesShape(lesson: Lesson, say: Say): void {
  const ids = lesson.steps.map(({ id }) => id);
  for (const [gone, instead] of Object.entries(lesson.aliases)) {
    if (ids.includes(gone))
      say(['aliases', gone], 'alias', `the step ${gone} is still there`, 'Take the alias out.');
    if (standingStep(lesson, instead) === undefined)
      say(
        ['aliases', gone],
        'alias',
        `${instead} leads to no step`,
        'Name a step of this lesson to go on at.',
      );
  }
}
