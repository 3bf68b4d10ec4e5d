import { isMap, parseDocument, type Document } from 'yaml';
import { appKeys } from './keys';
import { lessonKeys } from './lesson-keys';
import { parseContent, type Files } from './parse';
import { languages } from './schema/words';

/** A words file put in order. */
export interface Filled {
  text: string;
  /** The keys that have an empty place now. */
  made: string[];
  /** What nothing shows and is no longer in it, by key. */
  taken: Record<string, string>;
}

/**
 * The words files of a lesson or app with an empty place for every text that its structure needs and that is not there
 * yet, and without those that nothing shows; undefined where there is no such lesson or app, or its structure or one
 * of these files cannot be read.
 */
export function filled(files: Files, id: string): Record<string, Filled> | undefined {
  for (const folder of [`content/lessons/${id}`, `content/apps/${id}`]) {
    const names = languages.map((lang) => `${folder}/${lang}.yaml`);
    // The words may still be in any state; the structure is read as if they were none.
    const blank = Object.fromEntries(names.map((name) => [name, 'title: x']));
    const { lessons, apps } = parseContent({ ...files, ...blank });
    const lesson = folder.includes('lessons') ? lessons[id] : undefined;
    const app = folder.includes('apps') ? apps[id] : undefined;
    const keys = lesson ? lessonKeys(lesson.value) : app ? appKeys(app.value) : undefined;
    if (!keys) continue;
    const all = names.map((name) => [name, inOrder(files[name] ?? '', keys)] as const);
    return all.some(([, one]) => !one) ? undefined : (Object.fromEntries(all) as Record<string, Filled>);
  }
  return undefined;
}

/** A words file with exactly these keys, those it lacked empty. What else stands in it stays as it is. */
function inOrder(text: string, keys: string[]): Filled | undefined {
  const words: Document = parseDocument(text);
  if (words.errors.length > 0) return undefined;
  const taken = leaves(words.toJS()).filter(([key]) => !keys.includes(key));
  for (const [key] of taken) takeOut(words, key.split('.'));
  const made = keys.filter((key) => !words.hasIn(key.split('.')));
  if (made.length + taken.length === 0) return { text, made, taken: {} };
  const before = isMap(words.contents) ? words.contents.items.length : 0;
  for (const key of made) words.setIn(key.split('.'), '');
  const added = isMap(words.contents) ? words.contents.items.slice(before) : [];
  for (const item of added)
    if (isMap(item.value)) {
      const key = words.createNode(String(item.key));
      key.spaceBefore = true; // a group stands apart from the one before it
      item.key = key;
    }
  return {
    text: words.toString({ lineWidth: 0, singleQuote: true }),
    made,
    taken: Object.fromEntries(taken),
  };
}

/** A text, and the groups that hold nothing else. */
function takeOut(words: Document, path: string[]): void {
  words.deleteIn(path);
  const group = path.slice(0, -1);
  const left = group.length > 0 ? words.getIn(group) : undefined;
  if (isMap(left) && left.items.length === 0) takeOut(words, group);
}

/** The texts by their whole keys; what is no text yet counts as one. */
function leaves(words: unknown, before = ''): [key: string, text: string][] {
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'object' && value !== null && Object.keys(value).length > 0
      ? leaves(value, `${before}${key}.`)
      : [[before + key, typeof value === 'string' ? value : '']],
  );
}
