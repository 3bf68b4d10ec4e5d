import { createHash } from 'node:crypto';
import type { Content, Entry } from './parse';
import type { Lock } from './schema/lock';
import type { Source } from './source';

/** Where the lock stands, from the root of the project. */
export const lockFile = 'content/lock.json';

/** SHA-256 of a structure as it is written, but for its comments and layout, its version and the dates of its facts. */
export function structureHash(source: Source): string {
  const { version: _, facts: __, ...structure } = source.value() as Record<string, unknown>;
  return createHash('sha256').update(JSON.stringify(structure)).digest('hex');
}

/** The lock after a release of all content, or of the lessons and apps named; ids in the order of the alphabet. */
export function released(content: Content, named: string[] = []): Lock {
  const before = content.lock?.value ?? { lessons: {}, apps: {} };
  const chosen = <Value extends { id: string }>(all: Record<string, Entry<Value>>) =>
    Object.values(all).filter(({ value }) => named.length === 0 || named.includes(value.id));
  const lessons: [string, Lock['lessons'][string]][] = chosen(content.lessons).map(({ value, source }) => {
    const known = before.lessons[value.id]?.steps ?? [];
    const now = value.steps.map(({ id }) => id).filter((id) => !known.includes(id));
    return [value.id, { version: value.version, hash: structureHash(source), steps: [...known, ...now] }];
  });
  const apps: [string, Lock['apps'][string]][] = chosen(content.apps).map(({ value, source }) => [
    value.id,
    { version: value.version, hash: structureHash(source), screens: Object.keys(value.screens) },
  ]);
  return { lessons: merged(before.lessons, lessons), apps: merged(before.apps, apps) };
}

function merged<Value>(before: Record<string, Value>, now: [string, Value][]): Record<string, Value> {
  const all = Object.entries({ ...before, ...Object.fromEntries(now) });
  return Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1)));
}
