import { live } from '$lib/ledger/live.svelte';
import { syncStateFact, type SyncState } from '$lib/sync/syncing';
import { store } from './device';

/** What a screen says about sending: how many events wait, how many need a person, and how the last exchange went. */
export interface SyncReport {
  waiting: number;
  refused: number;
  stuck: number;
  lastOk: string | null;
  problem: SyncState['problem'];
}

const nothing: SyncReport = { waiting: 0, refused: 0, stuck: 0, lastOk: null, problem: null };

/** The report, following the database. */
export const syncReport = live<[], SyncReport>(readReport, [], nothing);

async function readReport(): Promise<SyncReport> {
  const state = await store.fact<SyncState>(syncStateFact);
  return {
    waiting: await store.outbox.count(),
    refused: await store.events.where('sent').equals('refused').count(),
    stuck: await store.events.where('sent').equals('stuck').count(),
    lastOk: state?.lastOk ?? null,
    problem: state?.problem ?? null,
  };
}
