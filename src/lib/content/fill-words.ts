import { isMap, parseDocument, type Document } from 'yaml';
import { appKeys } from './keys';
import { lessonKeys } from './lesson-keys';
import { parseContent, type Files } from './parse';
import { languages } from './schema/words';

/**
 * The words files of a lesson or app with a place for every text that its structure needs and that is not there yet,
 * empty, to be filled in; undefined where there is no such lesson or app, or its structure cannot be read.
 */
export function withPlaces(files: Files, id: string): Files | undefined {
  for (const folder of [`content/lessons/${id}`, `content/apps/${id}`]) {
    const names = languages.map((lang) => `${folder}/${lang}.yaml`);
    // The words may still be in any state; the structure is read as if they were none.
    const blank = Object.fromEntries(names.map((name) => [name, 'title: x']));
    const { lessons, apps } = parseContent({ ...files, ...blank });
    const lesson = folder.includes('lessons') ? lessons[id] : undefined;
    const app = folder.includes('apps') ? apps[id] : undefined;
    const keys = lesson ? lessonKeys(lesson.value) : app ? appKeys(app.value) : undefined;
    if (keys) return Object.fromEntries(names.map((name) => [name, placed(files[name] ?? '', keys)]));
  }
  return undefined;
}

/** A words file with these keys, those it lacks empty. What stands in it stays as it is. */
function placed(text: string, keys: string[]): string {
  const words: Document = parseDocument(text);
  const missing = keys.map((key) => key.split('.')).filter((path) => !words.hasIn(path));
  if (missing.length === 0) return text;
  const before = isMap(words.contents) ? words.contents.items.length : 0;
  for (const path of missing) words.setIn(path, '');
  const added = isMap(words.contents) ? words.contents.items.slice(before) : [];
  for (const item of added)
    if (isMap(item.value)) {
      const key = words.createNode(String(item.key));
      key.spaceBefore = true; // a group stands apart from the one before it
      item.key = key;
    }
  return words.toString({ lineWidth: 0, singleQuote: true });
}
