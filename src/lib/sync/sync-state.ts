import type { ErrorCode } from './protocol';

/** How the last exchange went, for every tab: when one last succeeded (ISO), and what stands in the way now. */
export interface SyncState {
  lastOk: string | null;
  problem: ErrorCode | null;
}

/** The name of the fact that holds the `SyncState`. */
export const syncStateFact = 'sync';
