import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openCopy } from './open-copy.mjs';
import { say } from '../say.mjs';

// Called by the server (pocketbase/hooks/backup/try-copy.ts) after it made a backup: `try-copy.mjs <file> <marks>` sees
// to it that the file is on the disk, looks through it, and prints what it found as one line of JSON.

const [file = '', marks = '{}'] = process.argv.slice(2);
for (const path of [file, dirname(file)]) {
  const handle = await open(path);
  await handle.sync();
  await handle.close();
}
const folder = `${file}.unpacked`;
try {
  const { why, events, detail } = await openCopy(file, folder, marks);
  if (detail) console.error(detail);
  say(JSON.stringify({ why, events }));
} finally {
  await rm(folder, { recursive: true, force: true });
}
