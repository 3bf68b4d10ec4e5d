import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../../tools/paths.mjs';

/** The folder of the kiosk's kit. */
export const kit = join(root, 'deploy', 'kiosk');

/** Where the kit's scripts lie in it. */
export const library = join(kit, 'root', 'usr', 'local', 'lib', 'nha-so');

/** All files below a folder, as paths from it that begin with `/`. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();
}

/** What a program said, and how it ended. */
export interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** Runs a program to its end, in English whatever this machine speaks. */
export function run(program: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    execFile(
      program,
      args,
      { env: { ...process.env, LC_ALL: 'C.UTF-8', ...env }, maxBuffer: 10_000_000 },
      (problem, out, err) => {
        const code = problem?.code ?? 0;
        if (typeof code === 'string') reject(problem ?? new Error(code));
        else resolve({ code, out, err });
      },
    );
  });
}

/** Where a program of this machine is, or nothing. */
export function find(program: string): string | undefined {
  return [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin']
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}

/** The name of a test, with the programs that are missing for it here. */
export function named(name: string, ...programs: string[]): { name: string; missing: boolean } {
  const missing = programs.filter((program) => !find(program));
  return missing.length === 0
    ? { name, missing: false }
    : { name: `${name} (skipped: ${missing.join(', ')} not found)`, missing: true };
}
