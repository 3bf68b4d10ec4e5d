import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kit, run } from './kit';
import { commandLine, dpkg, layOut, otherPackages, programs, soundMachine, type Lies } from './machine';

interface Finding {
  id: string;
  state: 'ok' | 'fault' | 'warn' | 'unseen';
  vi: string;
  en: string;
  mend: string;
}

const origin = 'http://127.0.0.1:8090';
const well = `echo '{"message":"API is healthy.","code":200,"data":{}}'`;
const df = (free: number) => `printf 'h h h Available\\n/dev/x 9 9 ${free} 1%% /\\n'`;
const answers = { curl: well, df: df(50_000), date: 'echo 2026' };

/** Checks a machine that is sound but for what is named. */
async function check(other: Record<string, Lies>, said: Record<string, string> = {}, ...args: string[]) {
  const machine = await layOut({ ...soundMachine(origin), ...other });
  const path = programs({ ...answers, ...said });
  const outcome = await run(join(kit, 'check'), ['--root', machine.root, ...args], { PATH: path.path });
  machine.remove();
  path.remove();
  return outcome;
}

/** What is not as it should be. */
async function wrong(other: Record<string, Lies>, said: Record<string, string> = {}) {
  const { out, code } = await check(other, said, '--json');
  const findings = JSON.parse(out) as Finding[];
  for (const { vi, en, mend, state } of findings) {
    expect(vi && en).toBeTruthy();
    if (state === 'fault' || state === 'warn') expect(mend).toBeTruthy();
  }
  const bad = findings.filter(({ state }) => state !== 'ok');
  expect(code).toBe(bad.some(({ state }) => state === 'fault') ? 1 : 0);
  return bad.map(({ id, state }) => `${state} ${id}`);
}

const conf = (line: string) => ({
  '/etc/nha-so/kiosk.conf': `NHASO_ORIGIN=${origin}\nNHASO_SCREEN=wayland\nNHASO_EXPORT=no\nNHASO_PRINTING=no\n${line}\n`,
});
const group = '/sys/fs/cgroup/system.slice';
const wants = '/etc/systemd/system/multi-user.target.wants';

