/** The made-up name of a person of the harness, found again wherever it turns up, and never in their id. */
export function nameOf(person: string): string {
  const letters = [...person].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]);
  return `Người Thử ${letters.join('')}`;
}

/** What is found of a name where only a part of it is shown. */
export const traceOf = (person: string): string => nameOf(person).split(' ').at(-1) ?? '';
