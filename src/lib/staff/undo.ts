import type { StaffChange } from '$lib/sync/staff';

/** What takes a change back; null where nothing does: an account that was made, a password that was told. */
export function undoOf(change: StaffChange): StaffChange | null {
  switch (change.does) {
    case 'give':
      return { ...change, does: 'end' };
    case 'end':
      return { ...change, does: 'give' };
    case 'close':
      return { ...change, does: 'reopen' };
    case 'reopen':
      return { ...change, does: 'close' };
    case 'add':
    case 'reset':
      return null;
  }
}
