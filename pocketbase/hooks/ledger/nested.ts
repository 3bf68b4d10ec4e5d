/** Nothing that is sent nests deeper than a few levels: a list in a payload in a row in a push makes five. */
const mostNested = 16;

/** True for what nests deeper: the hooks' engine takes a minute to write down 100,000 levels, and the time grows with the square. */
export function nestsDeeper(value: unknown, most = mostNested): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (most === 0) return true;
  const members: unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (let at = 0; at < members.length; at++) {
    if (typeof members[at] === 'object' && nestsDeeper(members[at], most - 1)) return true;
  }
  return false;
}
