import type { OfflineState } from './offline';

let state = $state<OfflineState>('preparing');

/** Whether the app would open without a network. */
export const offline = {
  get current(): OfflineState {
    return state;
  },
  set current(next: OfflineState) {
    state = next;
  },
};
