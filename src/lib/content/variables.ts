import type { LessonBundle } from './bundle';
import type { Persona } from './schema/persona';
import type { Misconception } from './schema/misconception';
import type { Language, Words } from './schema/words';

/** What a persona says of itself in one language: name, numbers, and small facts of its life. */
export function personaVariables(persona: Persona, lang: Language): Record<string, string> {
  const { name, idNumber, phone, born, values, words } = persona;
  return { name, idNumber, phone, born: String(born), ...values, ...words[lang] };
}

/** Every `{{variable}}` that words of a lesson and its apps may show; an app's message adds its own. */
export function lessonVariables(bundle: LessonBundle, lang: Language): Record<string, string> {
  return { ...bundle.place, ...personaVariables(bundle.persona, lang) };
}

/** The words of misconceptions, by language and id, to be added under `misconceptionNamespace`. */
export function believedWords(misconceptions: Misconception[]): Record<Language, Words> {
  const said = (lang: Language) =>
    Object.fromEntries(misconceptions.map(({ id, words }) => [id, words[lang]]));
  return { vi: said('vi'), en: said('en') };
}
