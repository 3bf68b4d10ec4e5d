import type { LessonBundle, LessonCard } from './bundle';
import { outcomes, slipsOf } from './inputs';
import type { Content, Worded } from './parse';
import { appsOf, misconceptionsIn } from './parts';
import type { Lesson } from './schema/lesson';
import type { Misconception } from './schema/misconception';
import type { PosterCard } from './poster';
import type { Language, Words } from './schema/words';
import { placeValues } from './variables';

/** The ids of the modules that content is served as. */
export const modulePrefix = 'virtual:content/';

/** The JavaScript of a virtual module: the catalogue, one lesson, one app, all posters. Undefined where there is none. */
export function moduleCode(content: Content, id: string): string | undefined {
  const [kind, name = ''] = id.slice(modulePrefix.length).split('/');
  const lesson = content.lessons[name];
  const app = content.apps[name];
  if (kind === 'catalogue') return catalogueCode(content);
  if (kind === 'posters')
    return `export const posters = ${json(Object.values(content.posters).map(poster))};`;
  if (kind === 'lesson' && lesson) return lessonCode(content, lesson);
  if (kind === 'app' && app)
    return `export const bundle = ${json({ app: app.value, words: plain(app.words) })};`;
  return undefined;
}

function catalogueCode(content: Content): string {
  const lessons = Object.values(content.lessons);
  const loads = lessons.map(
    ({ value: { id } }) => `${json(id)}: () => import('${modulePrefix}lesson/${id}')`,
  );
  const tracks = Object.values(content.tracks).map(({ value }) => value);
  return `export const cards = ${json(lessons.map(card))};\nexport const tracks = ${json(tracks)};\nexport const load = { ${loads.join(', ')} };`;
}

function card({ value: lesson, words }: Worded<Lesson>): LessonCard {
  const { id, version, track, minutes, picture, competencies, prerequisites } = lesson;
  const said = (key: string) => ({ vi: textOf(words.vi.value, key), en: textOf(words.en.value, key) });
  return {
    id,
    version,
    track,
    minutes,
    picture,
    competencies,
    prerequisites,
    title: said('title'),
    about: said('about'),
  };
}

/** A poster with its words; what states facts plays up to the day on which the first of them is to be looked at again. */
function poster({ value: { id, picture, tone, facts }, words }: Content['posters'][string]): PosterCard {
  const said = (lang: Language) => ({
    title: textOf(words[lang].value, 'title'),
    text: textOf(words[lang].value, 'text'),
  });
  const [until = null] = Object.values(facts)
    .map(({ review }) => review)
    .sort();
  return { id, picture, tone, until, words: { vi: said('vi'), en: said('en') } };
}

function lessonCode(content: Content, { value: lesson, words }: Worded<Lesson>): string {
  const apps = appsOf(lesson);
  const brought = apps.map(
    (app) => `import('${modulePrefix}app/${app}').then(({ bundle }) => [${json(app)}, bundle])`,
  );
  const bring = `async () => Object.fromEntries(await Promise.all([${brought.join(', ')}]))`;
  return `export const bundle = { ...${json(rests(content, lesson, words))}, apps: ${bring} };`;
}

function rests(content: Content, lesson: Lesson, words: Worded<Lesson>['words']): Omit<LessonBundle, 'apps'> {
  const persona = content.personas[lesson.persona]?.value;
  const place = content.places[lesson.place]?.value;
  if (!persona || !place) throw new Error(`${lesson.id}: no ${lesson.persona} or no ${lesson.place}`);
  return {
    lesson,
    words: plain(words),
    persona,
    place: placeValues(place),
    misconceptions: believed(content, lesson),
  };
}

/** The misconceptions of a lesson and of the apps it uses. */
function believed(content: Content, lesson: Lesson): Misconception[] {
  const ofApps = appsOf(lesson).flatMap((app) =>
    Object.values(content.apps[app]?.value.screens ?? {}).flatMap((screen) =>
      outcomes(screen).flatMap(([, outcome]) => slipsOf(outcome).map(({ misconception }) => misconception)),
    ),
  );
  return [...new Set([...misconceptionsIn(lesson), ...ofApps])]
    .flatMap((id) => (id === undefined ? [] : [content.misconceptions[id]?.value]))
    .filter((one) => one !== undefined);
}

function plain(words: Worded<unknown>['words']) {
  return { vi: words.vi.value, en: words.en.value };
}

function textOf(words: Words, key: string): string {
  const text = words[key];
  return typeof text === 'string' ? text : key;
}

/** JSON is JavaScript, but for two line ends that older engines refuse inside strings. */
function json(value: unknown): string {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, (end) =>
    end === '\u2028' ? '\\u2028' : '\\u2029',
  );
}
