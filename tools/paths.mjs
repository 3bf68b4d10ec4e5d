import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** What the tools keep between runs: stamps, generated types. Git ignores it. */
export const keep = join(root, '.nhaso');

/** Where the web app is built. */
export const publicFolder = join(root, 'build');

/** Where the bundled hooks are written. */
export const hooksFolder = join(root, 'pocketbase', 'pb_hooks');

/** The migrations, as they are in the repository. */
export const migrationsFolder = join(root, 'pocketbase', 'pb_migrations');

/** The program by which a server tries a backup that it made. */
export const tryCopyProgram = join(root, 'tools', 'backup', 'try-copy.mjs');
