import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const run = async (program: string, ...args: string[]): Promise<string> =>
  (await execute(program, args)).stdout.trim();

/**
 * A small disk of its own: an ext4 file system in an image, mounted through a loop device. A copy of the image is what
 * a power cut at this moment leaves behind: what programs and kernel had handed to the device, and nothing of what was
 * still in memory. The device reads and writes the image directly, so that no cache stands between the two. A disk that
 * loses what it has in a cache of its own is not played; nothing but a cut of real power shows that.
 */
export class BlockDisk {
  #mounted = false;

  private constructor(
    private readonly place: string,
    private readonly image: string,
    private device: string,
    /** Where it is mounted. */
    readonly folder: string,
  ) {}

  /** A new empty disk of so many megabytes. */
  static async make(megabytes: number): Promise<BlockDisk> {
    const place = await mkdtemp(join(tmpdir(), 'nhaso-disk-'));
    const image = join(place, 'image');
    try {
      await run('truncate', '-s', `${megabytes}M`, image);
      await run('mkfs.ext4', '-q', image);
    } catch (problem) {
      await rm(place, { recursive: true, force: true });
      throw problem;
    }
    return BlockDisk.#open(place, image);
  }

  /** Writes through all that programs have handed over so far. */
  async sync(): Promise<void> {
    await run('sync', '--file-system', this.folder);
  }

  /**
   * A disk as a power cut would leave this one now, mounted, which lets the file system repair itself. Whoever writes
   * should stand still: a copy during which anything was written is of no single moment, and is taken again.
   */
  async cut(): Promise<BlockDisk> {
    const place = await mkdtemp(join(tmpdir(), 'nhaso-disk-'));
    const image = join(place, 'image');
    for (let tries = 0; ; tries++) {
      const before = await this.#written();
      await run('cp', '--reflink=auto', '--sparse=always', this.image, image);
      if (before.inFlight === 0 && (await this.#written()).total === before.total) break;
      if (tries === 50) throw new Error('the disk never stood still');
    }
    return BlockDisk.#open(place, image);
  }

  /** Unmounts it and leaves nothing behind. */
  async remove(): Promise<void> {
    if (this.#mounted) await run('umount', this.folder);
    this.#mounted = false;
    if (this.device) await run('losetup', '-d', this.device);
    this.device = '';
    await rm(this.place, { recursive: true, force: true });
  }

  static async #open(place: string, image: string): Promise<BlockDisk> {
    const disk = new BlockDisk(place, image, '', join(place, 'mounted'));
    try {
      await mkdir(disk.folder);
      disk.device = await run('losetup', '--direct-io=on', '--find', '--show', image);
      const direct = await readFile(`/sys/block/${basename(disk.device)}/loop/dio`, 'utf8');
      if (direct.trim() !== '1') throw new Error('the loop device would keep a cache of its own');
      await run('mount', disk.device, disk.folder);
      disk.#mounted = true;
    } catch (problem) {
      await disk.remove();
      throw problem;
    }
    return disk;
  }

  /** Writes and flushes that the device has finished, and requests under way (Documentation/block/stat). */
  async #written(): Promise<{ total: number; inFlight: number }> {
    const stat = await readFile(`/sys/block/${basename(this.device)}/stat`, 'utf8');
    const numbers = stat.trim().split(/\s+/).map(Number);
    const [writes = 0, inFlight = 0, flushes = 0] = [numbers[4], numbers[8], numbers[15]];
    return { total: writes + flushes, inFlight };
  }
}

/** Why no disk can be made here, '' where one can: it takes Linux, root and loop devices. */
export async function whyNoDisk(): Promise<string> {
  if (process.platform !== 'linux') return 'there are no loop devices but on Linux';
  if (process.getuid?.() !== 0) return 'only root may mount a disk';
  try {
    await (await BlockDisk.make(8)).remove();
    return '';
  } catch (problem) {
    return `no disk can be mounted here: ${String(problem).split('\n')[0]}`;
  }
}
