import { flatten } from '../keys';
import type { Content } from '../parse';
import { languages } from '../schema/words';
import type { Violation } from '../violation';

/** No province has this code, so no identity number that begins with it belongs to anybody (TT 07/2016, Phụ lục 1). */
const reservedProvince = '000';
/** No network has this prefix, so no phone number that begins with it belongs to anybody. */
const reservedPhone = '0100';

/** Personas have numbers that can belong to nobody, made as real ones are; words hold no number that could. */
export function reservedData(content: Content): Violation[] {
  const personas = Object.values(content.personas).flatMap(({ value: persona, source }) => {
    const found: Violation[] = [];
    if (!persona.idNumber.startsWith(reservedProvince))
      found.push(
        source.violation(
          ['idNumber'],
          'reserved-data',
          `${persona.idNumber} could belong to somebody`,
          `Begin it with ${reservedProvince}.`,
        ),
      );
    if (!persona.phone.startsWith(reservedPhone))
      found.push(
        source.violation(
          ['phone'],
          'reserved-data',
          `${persona.phone} could belong to somebody`,
          `Begin it with ${reservedPhone}.`,
        ),
      );
    const middle = `${(persona.born >= 2000 ? 2 : 0) + (persona.sex === 'female' ? 1 : 0)}${String(persona.born).slice(2)}`;
    if (persona.idNumber.slice(3, 6) !== middle)
      found.push(
        source.violation(
          ['idNumber'],
          'persona-agrees',
          `digits 4 to 6 do not say ${persona.sex}, born ${persona.born}`,
          `Write ${middle} there.`,
        ),
      );
    return found;
  });
  const worded = [...Object.values(content.lessons), ...Object.values(content.apps)];
  const words = worded.flatMap((one) =>
    languages.flatMap((lang) =>
      Object.entries(flatten(one.words[lang].value))
        .filter(([, text]) => couldBeReal(text))
        .map(([key]) =>
          one.words[lang].source.violation(
            key.split('.'),
            'reserved-data',
            `${key} holds a number that could belong to somebody`,
            'Show a value of the persona instead.',
          ),
        ),
    ),
  );
  return [...personas, ...words];
}

/** True where a text holds an identity or mobile number that is not of the reserved ranges. */
export function couldBeReal(text: string): boolean {
  const runs = text.match(/\d(?:[ .]?\d){8,}/g) ?? [];
  return runs
    .map((run) => run.replace(/\D/g, ''))
    .some(
      (digits) =>
        (digits.length === 12 && !digits.startsWith(reservedProvince)) || /^0[35789]\d{8}$/.test(digits),
    );
}
