import { describe, expect, it } from 'vitest';
import { seal, unseal } from './offline-sign-in';

const account = { id: 'a', name: 'Cô Mẫu', token: 'token-of-nobody' };

describe('signing in without the server', () => {
  it('opens with the password it was sealed with, however the keyboard composed it', async () => {
    const sealed = await seal('trainer', 'mật khẩu', account);
    expect(await unseal(sealed, 'mật khẩu'.normalize('NFD'))).toEqual(account);
  });

  it('stays shut to another password', async () => {
    expect(await unseal(await seal('trainer', 'mật khẩu', account), 'mat khau')).toBeNull();
  });

  it('keeps neither the password nor the token in what is stored', async () => {
    const text = JSON.stringify(await seal('trainer', 'mật khẩu', account));
    expect(text).not.toContain('mật khẩu');
    expect(text).not.toContain(account.token);
  });

  it('seals the same account differently each time', async () => {
    const [one, two] = await Promise.all([seal('a', 'p', account), seal('a', 'p', account)]);
    expect(one.box).not.toBe(two.box);
  });
});
