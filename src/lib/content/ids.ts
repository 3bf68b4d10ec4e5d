/** The i18next namespace of an app's words: `app-vneid:identify.send`. */
export function appNamespace(app: string): string {
  return `app-${app}`;
}

/** The i18next namespace of a lesson's words: `lesson-vneid-activate:why.title`. */
export function lessonNamespace(lesson: string): string {
  return `lesson-${lesson}`;
}

/** The words that answer a slip: `identify.id-number.empty` → `identify.slip.id-number.empty`. */
export function slipKey(slip: string): string {
  const dot = slip.indexOf('.');
  return `${slip.slice(0, dot)}.slip${slip.slice(dot)}`;
}

/** The words of the hints of a screen or a question, from gentle to plain; after them comes the solution. */
export function hintKeys(place: string): [string, string] {
  return [`${place}.hint1`, `${place}.hint2`];
}

/** The i18next namespace of what people believe who go wrong: `misconception:otp-is-secret`. */
export const misconceptionNamespace = 'misconception';
