import { live } from '$lib/ledger/live.svelte';
import { syncStateFact, type SyncState } from '$lib/sync/sync-state';
import { store } from './device';

/** What a screen says about sending: how many events wait, how many need a person, and how the last exchange went. */
export interface SyncReport {
  waiting: number;
  /** Of those that wait, how many belong to no house and stay here. */
  homeless: number;
  refused: number;
  stuck: number;
  lastOk: string | null;
  problem: SyncState['problem'];
}

/** The report, following the database; null until it has been asked: nothing is called sent before that is known. */
export const syncReport = live<[], SyncReport | null>(readReport, [], null);

async function readReport(): Promise<SyncReport> {
  const state = await store.fact<SyncState>(syncStateFact);
  return {
    waiting: await store.outbox.count(),
    homeless: await store.events
      .where('sent')
      .equals('waiting')
      .filter(({ house }) => house === '')
      .count(),
    refused: await store.events.where('sent').equals('refused').count(),
    stuck: await store.events.where('sent').equals('stuck').count(),
    lastOk: state?.lastOk ?? null,
    problem: state?.problem ?? null,
  };
}
