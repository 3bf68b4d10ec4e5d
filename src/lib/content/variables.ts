import type { LessonBundle } from './bundle';
import type { Persona } from './schema/persona';
import type { Language } from './schema/words';

/** What a persona says of itself in one language: name, numbers, and small facts of its life. */
export function personaVariables(persona: Persona, lang: Language): Record<string, string> {
  const { name, idNumber, phone, born, values, words } = persona;
  return { name, idNumber, phone, born: String(born), ...values, ...words[lang] };
}

/** Every `{{variable}}` that words of a lesson and its apps may show; an app's message adds its own. */
export function lessonVariables(bundle: LessonBundle, lang: Language): Record<string, string> {
  return { ...bundle.place, ...personaVariables(bundle.persona, lang) };
}
