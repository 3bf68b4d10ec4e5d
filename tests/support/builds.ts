import type { Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealBuild } from '../../tools/seal-build.mjs';

const immutable = '_app/immutable/';

/**
 * A site that goes from build to build, as where somebody installs a new version. Its first build is the real one. A later
 * one is the same code under other addresses: every hashed file lies in a folder of its own, `<html data-build>` says which
 * it is, and the worker is sealed by the build's own tool. So no file of one build is to be had from the server once
 * another is there, as where everything has changed; and no minute is spent on building.
 */
export class Site {
  readonly folder = join(mkdtempSync(join(tmpdir(), 'nhaso-site-')), 'site');
  readonly #spare = `${this.folder}-next`;

  constructor() {
    copy('build', this.folder);
  }

  /** Puts a build in the place of the one before; `change` does something to its files first. */
  publish(name: string, change: (folder: string) => void = () => undefined): void {
    copy('build', this.#spare);
    moveHashed(this.#spare, name);
    change(this.#spare);
    sealBuild(this.#spare);
    renameSync(this.folder, `${this.folder}-past`);
    renameSync(this.#spare, this.folder);
    rmSync(`${this.folder}-past`, { recursive: true });
  }

  /** Takes a hashed file away until the answer is called: a build that is not on the server as a whole. */
  lose(): () => void {
    const chunks = join(this.folder, immutable, readdirSync(join(this.folder, immutable))[0] ?? '', 'chunks');
    const file = join(chunks, readdirSync(chunks).find((one) => one.endsWith('.js')) ?? '');
    renameSync(file, `${file}.lost`);
    return () => renameSync(`${file}.lost`, file);
  }

  discard(): void {
    rmSync(join(this.folder, '..'), { recursive: true });
  }
}

/** A build whose page comes and does nothing: its first script throws. */
export function broken(folder: string): void {
  const hashed = join(folder, immutable);
  const entry = join(hashed, readdirSync(hashed)[0] ?? '', 'entry');
  for (const file of readdirSync(entry))
    writeFileSync(join(entry, file), "throw new Error('a build that does not start');");
}

/** Looks for a new version, as a device does each hour, and waits until the worker has it or has given up. */
export function lookForUpdate(page: Page): Promise<'waits' | 'nothing'> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const coming = registration.installing;
    if (coming)
      await new Promise<void>((resolve) => {
        const look = () => {
          if (coming.state !== 'installing') resolve();
        };
        coming.addEventListener('statechange', look);
        look();
      });
    return registration.waiting ? 'waits' : 'nothing';
  });
}

/** Copies what a browser is sent; what is compressed beside it would be of another build, and voices are in each the same. */
function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (file) => !/\.(br|gz|m4a)$/.test(file) });
}

function moveHashed(folder: string, name: string): void {
  const page = join(folder, 'index.html');
  const hashed = join(folder, immutable);
  renameSync(hashed, join(folder, '_app/moved'));
  cpSync(join(folder, '_app/moved'), join(hashed, name), { recursive: true });
  rmSync(join(folder, '_app/moved'), { recursive: true });
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(js|html)$/.test(file),
  );
  for (const file of texts) {
    if (file === 'service-worker.js') continue;
    const text = readFileSync(join(folder, file), 'utf8');
    // By its full address, and as the list of lessons, which lies beside the folder, names it.
    const moved = text
      .replaceAll(`/${immutable}`, `/${immutable}${name}/`)
      .replaceAll('./immutable/', `./immutable/${name}/`)
      .replaceAll('../../lessons.js', '../../../lessons.js');
    if (moved !== text) writeFileSync(join(folder, file), moved);
  }
  const html = readFileSync(page, 'utf8').replace('<html ', `<html data-build="${name}" `);
  const script = /<script>([^]*?)<\/script>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  writeFileSync(page, html.replace(/'sha256-[^']+'/, `'sha256-${hash}'`));
  if (!existsSync(join(hashed, name))) throw new Error('the build has no hashed files');
}
