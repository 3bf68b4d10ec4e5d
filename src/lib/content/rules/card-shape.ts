import type { Lesson } from '../schema/lesson';
import type { Say } from './say';

/** What a lesson puts on its card to take home are parts of its explain steps, each once. */
export function cardShape(lesson: Lesson, say: Say): void {
  const parts = lesson.steps.flatMap((step) =>
    step.kind === 'explain' ? step.parts.map((part) => `${step.id}.${part}`) : [],
  );
  lesson.card?.forEach((name, index, all) => {
    if (!parts.includes(name))
      say(
        ['card', index],
        'unknown-part',
        `no explain step has a part ${name}`,
        'Name <step>.<part> of an explain step.',
      );
    else if (all.indexOf(name) < index)
      say(['card', index], 'twice', `${name} stands twice on the card`, 'Take one out.');
  });
}
