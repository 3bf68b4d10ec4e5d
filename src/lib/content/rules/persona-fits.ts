import { inputs } from '../inputs';
import { flatten } from '../keys';
import { appsOf } from '../parts';
import type { Content, Entry } from '../parse';
import type { PracticeApp } from '../schema/app';
import type { Lesson } from '../schema/lesson';
import { languages, type Language, type Words } from '../schema/words';
import { personaVariables } from '../variables';
import type { Violation } from '../violation';
import { variables } from './words-complete';

/** Every value that words, cards and fields ask for is had from the persona, the place or the message. */
export function personaFits(content: Content): Violation[] {
  const found = Object.values(content.lessons).flatMap(({ value: lesson, words }) => {
    const apps = appsOf(lesson);
    return languages.flatMap((lang) => {
      const had = hadBy(content, lesson, lang);
      if (!had) return [];
      return [
        ...unknown(words[lang], had, () => []),
        ...apps.flatMap((id) => {
          const app = content.apps[id];
          if (!app) return [];
          return [
            ...unknown(app.words[lang], had, (key) => ofMessage(app.value, key)),
            ...missingIn(app, lesson.persona, had),
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
          'Use a value of the persona, the place or this message.',
        ),
      ),
  );
}

function missingIn(
  { value: app, source }: Entry<PracticeApp>,
  persona: string,
  had: Set<string>,
): Violation[] {
  const cards = Object.entries(app.screens).flatMap(([id, screen]) =>
    screen.shows.flatMap((widget, index) =>
      widget.kind === 'card'
        ? widget.shows
            .filter((name) => !had.has(name))
            .map((name) =>
              source.violation(
                ['screens', id, 'shows', index],
                'unknown-variable',
                `${persona} has no ${name}`,
                'Show a value of the persona, or add it there.',
              ),
            )
        : [],
    ),
  );
  const used = Object.values(app.screens).flatMap((screen) =>
    inputs(screen).flatMap((one) => (one.kind === 'field' ? [one.check] : [])),
  );
  const checks = Object.entries(app.validators).flatMap(([id, check]) => {
    const reference = check.kind === 'digits' ? check.equals : check.kind === 'password' ? check.suggest : '';
    const [from, name = ''] = reference.split('.');
    return from === 'persona' && !had.has(name) && used.includes(id)
      ? [
          source.violation(
            ['validators', id],
            'unknown-variable',
            `${persona} has no ${name}`,
            'Ask for a value of the persona, or add it there.',
          ),
        ]
      : [];
  });
  return [...cards, ...checks];
}
