import { checkContent } from '$lib/content/check-content';
import { appKeys } from '$lib/content/keys';
import { lessonKeys } from '$lib/content/lesson-keys';
import type { Lesson } from '$lib/content/lesson';
import type { PracticeApp } from '$lib/content/app';
import { Memory } from '$lib/content/memory';
import { appsOf, tasksOf } from '$lib/content/parts';
import { parseContent, type Content, type Files, type Worded } from '$lib/content/parse';
import { readers } from '$lib/content/reader';
import { allRead } from '$lib/content/read-whole';
import { factsOf } from '$lib/content/rules/dated-facts';
import { lockRules } from '$lib/content/rules/lock-kept';
import { languages } from '$lib/content/schema/words';
import { castOf } from '$lib/content/variables';
import type { Source } from '$lib/content/source';
import type { Violation } from '$lib/content/violation';
import { TooLarge } from '$lib/practice/explore';
import { proveApp, type AppProof } from '$lib/practice/prove-app';
import { postersDrawn } from './posters-drawn';
import { tracksDrawn } from './tracks-drawn';
import { proveLesson, type LessonCounts } from './prove-lesson';
import type { Due, Report } from './report';

/** What a walk came to; without counts where there was too much to walk. */
interface Walked<Counts> {
  counts?: Counts;
  violations: Violation[];
}

/** Enough for the walks of a big collection and for those of a mutation suite. */
const walksRemembered = 5_000;

/**
 * The one checker of content, for build, tests and authors. First everything that can be read off the files; then a
 * walk through the real machines of every app and lesson whose own files, and those it needs, are in order.
 * One prover asked again does anew only what has changed.
 */
export class Prover {
  readonly #readers = readers();
  readonly #apps = new Memory<Walked<AppProof['counts']>>(walksRemembered);
  readonly #lessons = new Memory<Walked<LessonCounts>>(walksRemembered);
  readonly #numbers = new WeakMap<object, number>();
  #numbered = 0;

  /** Proves all content as it is on a day (`2026-11-23`), which decides only what is due. */
  prove(files: Files, today: string): Report {
    const content = parseContent(files, this.#readers);
    const read = [...checkContent(content), ...tracksDrawn(content), ...postersDrawn(content)];
    const users = usersOf(content);
    const faulty = new Set(read.filter(keepsFromWalking).map(({ file }) => folderOf(file)));
    const apps = Object.values(content.apps).map((app) => ({
      app,
      ...this.#walkApp(content, app, users.get(app.value.id) ?? [], faulty),
    }));
    const walked = apps.filter(({ counts, violations }) => counts && violations.length === 0);
    const sound: Content = {
      ...content,
      apps: Object.fromEntries(walked.map(({ app }) => [app.value.id, app])),
    };
    const lessons = Object.values(content.lessons).map((lesson) => ({
      lesson,
      ...this.#walkLesson(sound, lesson, faulty),
    }));
    const violations = [
      ...read,
      ...unusedApps(content, users),
      ...apps.flatMap((one) => one.violations),
      ...lessons.flatMap((one) => one.violations),
    ];
    const byFolder = grouped(violations);
    return {
      content,
      lessons: lessons.map(({ lesson: { value }, counts }) => ({
        id: value.id,
        version: value.version,
        released: content.lock?.value.lessons[value.id]?.version ?? null,
        counts: {
          ...counts,
          strings: lessonKeys(value).length * languages.length,
          competencies: value.competencies.length,
          facts: Object.keys(value.facts).length,
        },
        violations: byFolder.get(`content/lessons/${value.id}`) ?? [],
      })),
      apps: apps.map(({ app: { value }, counts }) => ({
        id: value.id,
        version: value.version,
        released: content.lock?.value.apps[value.id]?.version ?? null,
        counts: { ...counts, strings: appKeys(value).length * languages.length },
        violations: byFolder.get(`content/apps/${value.id}`) ?? [],
      })),
      violations,
      due: dueOn(content, today),
    };
  }

  /** Walks an app as each persona, and in each place, that some lesson lets practise in it, from wherever a task begins. */
  #walkApp(
    content: Content,
    { value: app, source }: Worded<PracticeApp>,
    users: Lesson[],
    faulty: Set<string>,
  ): Walked<AppProof['counts']> {
    if (faulty.has(folderOf(source.file))) return { violations: [] };
    const doors = doorsOf(app, users);
    const whom = new Map(users.map((lesson) => [`${lesson.persona} ${lesson.place}`, lesson]));
    const walks = [...whom.values()].flatMap((lesson) => {
      const persona = content.personas[lesson.persona];
      const place = content.places[lesson.place];
      const cast = castOf(content, lesson);
      if (!persona || !place || !cast) return [];
      if ([persona, place].some((one) => faulty.has(folderOf(one.source.file)))) return [];
      return this.#apps.recall(
        `${this.#key(app, source, persona.value, place.value)} ${doors.join(' ')}`,
        () => unlessTooLarge(source, () => proveApp(app, source, cast, doors)),
      );
    });
    return { counts: walks[0]?.counts, violations: once(walks.flatMap(({ violations }) => violations)) };
  }

  /** Walks a lesson, and the ways of its tasks through those of its apps that are in `content`. */
  #walkLesson(content: Content, lesson: Worded<Lesson>, faulty: Set<string>): Walked<LessonCounts> {
    const { value, source } = lesson;
    const persona = content.personas[value.persona];
    const place = content.places[value.place];
    if (!persona || !place) return { violations: [] };
    if ([source, persona.source, place.source].some(({ file }) => faulty.has(folderOf(file))))
      return { violations: [] };
    const apps = appsOf(value).flatMap((id) => content.apps[id] ?? []);
    const needs = [persona, place, ...apps].map((one) => one.value);
    return this.#lessons.recall(this.#key(value, source, ...needs), () =>
      unlessTooLarge(source, () => proveLesson(content, lesson)),
    );
  }

  /** A key that is the same where all these values are the very same, as readers give them for the same text. */
  #key(...values: object[]): string {
    return values
      .map((value) => {
        const number = this.#numbers.get(value) ?? ++this.#numbered;
        this.#numbers.set(value, number);
        return number;
      })
      .join(' ');
  }
}

