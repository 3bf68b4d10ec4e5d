import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureHooks } from '../../tools/hooks.mjs';
import { runPocketbase } from '../../tools/pocketbase.mjs';

/** Where the data stand that are copied; of this run of tests alone, so that today's class is today's. */
const told = 'NHASO_DEMO_DATA';

/** Makes the made-up houses, people and accounts once for all servers of this run; answers how to remove them. */
export default async function setup(): Promise<() => Promise<void>> {
  await ensureHooks();
  const data = await mkdtemp(join(tmpdir(), 'nhaso-demo-'));
  await runPocketbase(['demo'], { data });
  process.env[told] = data;
  return () => rm(data, { recursive: true, force: true });
}

/** Puts a copy of them into an empty folder: true where this run has made any. */
export async function copyDemo(into: string): Promise<boolean> {
  const data = process.env[told];
  if (data) await cp(data, into, { recursive: true });
  return data !== undefined;
}
