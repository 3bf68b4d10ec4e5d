import { structureHash } from '../lock';
import type { Content, Entry } from '../parse';
import type { Lesson } from '../schema/lesson';
import type { Lock } from '../schema/lock';
import type { Violation } from '../violation';

/** What this rule says; a draft with it is as sound to walk as any. */
export const lockRules = ['changed-without-version', 'version-went-back', 'removed-without-alias'];

/**
 * What was released is changed only with a higher version, and what somebody did in it can still be found. What the
 * lock does not name is a draft, and free.
 */
export function lockKept(content: Content): Violation[] {
  if (!content.lock) return [];
  const { lessons, apps } = content.lock.value;
  return [
    ...Object.entries(lessons).flatMap(([id, locked]) => {
      const lesson = content.lessons[id];
      return lesson
        ? [...versionKept(lesson, locked), ...stepsKept(lesson, locked.steps)]
        : gone(content, 'lessons', id);
    }),
    ...Object.entries(apps).flatMap(([id, locked]) => {
      const app = content.apps[id];
      return app ? versionKept(app, locked) : gone(content, 'apps', id);
    }),
  ];
}

function versionKept(
  { value, source }: Entry<{ id: string; version: number }>,
  locked: { version: number; hash: string },
): Violation[] {
  const { id, version } = value;
  if (version < locked.version)
    return [
      source.violation(
        ['version'],
        'version-went-back',
        `${id} was released as version ${locked.version}`,
        `Write version: ${locked.version + 1}.`,
      ),
    ];
  if (version > locked.version || structureHash(source) === locked.hash) return [];
  return [
    source.violation(
      ['version'],
      'changed-without-version',
      `${id} is not the version ${version} that was released`,
      `Write version: ${version + 1}, or undo the change; words may be mended without.`,
    ),
  ];
}

function stepsKept({ value, source }: Entry<Lesson>, released: string[]): Violation[] {
  const known = new Set([...value.steps.map(({ id }) => id), ...Object.keys(value.aliases)]);
  return released
    .filter((step) => !known.has(step))
    .map((step) =>
      source.violation(
        ['steps'],
        'removed-without-alias',
        `the step ${step} was released and is gone`,
        `Bring it back, or name the step that replaces it: aliases: { ${step}: … }.`,
      ),
    );
}

function gone(content: Content, kind: keyof Lock, id: string): Violation[] {
  if (content.met.has(`${kind}/${id}`) || !content.lock) return []; // there, and told by the rule that refused it
  return [
    content.lock.source.violation(
      [kind, id],
      'removed-without-alias',
      `${kind}/${id} was released and is gone`,
      'Bring its folder back. If nobody is to meet it again, take it out of the lock too.',
    ),
  ];
}
