import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filesOf, kit, named, run } from './kit';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nhaso-image-'));
  for (const [path, text] of Object.entries({
    '/etc/passwd': 'root:x:0:0:root:/root:/bin/bash\n',
    '/etc/group': 'root:x:0:\naudio:x:29:\nvideo:x:44:\n',
    '/etc/hostname': 'kiosk\n',
    '/var/lib/dpkg/status': '',
    '/proc/self/mountinfo': '22 1 253:1 / / rw - ext4 /dev/sda1 rw\n',
  })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const server = ['--server', 'https://nha-so.example.org'];
const install = (...args: string[]) => run(join(kit, 'install'), ['--root', root, ...args]);
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const seen = () => Object.fromEntries(filesOf(root).map((path) => [path, read(path)]));
const nothing = 'Mọi thứ đã đúng, không đổi gì. · All is as it should be; nothing has changed.';

const tools = named('', 'systemctl', 'systemd-sysusers', 'dpkg-query');
const here = it.skipIf(tools.missing);

here(`a dry run says all that it would do, and does nothing${tools.name}`, async () => {
  const before = seen();
  const { code, out } = await install('--dry-run', ...server);
  expect(code).toBe(0);
  expect(out).toContain('writes /etc/systemd/system/nha-so-kiosk.service');
  expect(out).toContain('Nothing was done');
  expect(seen()).toEqual(before);
});

here(`said twice it changes nothing, and removed it leaves what was there before${tools.name}`, async () => {
  const before = filesOf(root);
  expect(await install(...server)).toMatchObject({ code: 0 });
  expect((await install()).out).toContain(nothing);

  expect(read('/etc/nha-so/kiosk.conf')).toContain('\nNHASO_ORIGIN=https://nha-so.example.org\n');
  const policy = JSON.parse(read('/etc/chromium/policies/managed/nha-so.json')) as Record<string, unknown>;
  expect(policy).toMatchObject({
    URLAllowlist: ['https://nha-so.example.org'],
    NotificationsAllowedForUrls: ['https://nha-so.example.org'],
    DownloadRestrictions: 3,
    PrintingEnabled: false,
  });
  expect(JSON.stringify(policy)).not.toContain('127.0.0.1');
  const units = join(root, 'etc/systemd/system');
  expect(readlinkSync(join(units, 'ctrl-alt-del.target'))).toBe('/dev/null');
  expect(existsSync(join(units, 'multi-user.target.wants/nha-so-server.service'))).toBe(false);
  expect(filesOf(root).some((path) => path.includes('x11'))).toBe(false);

  expect((await install('--remove')).out).toContain('/var/lib/nha-so-kiosk');
  const left = filesOf(root).filter((path) => !before.includes(path));
  expect(left.filter((path) => !/^\/etc\/(passwd|group|shadow|gshadow|\.pwd\.lock)-?$/.test(path))).toEqual(
    [],
  );
  expect((await install('--remove')).out).toContain(nothing);
});

here(`what is chosen once stays chosen${tools.name}`, async () => {
  await install(...server, '--screen', 'x11', '--export', 'yes', '--printing', 'yes', '--scale', '1.5');
  expect((await install('--export', 'no')).code).toBe(0);
  expect(read('/etc/nha-so/kiosk.conf')).toMatch(
    /SCREEN=x11\n[^]*SCALE=1.5\n[^]*EXPORT=no\nNHASO_PRINTING=yes\n/,
  );
  expect(JSON.parse(read('/etc/chromium/policies/managed/nha-so.json'))).toMatchObject({
    DownloadRestrictions: 3,
    PrintingEnabled: true,
  });
  expect(read('/etc/systemd/system/nha-so-screen.service')).toContain('Xorg');
  await install('--screen', 'wayland');
  expect(existsSync(join(root, 'etc/systemd/system/nha-so-screen.service'))).toBe(false);
});

here(`a machine that runs from a USB disk does not shut its own disk out${tools.name}`, async () => {
  const disk = join(root, 'sys/devices/pci0/usb2/2-1/block/sda1');
  mkdirSync(disk, { recursive: true });
  mkdirSync(join(root, 'sys/dev/block'), { recursive: true });
  await run('ln', ['-s', disk, join(root, 'sys/dev/block/253:1')]);
  expect((await install(...server)).out).toContain('runs from a USB disk');
  expect(existsSync(join(root, 'etc/udev/rules.d/60-nha-so-usb.rules'))).toBe(false);
});

it.each([
  [['--server', 'http://10.0.0.2:8090'], 'https://'],
  [['--server', 'https://nha-so.example.org/x'], 'only the name'],
  [['--server', 'https://a";{}'], 'only the name'],
  [['--screen', 'xfce'], 'wayland x11'],
  [['--scale', 'big'], '--scale'],
  [['--sever'], '--server'],
])('refuses %j with a sentence, and touches nothing', async (args, sentence) => {
  const before = seen();
  const { code, err } = await install(...args);
  expect(code).toBe(2);
  expect(err).toContain(sentence);
  expect(seen()).toEqual(before);
});
