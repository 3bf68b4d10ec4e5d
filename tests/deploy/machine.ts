import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { library, run } from './kit';

/** What lies at a path of a made-up machine: text, a link, or nothing. */
export type Lies = string | { to: string } | null;

const packages = ['cage', 'seatd', 'xwayland', 'curl', 'systemd-timesyncd'];
const flags = readFileSync(join(library, 'flags'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('--'));

/** A package in dpkg's list, as it stands there once it is installed. */
export const dpkg = (name: string, version: string) =>
  `Package: ${name}\nStatus: install ok installed\nVersion: ${version}\n\n`;

/** The running browser's command line, as the kernel shows it. */
export const commandLine = (args: string[]) =>
  ['/usr/lib/chromium/chromium', ...args, '--kiosk', ''].join('\0');

/** All packages of the kit beside a Chromium. */
export const otherPackages = packages.map((name) => dpkg(name, '1.0')).join('');

/** A mini PC that stands as it should: encrypted disk, one touch screen, all services up, clock set by the network. */
export function soundMachine(origin: string): Record<string, Lies> {
  const unit = { to: '/etc/systemd/system/a.service' };
  return {
    '/etc/nha-so/kiosk.conf': `NHASO_ORIGIN=${origin}\nNHASO_SCREEN=wayland\nNHASO_SCALE=1\nNHASO_EXPORT=no\nNHASO_PRINTING=no\nNHASO_SPEECH=no\n`,
    '/etc/passwd':
      'root:x:0:0::/root:/bin/bash\nnha-so:x:990:990::/var/lib/nha-so:/usr/sbin/nologin\nnha-so-kiosk:x:991:991::/var/lib/nha-so-kiosk:/usr/sbin/nologin\n',
    '/etc/group': 'audio:x:29:nha-so-kiosk\nvideo:x:44:nha-so-kiosk\nrender:x:104:other,nha-so-kiosk\n',
    '/etc/localtime': { to: '/usr/share/zoneinfo/Asia/Ho_Chi_Minh' },
    '/etc/default/locale': 'LANG=vi_VN.UTF-8\n',
    '/etc/systemd/logind.conf.d/60-nha-so.conf': '[Login]\nNAutoVTs=0\n',
    '/etc/systemd/system/ctrl-alt-del.target': { to: '/dev/null' },
    '/etc/systemd/system/multi-user.target.wants/nha-so-server.service': unit,
    '/etc/systemd/system/multi-user.target.wants/nha-so-kiosk.service': unit,
    '/etc/systemd/system/timers.target.wants/nha-so-night.timer': unit,
    '/etc/udev/rules.d/60-nha-so-usb.rules': '#\n',
    '/var/lib/dpkg/status': dpkg('chromium', '156.0.8078.108-1~deb12u1') + otherPackages,
    '/sys/fs/cgroup/system.slice/nha-so-server.service/cgroup.procs': '40\n',
    '/sys/fs/cgroup/system.slice/nha-so-kiosk.service/cgroup.procs': '50\n51\n52\n',
    '/proc/50/cmdline': 'cage\0-d\0--\0',
    '/proc/51/cmdline': '/usr/lib/chromium/chromium --type=renderer --x',
    '/proc/52/cmdline': commandLine(flags),
    '/proc/sys/kernel/sysrq': '0\n',
    '/proc/sys/kernel/unprivileged_userns_clone': '1\n',
    '/proc/sys/user/max_user_namespaces': '15000\n',
    '/proc/meminfo': 'MemTotal:        8000000 kB\n',
    '/proc/swaps': 'Filename Type Size Used Priority\n/dev/zram0 partition 1000 0 100\n',
    '/proc/self/mountinfo': '22 1 253:1 / / rw,relatime shared:1 - ext4 /dev/mapper/root rw\n',
    '/sys/dev/block/253:1/dm/uuid': 'LVM-x\n',
    '/sys/dev/block/253:1/slaves/dm-0/dm/uuid': 'CRYPT-LUKS2-x-root\n',
    '/proc/bus/input/devices': 'N: Name="Panel"\nB: PROP=2\nB: EV=b\n',
    '/proc/asound/cards': ' 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n',
    '/run/systemd/timesync/synchronized': '',
    '/sys/class/rtc/rtc0/name': 'rtc_cmos\n',
    '/sys/class/net/lo/operstate': 'unknown\n',
    '/sys/class/net/eth0/operstate': 'up\n',
    '/sys/class/drm/card0-HDMI-A-1/status': 'connected\n',
    '/sys/class/drm/card0-HDMI-A-2/status': 'disconnected\n',
    '/sys/class/video4linux/video0/name': 'Camera\n',
  };
}

/** Lays a machine out in a folder, with the policy that the kit makes of its kiosk.conf unless it has one. */
export async function layOut(machine: Record<string, Lies>): Promise<{ root: string; remove: () => void }> {
  const root = mkdtempSync(join(tmpdir(), 'nhaso-machine-'));
  for (const [path, lies] of Object.entries(machine)) {
    if (lies === null) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (typeof lies === 'string') writeFileSync(join(root, path), lies);
    else symlinkSync(lies.to, join(root, path));
  }
  const policy = '/etc/chromium/policies/managed/nha-so.json';
  if (!(policy in machine) && machine['/etc/nha-so/kiosk.conf'] !== null) {
    const { out } = await run(join(library, 'policy'), [join(root, 'etc/nha-so/kiosk.conf')]);
    mkdirSync(dirname(join(root, policy)), { recursive: true });
    writeFileSync(join(root, policy), out);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** A folder with programs that answer what they are told to, to stand before the machine's own in PATH. */
export function programs(answers: Record<string, string>): { path: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'nhaso-programs-'));
  for (const [name, says] of Object.entries(answers)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${says}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return {
    path: `${folder}:${process.env['PATH'] ?? ''}`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
