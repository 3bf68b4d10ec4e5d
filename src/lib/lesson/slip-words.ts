import type { Apps } from '$lib/content/bundle';
import type { Lesson } from '$lib/content/lesson';
import { appNamespace, lessonNamespace, misconceptionNamespace, slipKey } from '$lib/content/ids';
import { misconceptionOf } from '$lib/practice/slips';

/**
 * Where the words of a slip stand that was written down in a lesson, best first: what somebody believes who makes
 * it, then what they were told. The caller shows the first that there is.
 */
export function slipWords(lesson: Lesson, apps: Apps, slip: string): string[] {
  const [group, believed = ''] = slip.split('.');
  if (group === misconceptionNamespace) return [`${misconceptionNamespace}:${believed}`];
  return [
    ...Object.values(apps).flatMap(({ app }) => {
      const misconception = misconceptionOf(app, slip);
      return misconception === undefined ? [] : [`${misconceptionNamespace}:${misconception}`];
    }),
    ...Object.keys(apps).map((app) => `${appNamespace(app)}:${slipKey(slip)}`),
    `${lessonNamespace(lesson.id)}:${slip}`,
  ];
}
