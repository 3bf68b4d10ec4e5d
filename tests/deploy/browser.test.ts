import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kit, library } from './kit';

// Flags and policies are asked of the Chromium that is here: old guides still name what browsers have long ignored.
// On Debian /usr/bin/chromium is a script that starts the program.
const binary =
  ['/usr/lib/chromium/chromium', process.env['CHROMIUM'] ?? '']
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path))
    .find((bytes) => bytes.toString('latin1', 1, 4) === 'ELF') ?? null;
const here = it.skipIf(!binary);
const named = (name: string) => (binary ? name : `${name} (skipped: no Chromium found)`);

/** True where the program holds this very string: switches and policies are kept by name, ended by a zero. */
const knows = (name: string) => binary?.includes(`\0${name}\0`) ?? false;

const scripts = ['flags', 'browser'].map((file) => readFileSync(join(library, file), 'utf8')).join('\n');
const switches = [...scripts.matchAll(/(?<=^|[\s"])--([a-z][a-z-]+)/gm)].map(([, name]) => name ?? '');
const policy = JSON.parse(readFileSync(join(library, 'policy.json'), 'utf8')) as Record<string, unknown>;

here(named('every flag of the kit is one that Chromium knows'), () => {
  expect(switches.length).toBeGreaterThan(15);
  expect(switches.filter((name) => !knows(name))).toEqual([]);
  for (const feature of ['OverscrollHistoryNavigation']) expect(binary?.includes(`${feature}\0`)).toBe(true);
});

here(named('every policy of the kit is one that Chromium knows'), () => {
  expect(Object.keys(policy).filter((name) => !knows(name))).toEqual([]);
});

here(named('a made-up flag and a flag of old guides would be found out'), () => {
  expect(
    ['kiosk-made-up', 'disable-session-crashed-bubble', 'disable-restore-session-state'].filter(knows),
  ).toEqual([]);
});

it('nothing that opens the browser, or clears what the house keeps, is among flags and policies', () => {
  for (const never of ['remote-debugging-port', 'remote-debugging-pipe', 'no-sandbox', 'incognito']) {
    expect(switches).not.toContain(never);
  }
  for (const never of ['IdleTimeoutActions', 'ClearBrowsingDataOnExitList', 'BrowsingDataLifetime']) {
    expect(policy).not.toHaveProperty(never);
  }
  expect(policy).toMatchObject({
    DeveloperToolsAvailability: 2,
    RemoteDebuggingAllowed: false,
    URLBlocklist: ['*', 'http://127.0.0.1:8090/_/'],
    URLAllowlist: ['http://127.0.0.1:8090'],
  });
});

it('the units start the browser and the server as they are laid out', () => {
  const unit = (name: string) => readFileSync(join(kit, 'root/etc/systemd/system', name), 'utf8');
  expect(unit('nha-so-kiosk.service')).toContain('ExecStart=/usr/local/lib/nha-so/screen\n');
  expect(unit('nha-so-server.service')).toContain('ExecStart=/usr/local/lib/nha-so/server serve\n');
});
