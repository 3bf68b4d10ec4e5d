import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '$lib/ui/base.css';
import { first } from './choices';
import { settings } from './settings.svelte';
import SettingsButton from './SettingsButton.svelte';

const onhear = vi.fn(() => Promise.resolve(0));

beforeEach(async () => {
  settings.reset();
  await render(SettingsButton, { onhear });
  await page.getByRole('button', { name: 'Chữ và tiếng' }).click();
});
afterEach(() => settings.reset());

it('larger words are chosen with one touch, and in force before the dialog is closed', async () => {
  await page.getByRole('radio', { name: 'Rất lớn' }).click();
  expect(settings.current).toEqual({ ...first, text: '4' });
  await expect.element(page.getByRole('dialog')).toBeVisible();
});

it('colours are chosen by a sample of each', async () => {
  await page.getByRole('tab', { name: 'Màu' }).click();
  const paper = (theme: string) =>
    getComputedStyle(document.querySelector(`label [data-theme='${theme}']`) as Element).backgroundColor;
  expect([paper('contrast-light'), paper('contrast')]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  await page.getByRole('radio', { name: 'Chữ trắng nền đen' }).click();
  expect(settings.current.theme).toBe('contrast');
});

it('the voice is made slower step by step, and no slower than half', async () => {
  await page.getByRole('tab', { name: 'Tiếng' }).click();
  const slower = page.getByRole('button', { name: 'Chậm hơn' });
  await slower.click();
  await expect.element(page.getByText('Chậm', { exact: true })).toBeVisible();
  await slower.click();
  await expect.element(page.getByText('Rất chậm')).toBeVisible();
  await expect.element(slower).toBeDisabled();
  expect(settings.current.rate).toBe(50);
});

it('where the sentence has no voice yet, that is said', async () => {
  await page.getByRole('tab', { name: 'Tiếng' }).click();
  await page.getByRole('button', { name: 'Nghe thử' }).click();
  expect(onhear).toHaveBeenCalled();
  await expect.element(page.getByText('Câu này chưa có tiếng.', { exact: false })).toBeVisible();
});

it('all of it is taken back at once, and the way back is shut where nothing was changed', async () => {
  const reset = page.getByRole('button', { name: 'Trả lại như ban đầu' });
  await expect.element(reset).toBeDisabled();
  await page.getByRole('radio', { name: 'Lớn', exact: true }).click();
  await page.getByRole('tab', { name: 'Tiếng' }).click();
  await page.getByRole('switch', { name: 'Qua trang mới' }).click();
  expect(settings.current).toEqual({ ...first, text: '3', readScreens: true });
  await reset.click();
  expect(settings.current).toEqual(first);
  await expect.element(reset).toBeDisabled();
  await page.getByRole('tab', { name: 'Chữ' }).click();
  await expect.element(page.getByRole('radio', { name: 'Vừa' })).toBeChecked();
});

it('whoever has a keyboard needs nothing else', async () => {
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await userEvent.keyboard('{Tab}'); // into the tabs
  await expect.element(page.getByRole('tab', { name: 'Chữ' })).toHaveFocus();
  await userEvent.keyboard('{Tab}'); // to the chosen size
  await expect.element(page.getByRole('radio', { name: 'Vừa' })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  expect(settings.current.text).toBe('3');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Chữ và tiếng' })).toHaveFocus();
});
