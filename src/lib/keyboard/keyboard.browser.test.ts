import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '$lib/ui/base.css';
import DigitPad from './DigitPad.svelte';
import Keyboard from './Keyboard.svelte';

const names = { shift: 'Viết hoa', delete: 'Xóa', space: 'Dấu cách' };

it('a code is written digit by digit, and stops at its length', async () => {
  const onkey = vi.fn();
  await render(DigitPad, { label: 'Bàn phím số', names, max: 3, onkey });
  for (const digit of ['4', '8', '2', '9']) await page.getByRole('button', { name: digit }).click();
  expect(onkey.mock.calls.flat()).toEqual(['4', '48', '482']);
});

it('delete takes the last digit away', async () => {
  const onkey = vi.fn();
  await render(DigitPad, { label: 'Bàn phím số', names, value: '48', onkey });
  await page.getByRole('button', { name: 'Xóa' }).click();
  expect(onkey).toHaveBeenLastCalledWith('4');
});

it('a capital is shown on the keys before it is written, and lasts one letter', async () => {
  const onkey = vi.fn();
  await render(Keyboard, { label: 'Bàn phím chữ', names, onkey });
  await page.getByRole('button', { name: 'Viết hoa' }).click();
  await page.getByRole('button', { name: 'B', exact: true }).click();
  await page.getByRole('button', { name: 'a', exact: true }).click();
  expect(onkey.mock.calls.flat()).toEqual(['B', 'Ba']);
});

it('a composer may join what is written', async () => {
  const onkey = vi.fn();
  const compose = (value: string, character: string) =>
    value.endsWith('a') && character === 'a' ? `${value.slice(0, -1)}â` : value + character;
  await render(Keyboard, { label: 'Bàn phím chữ', names, compose, onkey });
  const a = page.getByRole('button', { name: 'a', exact: true });
  await a.click();
  await a.click();
  expect(onkey.mock.calls.flat()).toEqual(['a', 'â']);
});

it('a press leaves the focus in the field that is being written', async () => {
  const field = document.body.appendChild(document.createElement('input'));
  await render(DigitPad, { label: 'Bàn phím số', names });
  field.focus();
  await page.getByRole('button', { name: '5' }).click();
  expect(document.activeElement).toBe(field);
  field.remove();
});
