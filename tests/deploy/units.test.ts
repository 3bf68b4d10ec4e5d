import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesOf, kit, named, run } from './kit';

const units = ['root', 'x11']
  .flatMap((tree) => filesOf(join(kit, tree)).map((path) => join(kit, tree, path)))
  .filter((path) => /\.(service|timer)$/.test(path));

const verify = named('systemd finds nothing wrong with the units', 'systemd-analyze');
it.skipIf(verify.missing)(verify.name, async () => {
  const { err } = await run('systemd-analyze', ['verify', '--man=no', ...units]);
  // The programs are on the kiosk; everything else it says of our units is a fault.
  const complaints = err.split('\n').filter((line) => line.includes('nha-so'));
  expect(complaints.filter((line) => !line.endsWith('is not executable: No such file or directory'))).toEqual(
    [],
  );
});

it.each(['nha-so-server', 'nha-so-kiosk'])('%s always comes back, and is watched', (name) => {
  const unit = readFileSync(join(kit, 'root/etc/systemd/system', `${name}.service`), 'utf8');
  for (const line of [
    'Restart=always',
    'StartLimitIntervalSec=0', // or systemd gives up after five quick ends
    'NotifyAccess=all', // the watcher is not the main process
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'CapabilityBoundingSet=',
  ]) {
    expect(unit.split('\n')).toContain(line);
  }
  const watchdog = Number(/^WatchdogSec=(\d+)$/m.exec(unit)?.[1]);
  const script = readFileSync(join(kit, 'root/usr/local/lib/nha-so', `watch-${name.slice(7)}`), 'utf8');
  const every = Number(/^every=(\d+)/m.exec(script)?.[1] ?? /sleep (\d+); fi/.exec(script)?.[1]);
  expect(every * 3).toBeLessThan(watchdog); // two beats may be lost on a busy machine
  // A PAM session would move the browser out of the unit, and with it out of the watchdog's sight.
  expect(unit).not.toMatch(/^PAMName=/m);
});
