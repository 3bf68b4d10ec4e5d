import type { ErrorCode } from './protocol';

/**
 * How the last exchange went, for every tab: when the last one that came through began (ISO: what the server knew then
 * is here, and what was written here before then is there), and what stands in the way now.
 */
export interface SyncState {
  lastOk: string | null;
  problem: ErrorCode | null;
}

/** The name of the fact that holds the `SyncState`. */
export const syncStateFact = 'sync';
