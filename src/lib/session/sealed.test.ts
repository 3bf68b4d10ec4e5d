import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { LedgerStore } from '$lib/ledger/store';
import { dropSealed, keepSealed, openSealed } from './sealed';
import type { Staff } from './staff';

const lan: Staff = { id: 'a', name: 'Cô Mẫu', username: 'lan', token: 'token-of-nobody', memberships: [] };

let store: LedgerStore;
beforeEach(() => {
  store = new LedgerStore('test', { indexedDB: new IDBFactory(), IDBKeyRange });
});

describe('signing in without a network', () => {
  it('follows the password that was used last on this device', async () => {
    await keepSealed(store, 'mật khẩu cũ', lan);
    await keepSealed(store, 'mật khẩu mới', { ...lan, token: 'new' });
    expect(await openSealed(store, 'lan', 'mật khẩu cũ')).toBeNull();
    expect(await openSealed(store, 'lan', 'mật khẩu mới')).toMatchObject({ token: 'new' });
    expect(await openSealed(store, 'binh', 'mật khẩu mới')).toBeUndefined();
  });

  it('ends with a password that the server has refused, and not with one that was mistyped', async () => {
    await keepSealed(store, 'mật khẩu cũ', lan);
    await dropSealed(store, 'lan', 'gõ nhầm rồi');
    expect(await openSealed(store, 'lan', 'mật khẩu cũ')).toEqual(lan);
    await dropSealed(store, 'lan', 'mật khẩu cũ');
    expect(await openSealed(store, 'lan', 'mật khẩu cũ')).toBeUndefined();
  });
});
