import { outcomes } from '../inputs';
import type { Content } from '../parse';
import { misconceptionsIn } from '../parts';
import { allRead } from '../read-whole';
import type { Violation } from '../violation';

/** Every misconception that content names is known, every one known is named, and the lesson that mends it exists. */
export function misconceptions(content: Content): Violation[] {
  const named = [...inLessons(content), ...inApps(content)];
  const unknown = named
    .filter(({ id }) => !content.met.has(`misconceptions/${id}`))
    .map(({ id, tell }) =>
      tell(
        'unknown-misconception',
        `nobody has put ${id} into words`,
        `Write content/misconceptions/${id}.yaml, or name one that is there.`,
      ),
    );
  // A lesson or an app that could not be read may be the one that names it.
  const whole = allRead(content, 'lessons') && allRead(content, 'apps');
  const known = Object.values(content.misconceptions).flatMap(({ value, source }) => [
    ...(!whole || named.some(({ id }) => id === value.id)
      ? []
      : [
          source.violation(
            ['id'],
            'unused',
            `nothing names the misconception ${value.id}`,
            'Name it where somebody goes wrong who believes it, or take it out.',
          ),
        ]),
    ...(value.lesson === undefined || content.met.has(`lessons/${value.lesson}`)
      ? []
      : [
          source.violation(
            ['lesson'],
            'unknown-lesson',
            `there is no lesson ${value.lesson}`,
            'Name the lesson that mends it.',
          ),
        ]),
  ]);
  return [...unknown, ...known];
}

interface Named {
  id: string;
  tell: (rule: string, message: string, remedy: string) => Violation;
}

function inLessons(content: Content): Named[] {
  return Object.values(content.lessons).flatMap(({ value, source }) =>
    value.steps.flatMap((step, index) =>
      misconceptionsIn({ ...value, steps: [step] }).map((id) => ({
        id,
        tell: (...said) => source.violation(['steps', index], ...said),
      })),
    ),
  );
}

function inApps(content: Content): Named[] {
  return Object.values(content.apps).flatMap(({ value, source }) =>
    Object.entries(value.screens).flatMap(([name, screen]) =>
      outcomes(screen).flatMap(([, { misconception: id }]): Named[] =>
        id === undefined
          ? []
          : [{ id, tell: (...said) => source.violation(['screens', name, 'shows'], ...said) }],
      ),
    ),
  );
}
