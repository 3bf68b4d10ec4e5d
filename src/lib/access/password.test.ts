import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestPassword, passwordFault, type PasswordFault } from './password';

describe('a new password', () => {
  it.each<[typed: string, fault: PasswordFault | null]>([
    ['', 'short'],
    ['mười-ba', 'short'],
    ['𝐍'.repeat(7), 'short'],
    ['con meo di hia 3', null],
    ['Nhà tôi có 4 con gà', null],
    ['x1-'.repeat(30), 'long'],
    ['ế'.repeat(24), 'long'],
    ['cu-xxxx-xxxx', 'same'],
    ['matkhau123', 'common'],
    ['Mật Khẩu 2026', 'common'],
    ['password1!', 'common'],
    ['12345678', 'common'],
    ['87654321', 'common'],
    ['0903123456', 'common'],
    ['01/02/1956', 'common'],
    ['aaaaaaaa', 'common'],
    ['abababab', 'common'],
    ['qwertyuiop', 'common'],
    ['Anh Yêu Em', 'common'],
    ['lan-kp3-2026', 'common'],
    ['!!!!!!!!', 'common'],
  ])('«%s»: %s', (typed, fault) => {
    expect(passwordFault(typed, 'lan-kp3', 'cu-xxxx-xxxx')).toBe(fault);
  });

  it('is never longer than what is read of it, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (typed) => {
        if (passwordFault(typed, 'lan', '') !== null) return;
        expect(new TextEncoder().encode(typed).length).toBeLessThanOrEqual(longestPassword);
      }),
    );
  });
});
