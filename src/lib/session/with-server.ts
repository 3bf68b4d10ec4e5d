/**
 * All that is needed only where a server knows somebody here. It comes as one file when it is asked for: a phone at which
 * somebody only learns does not wait for it.
 */
export { retryAside } from '$lib/ledger/custody';
export { leaveOut } from '$lib/ledger/leave-out';
export { sealHere } from '$lib/ledger/seal-here';
export { connect } from '$lib/sync/backend';
export { runNow } from '$lib/sync/device-clock';
export { startSyncing } from '$lib/sync/syncing';
export { sayFarewell } from './farewell';
export { pairHere } from './pair';
export { partWith, sendersHere } from './senders';