/** The screens of an app where the tasks of these lessons begin, each once. */
function doorsOf(app: PracticeApp, users: Lesson[]): string[] {
  const begins = users.flatMap((lesson) => tasksOf(lesson).map(({ task }) => task));
  const screens = begins.filter((task) => task.app === app.id).map(({ from }) => from);
  return [...new Set(screens)].filter((screen) => screen in app.screens);
}

/** Proves content once. */
export function prove(files: Files, today: string): Report {
  return new Prover().prove(files, today);
}

function unlessTooLarge<Counts>(
  source: Source,
  proveIt: () => { counts: Counts; violations: Violation[] },
): Walked<Counts> {
  try {
    return proveIt();
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    const remedy = 'Clear the fields of a screen when it is left, or cut it in two.';
    return { violations: [source.violation(['id'], 'too-large', error.message, remedy)] };
  }
}

/** `content/apps/vneid` of any file in it; `content/personas/ba-mau` of that file. */
function folderOf(file: string): string {
  return file.split('/').slice(0, 3).join('/').replace('.yaml', '');
}

/** Words, the lock and the line for editors change nothing about how a machine is walked; everything else may. */
function keepsFromWalking({ file, rule }: Violation): boolean {
  return (
    ![...lockRules, 'schema-line'].includes(rule) && !languages.some((lang) => file.endsWith(`/${lang}.yaml`))
  );
}

function grouped(violations: Violation[]): Map<string, Violation[]> {
  const groups = new Map<string, Violation[]>();
  for (const violation of violations) {
    const folder = folderOf(violation.file);
    const group = groups.get(folder);
    if (group) group.push(violation);
    else groups.set(folder, [violation]);
  }
  return groups;
}

function once(violations: Violation[]): Violation[] {
  return [...new Map(violations.map((one) => [`${one.file}:${one.line} ${one.message}`, one])).values()];
}

/** The lessons that practise in each app. */
function usersOf(content: Content): Map<string, Lesson[]> {
  const users = new Map<string, Lesson[]>();
  for (const { value: lesson } of Object.values(content.lessons))
    for (const app of appsOf(lesson)) {
      const known = users.get(app);
      if (known) known.push(lesson);
      else users.set(app, [lesson]);
    }
  return users;
}

function unusedApps(content: Content, users: Map<string, Lesson[]>): Violation[] {
  if (!allRead(content, 'lessons')) return []; // a lesson that could not be read may be the one that uses it
  return Object.values(content.apps)
    .filter(({ value }) => !users.has(value.id))
    .map(({ value: { id }, source }) =>
      source.violation(['id'], 'unused', `no lesson uses ${id}`, 'Write a lesson that does.'),
    );
}

function dueOn(content: Content, today: string): Due[] {
  return factsOf(content)
    .filter(({ fact }) => fact.review <= today)
    .map(({ id, fact, path, source }) => ({
      id,
      file: source.file,
      line: source.lineAt(path),
      review: fact.review,
    }));
}
