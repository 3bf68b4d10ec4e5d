import type { Apps, LessonBundle } from './bundle';
import type { Cast } from './cast';
import type { Content } from './parse';
import { tasksOf } from './parts';
import type { PracticeApp } from './schema/app';
import type { Lesson } from './schema/lesson';
import type { Persona } from './schema/persona';
import type { Misconception } from './schema/misconception';
import type { Place } from './schema/place';
import type { Value } from './schema/value';
import type { Language, Words } from './schema/words';
import { shownAll } from './values';

/** What a persona says of itself in one language: name, numbers, and small facts of its life. */
export function personaVariables(persona: Persona, lang: Language): Record<string, string> {
  const { name, idNumber, phone, born, values, words } = persona;
  return { name, idNumber, phone, born: String(born), ...shownAll(values, lang), ...words[lang] };
}

/** The values of a place without their sources. */
export function placeValues(place: Place): Record<string, Value> {
  return Object.fromEntries(Object.entries(place.data).map(([name, { value }]) => [name, value]));
}

/** What a lesson's apps are played with; undefined where its persona or place is not there. */
export function castOf(
  content: Pick<Content, 'personas' | 'places'>,
  lesson: Pick<Lesson, 'persona' | 'place'>,
  scene?: string,
): Cast | undefined {
  const persona = content.personas[lesson.persona]?.value;
  const place = content.places[lesson.place]?.value;
  return persona && place && { persona, place: placeValues(place), scene };
}

/** Every `{{variable}}` that words of a lesson and its apps may show; an app's message and its scene add their own. */
export function lessonVariables(bundle: LessonBundle, lang: Language): Record<string, string> {
  return { ...shownAll(bundle.place, lang), ...personaVariables(bundle.persona, lang) };
}

/** What words show besides, while an app is played in one of its scenes. */
export function sceneVariables(
  app: PracticeApp | null | undefined,
  scene: string | undefined,
  lang: Language,
): Record<string, string> {
  return shownAll((scene && app?.scenes[scene]) || {}, lang);
}

/**
 * What words of a lesson may show to whoever reads afterwards how it went: a scene's value, and where scenes of its
 * tasks differ in it, all of them with ` / ` between, since nobody wrote down which it was.
 */
export function toldVariables(bundle: LessonBundle, apps: Apps, lang: Language): Record<string, string> {
  const scenes = tasksOf(bundle.lesson).map(({ task }) =>
    sceneVariables(apps[task.app]?.app, task.scene, lang),
  );
  const names = new Set(scenes.flatMap(Object.keys));
  const values = (name: string) => new Set(scenes.flatMap((scene) => scene[name] ?? []));
  return {
    ...lessonVariables(bundle, lang),
    ...Object.fromEntries([...names].map((name) => [name, [...values(name)].join(' / ')])),
  };
}

/** The words of misconceptions, by language and id, to be added under `misconceptionNamespace`. */
export function believedWords(misconceptions: Misconception[]): Record<Language, Words> {
  const said = (lang: Language) =>
    Object.fromEntries(misconceptions.map(({ id, words }) => [id, words[lang]]));
  return { vi: said('vi'), en: said('en') };
}
