import { readers, type Reader, type Readers, type Reading } from './reader';
import type { PracticeApp } from './schema/app';
import type { Competency } from './schema/competency';
import { lockFile } from './lock';
import type { Lesson } from './schema/lesson';
import type { Lock } from './schema/lock';
import type { Misconception } from './schema/misconception';
import type { Persona } from './schema/persona';
import type { Place } from './schema/place';
import type { Poster } from './schema/poster';
import type { Track } from './schema/track';
import { languages, type Language, type Words } from './schema/words';
import { schemaLine } from './schema-line';
import type { Source } from './source';
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
  competencies: Record<string, Entry<Competency>>;
  tracks: Record<string, Entry<Track>>;
  posters: Record<string, Worded<Poster>>;
  /** What has been released; undefined before the first release. */
  lock?: Entry<Lock>;
  /** Folders and files met, also those left out: `apps/vneid`, `personas/ba-mau`. */
  met: Set<string>;
  violations: Violation[];
}

/**
 * Reads the files of content into their shapes. Pure: whoever calls it has read the disk. With the readers of an
 * earlier time only what has changed since is read.
 */
export function parseContent(files: Files, read: Readers = readers()): Content {
  const content: Content = {
    lessons: {},
    apps: {},
    personas: {},
    places: {},
    misconceptions: {},
    competencies: {},
    tracks: {},
    posters: {},
    met: new Set(),
    violations: [],
  };
  for (const file of Object.keys(files).sort()) {
    if (file === lockFile) {
      content.lock = shaped(content, read.lock.read(file, files[file] ?? ''));
      continue;
    }
    const [, kind = '', id = '', part] = /^content\/(\w+)\/([^/]+?)(?:\/([^/]+))?\.yaml$/.exec(file) ?? [];
    content.met.add(`${kind}/${id}`);
    const text = files[file] ?? '';
    if (!text.startsWith(schemaLine(file) ?? '')) unnamed(content, file);
    if (kind === 'lessons' && part === 'lesson')
      worded(content, files, content.lessons, file, read.lesson, read.words);
    else if (kind === 'apps' && part === 'app')
      worded(content, files, content.apps, file, read.app, read.words);
    else if (kind === 'posters' && part === 'poster')
      worded(content, files, content.posters, file, read.poster, read.posterWords);
    else if (kind === 'personas' && !part) plain(content, content.personas, file, text, read.persona);
    else if (kind === 'places' && !part) plain(content, content.places, file, text, read.place);
    else if (kind === 'misconceptions' && !part)
      plain(content, content.misconceptions, file, text, read.misconception);
    else if (kind === 'competencies' && !part)
      plain(content, content.competencies, file, text, read.competency);
    else if (kind === 'tracks' && !part) plain(content, content.tracks, file, text, read.track);
    else if (!(isWords(part) && ['lessons', 'apps', 'posters'].includes(kind))) misplaced(content, file);
  }
  return content;
}

function isWords(part: string | undefined): boolean {
  return languages.some((lang) => lang === part);
}

function shaped<Value>(
  content: Content,
  { source, value, violations }: Reading<Value>,
): Entry<Value> | undefined {
  content.violations.push(...violations);
  return value && { value, source };
}

function entry<Value extends { id: string }>(
  content: Content,
  file: string,
  text: string,
  reader: Reader<Value>,
): Entry<Value> | undefined {
  const { source, value, violations } = reader.read(file, text);
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
  into: Record<string, Entry<Value>>,
  file: string,
  text: string,
  reader: Reader<Value>,
): void {
  const read = entry(content, file, text, reader);
  if (read) into[read.value.id] = read;
}

function worded<Value extends { id: string }>(
  content: Content,
  files: Files,
  into: Record<string, Worded<Value>>,
  file: string,
  reader: Reader<Value>,
  wordsReader: Reader<Words>,
): void {
  const read = entry(content, file, files[file] ?? '', reader);
  const folder = file.slice(0, file.lastIndexOf('/'));
  const words = languages.map((lang) => wordsOf(content, files, `${folder}/${lang}.yaml`, wordsReader));
  const [vi, en] = words;
  if (read && vi && en) into[read.value.id] = { ...read, words: { vi, en } };
}

function wordsOf(
  content: Content,
  files: Files,
  file: string,
  reader: Reader<Words>,
): Entry<Words> | undefined {
  const text = files[file];
  const { source, value, violations } = reader.read(file, text ?? '');
  if (text === undefined) {
    content.violations.push(
      source.violation([], 'words-file', `${file} is missing`, 'Add the file with the words.'),
    );
    return undefined;
  }
  content.violations.push(...violations);
  return value && { value, source };
}

function unnamed(content: Content, file: string): void {
  content.violations.push({
    file,
    line: 1,
    rule: 'schema-line',
    message: 'no editor knows what this file is',
    remedy: `Let npm run lessons -- --schema write the first line: ${schemaLine(file)}`,
  });
}

function misplaced(content: Content, file: string): void {
  content.violations.push({
    file,
    line: 1,
    rule: 'file-place',
    message: 'no part of content has this name',
    remedy:
      'Lessons are lessons/<id>/{lesson,vi,en}.yaml, apps are apps/<id>/{app,vi,en}.yaml, posters posters/<id>/{poster,vi,en}.yaml, everything else is one file each.',
  });
}
