import { valueAt } from '../cast';
import { flatten } from '../keys';
import { appsOf, tasksOf } from '../parts';
import type { Content, Entry } from '../parse';
import { fits, referencesOf } from '../references';
import type { PracticeApp } from '../schema/app';
import type { Lesson } from '../schema/lesson';
import { languages, type Language, type Words } from '../schema/words';
import { personaVariables, placeValues } from '../variables';
import type { Violation } from '../violation';
import { example, sceneNames } from './app-values';
import { variables } from './words-complete';

/** Every value that words, cards and fields ask for is had from the persona, the place, the scene or the message. */
export function personaFits(content: Content): Violation[] {
  const found = Object.values(content.lessons).flatMap(({ value: lesson, words }) => {
    const apps = appsOf(lesson);
    return languages.flatMap((lang) => {
      const had = hadBy(content, lesson, lang);
      if (!had) return [];
      return [
        ...unknown(words[lang], had, (key) => ofScene(content, lesson, key)),
        ...apps.flatMap((id) => {
          const app = content.apps[id];
          if (!app) return [];
          const played = new Set([...had, ...sceneNames(app.value)]);
          return [
            ...unknown(app.words[lang], played, (key) => ofMessage(app.value, key)),
            ...unshown(app, lesson.persona, played),
            ...unreferred(content, app, lesson),
            ...twice(app, had),
          ];
        }),
      ];
    });
  });
  // The same app is looked at for each lesson that uses it; what is wrong with it is told once.
  return [...new Map(found.map((one) => [`${one.file}:${one.line} ${one.message}`, one])).values()];
}

function hadBy(content: Content, lesson: Lesson, lang: Language): Set<string> | undefined {
  const persona = content.personas[lesson.persona];
  const place = content.places[lesson.place];
  if (!persona || !place) return undefined;
  return new Set([...Object.keys(personaVariables(persona.value, lang)), ...Object.keys(place.value.data)]);
}

/** What the words of a task may show besides: the values of the scene it is played in. */
function ofScene(content: Content, lesson: Lesson, key: string): string[] {
  return tasksOf(lesson).flatMap(({ place, task }) => {
    const app = task.scene === undefined ? undefined : content.apps[task.app]?.value;
    return app && key.startsWith(`${place}.`) ? sceneNames(app) : [];
  });
}

function ofMessage(app: PracticeApp, key: string): string[] {
  const [group, message = ''] = key.split('.');
  return group === 'message' ? Object.keys(app.messages[message] ?? {}) : [];
}

function unknown(
  { source, value }: Entry<Words>,
  had: Set<string>,
  more: (key: string) => string[],
): Violation[] {
  return Object.entries(flatten(value)).flatMap(([key, text]) =>
    variables(text)
      .filter((name) => !had.has(name) && !more(key).includes(name))
      .map((name) =>
        source.violation(
          key.split('.'),
          'unknown-variable',
          `nobody knows {{${name}}}`,
          'Use a value of the persona, the place, the scene or this message.',
        ),
      ),
  );
}

/** Cards and receipts that show what is not there. */
function unshown({ value: app, source }: Entry<PracticeApp>, persona: string, had: Set<string>): Violation[] {
  return Object.entries(app.screens).flatMap(([id, screen]) =>
    screen.shows.flatMap((widget, index) =>
      widget.kind === 'card' || widget.kind === 'receipt'
        ? widget.shows
            .filter((name) => !had.has(name))
            .map((name) =>
              source.violation(
                ['screens', id, 'shows', index],
                'unknown-variable',
                `${persona} has no ${name}`,
                'Show a value of the persona or the scene, or add it there.',
              ),
            )
        : [],
    ),
  );
}

/** References that lead to nothing of this lesson's persona and place, or to a value of another kind. */
function unreferred(
  content: Content,
  { value: app, source }: Entry<PracticeApp>,
  lesson: Lesson,
): Violation[] {
  const persona = content.personas[lesson.persona]?.value;
  const place = content.places[lesson.place]?.value;
  if (!persona || !place) return [];
  const cast = { persona, place: placeValues(place) };
  return referencesOf(app)
    .filter(({ to }) => to.startsWith('persona.') || to.startsWith('place.'))
    .flatMap(({ to, wants, path }) => {
      const value = valueAt(app, cast, to);
      if (value === undefined)
        return [
          source.violation(
            path,
            'unknown-variable',
            `${to.startsWith('persona.') ? persona.id : place.id} has no ${to.slice(to.indexOf('.') + 1)}`,
            'Ask for a value that the persona and the place of every lesson have, or add it there.',
          ),
        ];
      return fits(value, wants)
        ? []
        : [source.violation(path, 'wrong-kind', `${to} is no ${wants}`, `Write it as ${example[wants]}.`)];
    });
}

/** Names that mean two things where an app is played. */
function twice({ value: app, source }: Entry<PracticeApp>, had: Set<string>): Violation[] {
  const own: [path: string[], name: string, taken: boolean][] = [
    ...sceneNames(app).map((name): [string[], string, boolean] => [['scenes'], name, had.has(name)]),
    ...Object.entries(app.messages).flatMap(([id, values]) =>
      Object.keys(values).map((name): [string[], string, boolean] => [
        ['messages', id],
        name,
        had.has(name) || sceneNames(app).includes(name),
      ]),
    ),
  ];
  return own
    .filter(([, , taken]) => taken)
    .map(([path, name]) =>
      source.violation(
        path,
        'name-collides',
        `{{${name}}} is a value of the persona, the place or the scene already`,
        'Give it another name.',
      ),
    );
}
