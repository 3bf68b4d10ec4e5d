import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { lockFile } from './lock';
import type { Files } from './parse';

/** The folders of content whose YAML the checker reads. */
export const contentFolders = [
  'lessons',
  'apps',
  'personas',
  'places',
  'misconceptions',
  'competencies',
  'tracks',
];

/** Reads every YAML file of content below the root of the project, and the lock where there is one. */
export async function readFiles(root: string): Promise<Files> {
  const found = await Promise.all(
    contentFolders.map((folder) => readdir(path.join(root, 'content', folder), { recursive: true })),
  );
  const names = found.flatMap((files, index) =>
    files
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => path.posix.join('content', contentFolders[index] ?? '', file)),
  );
  if (existsSync(path.join(root, lockFile))) names.push(lockFile);
  const texts = await Promise.all(names.map((name) => readFile(path.join(root, name), 'utf8')));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
}
