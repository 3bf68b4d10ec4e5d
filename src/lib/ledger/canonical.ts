/**
 * JSON with sorted keys and no white space, so that the same event has the same text everywhere.
 * Takes what JSON can hold; `undefined` members are left out. The cost grows with the text, whatever its shape:
 * telling `JSON.stringify` the order by a list of keys would look for every key in every object.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  let members = '';
  for (const key of Object.keys(value).sort()) {
    const member: unknown = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    members += `${members && ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}