describe('deploy/kiosk/check', () => {
  it('finds nothing to say about a machine that stands as it should', async () => {
    expect(await wrong({})).toEqual([]);
  });

  it.each<[string, Record<string, Lies>, Record<string, string>, string[]]>([
    ['an address without HTTPS', conf('NHASO_ORIGIN=http://192.168.1.9:8090'), {}, ['fault address']],
    [
      'an address that Chromium keeps nothing of for good',
      conf('NHASO_ORIGIN=http://localhost:8090'),
      {},
      ['fault address'],
    ],
    ['an address with a path', conf('NHASO_ORIGIN=https://nha-so.example.org/'), {}, ['fault address']],
    [
      'a user who may log in',
      { '/etc/passwd': 'nha-so:x:1:1::/:/usr/sbin/nologin\nnha-so-kiosk:x:2:2::/:/bin/bash\n' },
      {},
      ['fault user-nha-so-kiosk'],
    ],
    ['no users', { '/etc/passwd': '' }, {}, ['fault user-nha-so', 'fault user-nha-so-kiosk']],
    [
      'a group missing',
      { '/etc/group': 'audio:x:29:nha-so-kiosk\nvideo:x:44:nha-so-kiosk\nrender:x:1:nha-so-kiosk2\n' },
      {},
      ['fault groups'],
    ],
    ['no policy', { '/etc/chromium/policies/managed/nha-so.json': null }, {}, ['fault policy']],
    [
      'a broken policy',
      { '/etc/chromium/policies/managed/nha-so.json': '{ "URLBlocklist": ["*"' },
      {},
      ['fault policy'],
    ],
    ['a second policy', { '/etc/chromium/policies/managed/a.json': '{}' }, {}, ['warn policy-others']],
    ['no Chromium', { '/var/lib/dpkg/status': otherPackages }, {}, ['fault chromium']],
    [
      'a removed Chromium',
      {
        '/var/lib/dpkg/status': `${dpkg('chromium', '156.0').replace('install ok installed', 'deinstall ok config-files')}${otherPackages}`,
      },
      {},
      ['fault chromium'],
    ],
    [
      'an old Chromium',
      { '/var/lib/dpkg/status': dpkg('chromium', '118.0.5993.70-1') + otherPackages },
      {},
      ['fault chromium'],
    ],
    [
      'cage without Xwayland',
      {
        '/var/lib/dpkg/status':
          dpkg('chromium', '156.0') + otherPackages.replace('Package: xwayland', 'Package: other'),
      },
      {},
      ['fault package-xwayland'],
    ],
    ['no user namespaces', { '/proc/sys/kernel/unprivileged_userns_clone': '0\n' }, {}, ['fault sandbox']],
    ['no browser', { '/proc/52/cmdline': null }, {}, ['fault browser-running']],
    [
      'a browser without its flags',
      { '/proc/52/cmdline': commandLine(['--no-first-run']) },
      {},
      ['fault flags'],
    ],
    [
      'a server that does not start by itself',
      { [`${wants}/nha-so-server.service`]: null },
      {},
      ['fault enabled-nha-so-server'],
    ],
    [
      'a server that does not run',
      { [`${group}/nha-so-server.service/cgroup.procs`]: '' },
      {},
      ['fault running-nha-so-server'],
    ],
    [
      'a screen that does not start by itself',
      { [`${wants}/nha-so-kiosk.service`]: null },
      {},
      ['fault enabled-nha-so-kiosk'],
    ],
    ['a server that does not answer', {}, { curl: 'exit 7' }, ['fault server']],
    ['another server at the address', {}, { curl: 'echo welcome' }, ['fault server']],
    ['no night', { '/etc/systemd/system/timers.target.wants/nha-so-night.timer': null }, {}, ['warn night']],
    [
      'a desktop',
      { '/etc/systemd/system/display-manager.service': { to: '/lib/systemd/system/gdm.service' } },
      {},
      ['fault desktop'],
    ],
    ['terminals', { '/etc/systemd/logind.conf.d/60-nha-so.conf': null }, {}, ['fault terminals']],
    [
      'a terminal that logs in',
      { '/etc/systemd/system/getty@tty1.service.d/a.conf': 'ExecStart=-/sbin/agetty --autologin me %I\n' },
      {},
      ['fault autologin'],
    ],
    ['SysRq', { '/proc/sys/kernel/sysrq': '438\n' }, {}, ['fault sysrq']],
    ['SysRq that is not seen', { '/proc/sys/kernel/sysrq': null }, {}, ['unseen sysrq']],
    ['USB disks', { '/etc/udev/rules.d/60-nha-so-usb.rules': null }, {}, ['warn usb']],
    ['a clock of the last century', {}, { date: 'echo 1970' }, ['fault clock']],
    ['a clock nobody set', { '/run/systemd/timesync/synchronized': null }, {}, ['warn clock']],
    ['no clock with a battery', { '/sys/class/rtc/rtc0/name': null }, {}, ['fault rtc']],
    ['another time zone', { '/etc/localtime': { to: '/usr/share/zoneinfo/Etc/UTC' } }, {}, ['fault zone']],
    ['no UTF-8', { '/etc/default/locale': 'LANG=C\n' }, {}, ['warn locale']],
    ['a full disk', {}, { df: df(300) }, ['fault disk']],
    ['little memory', { '/proc/meminfo': 'MemTotal: 900000 kB\n' }, {}, ['warn memory']],
    ['no swap', { '/proc/swaps': 'Filename Type Size Used Priority\n' }, {}, ['warn swap']],
    [
      'a disk in the clear',
      { '/sys/dev/block/253:1/slaves/dm-0/dm/uuid': null },
      {},
      ['warn luks-nha-so-kiosk', 'warn luks-nha-so'],
    ],
    [
      'data in memory',
      { '/proc/self/mountinfo': '22 1 0:30 / / rw - overlay overlayroot rw\n' },
      {},
      ['warn luks-nha-so-kiosk', 'fault writable-nha-so-kiosk', 'warn luks-nha-so', 'fault writable-nha-so'],
    ],
    [
      'data on a partition of its own',
      {
        '/proc/self/mountinfo':
          '22 1 0:30 / / rw - overlay overlayroot rw\n23 22 253:1 /a /var/lib/nha-so rw - ext4 /dev/mapper/data rw\n24 22 253:1 /b /var/lib/nha-so-kiosk rw - ext4 /dev/mapper/data rw\n',
      },
      {},
      [],
    ],
    [
      'a disk that trusts its cache',
      { '/proc/self/mountinfo': '22 1 253:1 / / rw - ext4 /dev/mapper/root rw,nobarrier\n' },
      {},
      ['fault writable-nha-so-kiosk', 'fault writable-nha-so'],
    ],
    ['no network', { '/sys/class/net/eth0/operstate': 'down\n' }, {}, ['warn network']],
    ['no screen', { '/sys/class/drm/card0-HDMI-A-1/status': 'disconnected\n' }, {}, ['fault screen']],
    ['two screens', { '/sys/class/drm/card0-HDMI-A-2/status': 'connected\n' }, {}, ['fault screen']],
    ['no touch', { '/proc/bus/input/devices': 'N: Name="Keyboard"\nB: PROP=0\n' }, {}, ['fault touch']],
    ['no sound', { '/proc/asound/cards': '--- no soundcards ---\n' }, {}, ['fault sound']],
    ['no camera', { '/sys/class/video4linux/video0/name': null }, {}, ['warn camera']],
    ['speech that is not there', conf('NHASO_SPEECH=yes'), {}, ['fault speech']],
  ])('finds %s', async (_, other, said, expected) => {
    expect(await wrong(other, said)).toEqual(expected);
  });

  it('finds a browser that somebody could look into', async () => {
    const sound = soundMachine(origin)['/proc/52/cmdline'] as string;
    const open = sound.replace('--kiosk', '--remote-debugging-port=9222\0--kiosk');
    expect(await wrong({ '/proc/52/cmdline': open })).toEqual(['fault flags-open']);
  });

  it('asks nothing of a local server where the server is elsewhere', async () => {
    const away = {
      ...conf('NHASO_ORIGIN=https://nha-so.example.org'),
      [`${group}/nha-so-server.service/cgroup.procs`]: '',
      [`${wants}/nha-so-server.service`]: null,
      '/etc/passwd': 'nha-so-kiosk:x:2:2::/:/usr/sbin/nologin\n',
    };
    expect(await wrong(away)).toEqual([]);
  });

  it('runs nothing that a kiosk.conf says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nhaso-never-'));
    const never = join(folder, 'never');
    await check(conf(`NHASO_SPEECH=$(touch ${never})\n\`touch ${never}\`\ntouch ${never}`), {}, '--json');
    expect(existsSync(never)).toBe(false);
    rmSync(folder, { recursive: true });
  });

  it('tells a person in both languages what is wrong and what to do', async () => {
    const { out, code } = await check({ '/proc/asound/cards': null });
    expect(code).toBe(1);
    expect(out).toContain('✗ Không có card âm thanh: bà con sẽ không nghe đọc · There is no sound card');
    expect(out).toContain('    → cat /proc/asound/cards');
    expect(out.trimEnd().split('\n').at(-1)).toBe('Còn 1 lỗi cần sửa · 1 faults to mend');
  });

  it('explains itself where it is called wrongly', async () => {
    const { code, err } = await check({}, {}, '--rot');
    expect(code).toBe(2);
    for (const word of ['--root', '--json']) expect(err).toContain(word);
  });
});
