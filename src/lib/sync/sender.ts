import type { KeptEvent } from '$lib/ledger/store';
import type { Backend } from './backend';

/** Somebody whom the server knows: the device itself, or a staff member signed in on it. */
export interface Sender {
  backend: Pick<Backend, 'push' | 'pull' | 'listen'>;
  /** Who it is. What was pulled for one viewer is forgotten when another begins to pull: they may see other things. */
  viewer: string;
  houses: readonly string[];
  /** The waiting events that this sender may send. */
  sends: (event: KeptEvent) => boolean;
}
