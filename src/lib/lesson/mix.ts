/**
 * The items in an order that is not the given one, always the same for the same seed: somebody who comes back
 * meets what they left. One item, or none, stays as it is.
 */
export function mix(items: readonly string[], seed: string): string[] {
  const random = randomOf(seed);
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other] ?? '', mixed[last] ?? ''];
  }
  const [first, ...rest] = mixed;
  const same = mixed.every((item, index) => item === items[index]);
  return same && first !== undefined ? [...rest, first] : mixed;
}

/** Numbers from 0 up to 1 that look random, the same for the same seed (FNV-1a, then mulberry32). */
export function randomOf(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
