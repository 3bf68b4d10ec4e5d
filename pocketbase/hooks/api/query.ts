import { Refusal } from './refusal';

/** The named values of a query string; refuses what does not decode. Other names are passed over. */
export function queryOf(rawQuery: string, names: readonly string[]): { [name: string]: string } {
  const found: { [name: string]: string } = {};
  for (const pair of rawQuery.split('&')) {
    const [name = '', ...value] = pair.split('=');
    if (names.includes(name)) found[name] = decoded(value.join('='));
  }
  return found;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replace(/\+/g, ' '));
  } catch {
    throw new Refusal('bad-request');
  }
}
