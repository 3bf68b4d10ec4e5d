import { createRawSnippet } from 'svelte';
import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import './base.css';
import Button from './Button.svelte';
import DialogExamples from './Dialog.examples.svelte';
import Screen from './Screen.svelte';
import TabsExamples from './Tabs.examples.svelte';

const words = (text: string) =>
  createRawSnippet(() => ({
    render: () => '<span></span>',
    setup: (span) => {
      span.textContent = text;
    },
  }));

it('a trembling hand that taps twice answers once', async () => {
  const onclick = vi.fn();
  await render(Button, { children: words('Tiếp tục'), onclick });
  await userEvent.dblClick(page.getByRole('button'));
  expect(onclick).toHaveBeenCalledTimes(1);
});

it('a busy button takes no tap, and says that it is busy', async () => {
  const onclick = vi.fn();
  await render(Button, { children: words('Đang gửi'), busy: true, onclick });
  const button = page.getByRole('button');
  await button.click();
  expect(onclick).not.toHaveBeenCalled();
  await expect.element(button).toHaveAttribute('aria-busy', 'true');
});

it('help that points at a button is seen without colour and without movement', async () => {
  await render(Button, { children: words('Tiếp tục'), glow: true });
  const hand = getComputedStyle(page.getByRole('button').element(), '::after');
  expect(hand.backgroundImage).toContain('svg');
  expect(parseFloat(hand.width)).toBeGreaterThan(30);
  expect(hand.animationName).toBe('none');
});

it('a question over the screen takes the focus, and gives it back when answered', async () => {
  await render(DialogExamples);
  const opener = page.getByRole('button', { name: 'Mở câu hỏi' });
  await opener.click();
  await expect.element(page.getByRole('dialog', { name: 'Bác muốn dừng ở đây?' })).toBeVisible();
  await page.getByRole('button', { name: 'Học tiếp' }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(document.activeElement).toBe(opener.element());
});

it('Escape closes a question that may be left open', async () => {
  await render(DialogExamples);
  await page.getByRole('button', { name: 'Mở câu hỏi' }).click();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

it('arrow keys walk the tabs, and come round', async () => {
  await render(TabsExamples);
  await page.getByRole('tab', { name: 'Điểm danh' }).click();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(page.getByRole('tab', { name: 'Đã xong' })).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('tab', { name: 'Điểm danh' })).toHaveFocus();
});

it('an arrow leads to what is below, and from the end back up, beside what it shows and never over it', async () => {
  document.documentElement.style.setProperty('--screen-height', '300px');
  const tall = createRawSnippet(() => ({ render: () => '<div style="block-size: 380px"></div>' }));
  vi.useFakeTimers({ toFake: ['performance'] });
  const { container } = await render(Screen, {
    children: tall,
    more: { below: 'Xem tiếp', above: 'Xem lại' },
  });
  const middle = container.querySelector('main');
  const below = page.getByRole('button', { name: 'Xem tiếp' });
  await expect.element(below).toBeVisible();
  const bottomOf = (one: Element | null) => one?.getBoundingClientRect().bottom ?? NaN;
  expect(below.element().getBoundingClientRect().top).toBeGreaterThanOrEqual(bottomOf(middle));
  for (let touch = 0; touch < 3 && below.query(); touch += 1) {
    vi.advanceTimersByTime(700);
    await below.click();
  }
  const above = page.getByRole('button', { name: 'Xem lại' });
  await expect.element(above).toBeVisible();
  vi.advanceTimersByTime(700);
  await above.click();
  await expect.element(below).toBeVisible();
  vi.useRealTimers();
});

it('a screen that fits shows no arrow', async () => {
  document.documentElement.style.setProperty('--screen-height', '600px');
  await render(Screen, { children: words('Xin chào'), more: { below: 'Xem tiếp', above: 'Xem lại' } });
  await expect.element(page.getByText('Xin chào')).toBeVisible();
  expect(page.getByRole('button').elements()).toEqual([]);
});
