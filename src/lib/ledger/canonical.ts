/**
 * JSON with sorted keys and no white space, so that the same event has the same text everywhere.
 * Takes what JSON can hold; `undefined` members are left out. The cost grows with the text, whatever its shape:
 * telling `JSON.stringify` the order by a list of keys would look for every key in every object.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const keys = Object.keys(value);
  if (isPlainAndSorted(value as Record<string, unknown>, keys)) return JSON.stringify(value);
  let members = '';
  for (const key of keys.sort()) {
    const member: unknown = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    members += `${members && ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

/** Most payloads hold no objects, and their keys stand in order already: a device keeps and sends what it made canonical. */
function isPlainAndSorted(value: Record<string, unknown>, keys: readonly string[]): boolean {
  let before = '';
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as string;
    if (key < before || typeof value[key] === 'object') return false;
    before = key;
  }
  return true;
}
