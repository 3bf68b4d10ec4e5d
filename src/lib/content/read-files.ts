import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { lockFile } from './lock';
import type { Files } from './parse';
import { templateFolder } from './template';

/** The folders of content whose YAML the checker reads. */
export const contentFolders = [
  'lessons',
  'apps',
  'personas',
  'places',
  'misconceptions',
  'competencies',
  'tracks',
  'posters',
];

/** Reads every YAML file of content below the root of the project, and the lock where there is one. */
export async function readFiles(root: string): Promise<Files> {
  const found = await Promise.all(contentFolders.map((folder) => yamlIn(root, `content/${folder}`)));
  const lock = existsSync(path.join(root, lockFile)) ? [lockFile] : [];
  return textsOf(root, [...found.flat(), ...lock]);
}

/** Reads the lesson, the app and the poster that authors begin with. */
export async function readTemplates(root: string): Promise<Files> {
  return textsOf(root, await yamlIn(root, templateFolder));
}

async function yamlIn(root: string, folder: string): Promise<string[]> {
  const files = await readdir(path.join(root, folder), { recursive: true });
  return files.filter((file) => file.endsWith('.yaml')).map((file) => path.posix.join(folder, file));
}

async function textsOf(root: string, names: string[]): Promise<Files> {
  const texts = await Promise.all(names.map((name) => readFile(path.join(root, name), 'utf8')));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
}
