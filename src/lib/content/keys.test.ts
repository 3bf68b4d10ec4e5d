import { expect, test } from 'vitest';
import { hintKeys, slipKey } from './ids';
import { appKeys, flatten, slipsOn } from './keys';
import { parseContent } from './parse';
import { readFiles } from './read-files';

const { vneid } = parseContent(await readFiles('.')).apps;

test('a slip is answered by words of its screen', () => {
  expect(slipKey('identify.id-number.empty')).toBe('identify.slip.id-number.empty');
  expect(slipKey('otp.told-code')).toBe('otp.slip.told-code');
});

test('every way to go wrong on a screen is known before anybody goes it', () => {
  const screen = vneid?.value.screens.otp;
  expect(vneid && screen && slipsOn(vneid.value, 'otp', screen).sort()).toEqual([
    'otp.otp.empty',
    'otp.otp.long',
    'otp.otp.other',
    'otp.otp.short',
    'otp.told-code',
    'otp.waited-too-long',
  ]);
});

test('a screen that asks for something owes two hints, the last screen none', () => {
  const keys = vneid ? appKeys(vneid.value) : [];
  expect(keys).toEqual(expect.arrayContaining(hintKeys('welcome')));
  expect(keys).not.toContain('account.hint1');
});

test('words are known by their whole key', () => {
  expect(flatten({ a: { b: 'one', c: { d: 'two' } }, e: 'three' })).toEqual({
    'a.b': 'one',
    'a.c.d': 'two',
    e: 'three',
  });
});
