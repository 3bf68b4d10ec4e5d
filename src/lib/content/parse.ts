import type * as v from 'valibot';
import { appSchema, type PracticeApp } from './schema/app';
import { lessonSchema, type Lesson } from './schema/lesson';
import { misconceptionSchema, type Misconception } from './schema/misconception';
import { personaSchema, type Persona } from './schema/persona';
import { placeSchema, type Place } from './schema/place';
import { languages, wordsSchema, type Language, type Words } from './schema/words';
import { Source } from './source';
import type { Violation } from './violation';

/** The text of every file of content, by its path from the root of the project. */
export type Files = Record<string, string>;

/** A value together with the file it came from, which knows its lines. */
export interface Entry<Value> {
  value: Value;
  source: Source;
}

/** A structure with its words in every language. */
export interface Worded<Value> extends Entry<Value> {
  words: Record<Language, Entry<Words>>;
}

/** All content that has its shape; what has not is told in `violations` and left out. */
export interface Content {
  lessons: Record<string, Worded<Lesson>>;
  apps: Record<string, Worded<PracticeApp>>;
  personas: Record<string, Entry<Persona>>;
  places: Record<string, Entry<Place>>;
  misconceptions: Record<string, Entry<Misconception>>;
  /** Folders and files met, also those left out: `apps/vneid`, `personas/ba-mau`. */
  met: Set<string>;
  violations: Violation[];
}

/** Reads the files of content into their shapes. Pure: whoever calls it has read the disk. */
export function parseContent(files: Files): Content {
  const content: Content = {
    lessons: {},
    apps: {},
    personas: {},
    places: {},
    misconceptions: {},
    met: new Set(),
    violations: [],
  };
  for (const file of Object.keys(files).sort()) {
    const [, kind = '', id = '', part] = /^content\/(\w+)\/([^/]+?)(?:\/([^/]+))?\.yaml$/.exec(file) ?? [];
    content.met.add(`${kind}/${id}`);
    if (kind === 'lessons' && part === 'lesson') worded(content, files, content.lessons, file, lessonSchema);
    else if (kind === 'apps' && part === 'app') worded(content, files, content.apps, file, appSchema);
    else if (kind === 'personas' && !part) plain(content, files, content.personas, file, personaSchema);
    else if (kind === 'places' && !part) plain(content, files, content.places, file, placeSchema);
    else if (kind === 'misconceptions' && !part)
      plain(content, files, content.misconceptions, file, misconceptionSchema);
    else if (!(isWords(part) && (kind === 'lessons' || kind === 'apps'))) misplaced(content, file);
  }
  return content;
}

function isWords(part: string | undefined): boolean {
  return languages.some((lang) => lang === part);
}

function entry<Value extends { id: string }>(
  content: Content,
  files: Files,
  file: string,
  schema: v.GenericSchema<unknown, Value>,
): Entry<Value> | undefined {
  const source = new Source(file, files[file] ?? '');
  const { value, violations } = source.read(schema);
  content.violations.push(...violations);
  if (!value) return undefined;
  const named = file.split('/')[2]?.replace('.yaml', '');
  if (value.id === named) return { value, source };
  content.violations.push(
    source.violation(
      ['id'],
      'id-is-place',
      `id ${value.id} stands in ${named}`,
      'Give folder and id one name.',
    ),
  );
  return undefined;
}

function plain<Value extends { id: string }>(
  content: Content,
  files: Files,
  into: Record<string, Entry<Value>>,
  file: string,
  schema: v.GenericSchema<unknown, Value>,
): void {
  const read = entry(content, files, file, schema);
  if (read) into[read.value.id] = read;
}

function worded<Value extends { id: string }>(
  content: Content,
  files: Files,
  into: Record<string, Worded<Value>>,
  file: string,
  schema: v.GenericSchema<unknown, Value>,
): void {
  const read = entry(content, files, file, schema);
  const folder = file.slice(0, file.lastIndexOf('/'));
  const words = languages.map((lang) => wordsOf(content, files, `${folder}/${lang}.yaml`));
  const [vi, en] = words;
  if (read && vi && en) into[read.value.id] = { ...read, words: { vi, en } };
}

function wordsOf(content: Content, files: Files, file: string): Entry<Words> | undefined {
  const text = files[file];
  const source = new Source(file, text ?? '');
  if (text === undefined) {
    content.violations.push(
      source.violation([], 'words-file', `${file} is missing`, 'Add the file with the words.'),
    );
    return undefined;
  }
  const { value, violations } = source.read(wordsSchema);
  content.violations.push(...violations);
  return value && { value, source };
}

function misplaced(content: Content, file: string): void {
  content.violations.push({
    file,
    line: 1,
    rule: 'file-place',
    message: 'no part of content has this name',
    remedy:
      'Lessons are lessons/<id>/{lesson,vi,en}.yaml, apps are apps/<id>/{app,vi,en}.yaml, personas, places and misconceptions one file each.',
  });
}
