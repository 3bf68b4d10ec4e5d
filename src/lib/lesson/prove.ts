import { checkContent } from '$lib/content/check-content';
import { appKeys } from '$lib/content/keys';
import { lessonKeys } from '$lib/content/lesson-keys';
import { appsOf } from '$lib/content/parts';
import { parseContent, type Content, type Files } from '$lib/content/parse';
import { factsOf } from '$lib/content/rules/dated-facts';
import { languages } from '$lib/content/schema/words';
import type { Violation } from '$lib/content/violation';
import type { Source } from '$lib/content/source';
import { TooLarge } from '$lib/practice/explore';
import { proveApp } from '$lib/practice/prove-app';
import { proveLesson, type LessonCounts } from './prove-lesson';

/** The proof of one lesson or app. */
interface Proof<Counts> {
  id: string;
  version: number;
  counts: Partial<Counts> & { strings: number };
  violations: Violation[];
}

/** All content, proved: what stands in it, and everything wrong with it. */
export interface Report {
  content: Content;
  lessons: Proof<LessonCounts>[];
  apps: Proof<ReturnType<typeof proveApp>['counts']>[];
  violations: Violation[];
  /** Facts to be looked at again, on or before the given day. */
  due: { id: string; file: string; line: number; review: string }[];
}

/**
 * The one checker of content, for build, tests and authors. First everything that can be read off the files; then,
 * where that is in order, a walk through the real machines of every app and lesson.
 */
export function prove(files: Files, today: string): Report {
  const content = parseContent(files);
  const violations = checkContent(content);
  const sound = violations.length === 0;
  const apps = Object.values(content.apps).map(({ value: app, source }) => {
    const lesson = Object.values(content.lessons).find(({ value }) => appsOf(value).includes(app.id));
    const persona = lesson && content.personas[lesson.value.persona];
    if (!lesson)
      violations.push(
        source.violation(['id'], 'unused', `no lesson uses ${app.id}`, 'Write a lesson that does.'),
      );
    const proof = sound && persona ? walked(source, () => proveApp(app, source, persona.value)) : undefined;
    violations.push(...(proof?.violations ?? []));
    return {
      id: app.id,
      version: app.version,
      folder: `content/apps/${app.id}/`,
      counts: { ...proof?.counts, strings: appKeys(app).length * languages.length },
    };
  });
  const whole = violations.length === 0;
  const lessons = Object.values(content.lessons).map((entry) => {
    const { value: lesson } = entry;
    const proof = whole ? walked(entry.source, () => proveLesson(content, entry)) : undefined;
    violations.push(...(proof?.violations ?? []));
    return {
      id: lesson.id,
      version: lesson.version,
      folder: `content/lessons/${lesson.id}/`,
      counts: { ...proof?.counts, strings: lessonKeys(lesson).length * languages.length },
    };
  });
  const own = <One extends { folder: string }>({ folder, ...one }: One) => ({
    ...one,
    violations: violations.filter(({ file }) => file.startsWith(folder)),
  });
  return {
    content,
    lessons: lessons.map(own),
    apps: apps.map(own),
    violations,
    due: factsOf(content)
      .filter(({ fact }) => fact.review <= today)
      .map(({ id, fact, path, source }) => ({
        id,
        file: source.file,
        line: source.lineAt(path),
        review: fact.review,
      })),
  };
}

/** A proof by walking, or word that there is too much to walk. */
function walked<Found extends { counts: object; violations: Violation[] }>(
  source: Source,
  proveIt: () => Found,
): Found | { counts: undefined; violations: Violation[] } {
  try {
    return proveIt();
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    const remedy = 'Clear the fields of a screen when it is left, or cut it in two.';
    return { counts: undefined, violations: [source.violation(['id'], 'too-large', error.message, remedy)] };
  }
}
