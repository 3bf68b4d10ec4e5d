import type { Content } from './parse';

/** Whether everything of a kind that is there could be read, so that what none of it names is really unused. */
export function allRead(content: Content, kind: 'lessons' | 'apps'): boolean {
  const met = [...content.met].filter((one) => one.startsWith(`${kind}/`));
  return met.length === Object.keys(content[kind]).length;
}
