import { ensureHooks } from '../../tools/hooks.mjs';

/** Bundles the hooks once, before the first test asks for a server. */
export async function setup(): Promise<void> {
  await ensureHooks();
}
