import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commonFlags } from '../../tools/binary.mjs';
import { filesOf, kit, library, named, run } from './kit';

const scripts = filesOf(kit)
  .map((path) => join(kit, path))
  .filter((path) => readFileSync(path, 'utf8').startsWith('#!/bin/sh') || path.endsWith('.sh'));

it('all scripts are for any POSIX shell, and may be run', async () => {
  expect(scripts.length).toBeGreaterThan(8);
  for (const script of scripts) {
    expect(await run('sh', ['-n', script])).toMatchObject({ code: 0, err: '' });
    if (!script.endsWith('.sh')) accessSync(script, constants.X_OK);
  }
});

const shellcheck = named('no script has what shellcheck warns about', 'shellcheck');
it.skipIf(shellcheck.missing)(shellcheck.name, async () => {
  expect(await run('shellcheck', scripts)).toMatchObject({ code: 0, out: '' });
});

it('the server of a mini PC is started with the flags that npm start gives it', () => {
  const script = readFileSync(join(library, 'server'), 'utf8');
  for (const flag of commonFlags({ data: '"$STATE_DIRECTORY"', hooks: '', migrations: '' })) {
    expect(script).toContain(flag.replace(/^(--hooksDir|--migrationsDir)=$/, '$1='));
  }
});
