import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '$lib/ui/base.css';
import DigitPad from './DigitPad.svelte';
import Keyboard from './Keyboard.svelte';

const label = 'Bàn phím';
const key = (name: string) => page.getByRole('button', { name, exact: true });
const written = (onkey: ReturnType<typeof vi.fn>) => onkey.mock.calls.flat().at(-1) as unknown;

async function touch(...names: string[]) {
  for (const name of names) await key(name).click();
}

describe('the number pad', () => {
  it('a code is written digit by digit, and stops at its length', async () => {
    const onkey = vi.fn();
    await render(DigitPad, { label: 'Bàn phím số', max: 3, onkey });
    await touch('4', '8', '2', '9');
    expect(onkey.mock.calls.flat()).toEqual(['4', '48', '482']);
  });

  it('delete takes the last digit away', async () => {
    const onkey = vi.fn();
    await render(DigitPad, { label: 'Bàn phím số', value: '48', onkey });
    await touch('Xóa');
    expect(onkey).toHaveBeenLastCalledWith('4');
  });

  it('a press leaves the focus in the field that is being written', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    await render(DigitPad, { label: 'Bàn phím số' });
    field.focus();
    await touch('5');
    expect(document.activeElement).toBe(field);
    field.remove();
  });
});

describe('capitals', () => {
  it('are shown on the keys before they are written, and last one letter', async () => {
    const onkey = vi.fn();
    await render(Keyboard, { label, method: 'plain', onkey });
    await touch('Chữ hoa');
    await expect.element(key('b, bờ')).toHaveTextContent('B');
    await touch('b, bờ', 'a');
    expect(onkey.mock.calls.flat()).toEqual(['B', 'Ba']);
  });

  it('stay after a second touch, until a third', async () => {
    const onkey = vi.fn();
    await render(Keyboard, { label, method: 'plain', onkey });
    await touch('Chữ hoa', 'Chữ hoa', 'b, bờ', 'a', 'Chữ hoa, đang giữ', 'n, nờ');
    expect(written(onkey)).toBe('BAn');
  });
});

describe('letters and tones', () => {
  it('a name is written with a key for every letter and tone', async () => {
    const onkey = vi.fn();
    await render(Keyboard, { label, onkey });
    await touch('Chữ hoa', 'h, hờ', 'o', 'a', 'dấu huyền: ò', 'n, nờ');
    expect(onkey.mock.calls.flat()).toEqual(['H', 'Ho', 'Hoa', 'Hòa', 'Hoàn']);
  });

  it('a tone key shows what it would make of the word', async () => {
    await render(Keyboard, { label, value: 'chuôi' });
    await expect.element(key('dấu sắc: ố')).toHaveTextContent('ố');
    await expect.element(key('dấu nặng: ộ')).toHaveTextContent('ộ');
  });

  it('the tone that is on is pressed in, and comes off by touching it again', async () => {
    const onkey = vi.fn();
    await render(Keyboard, { label, value: 'chuối', onkey });
    await expect.element(key('dấu sắc: ố')).toHaveAttribute('aria-pressed', 'true');
    await touch('dấu sắc: ố');
    expect(onkey).toHaveBeenLastCalledWith('chuôi');
  });

  it('delete takes one letter with its marks', async () => {
    const onkey = vi.fn();
    await render(Keyboard, { label, value: 'chuối', onkey });
    await touch('Xóa', 'Xóa');
    expect(onkey.mock.calls.flat()).toEqual(['chuố', 'chu']);
  });

  it('digits and signs have keys of their own, and letters come back', async () => {
    const onkey = vi.fn();
    await render(Keyboard, { label, value: 'Ấp', onkey });
    await touch('Dấu cách', '123, số và ký hiệu', '3', 'abc, chữ cái', 'ă, a trăng');
    expect(written(onkey)).toBe('Ấp 3ă');
  });
});

describe('the choice of ways', () => {
  it('another way of writing is chosen by its example, and the keys write that way', async () => {
    const onkey = vi.fn();
    await render(Keyboard, { label, onkey });
    await page.getByRole('button', { name: 'Cách gõ' }).click();
    await page.getByRole('button', { name: 'Telex' }).click();
    await touch('m, mờ', 'o', 'i, i ngắn', 'j, gi');
    expect(written(onkey)).toBe('mọi');
  });

  it('a password is not asked how to write Vietnamese, and is written as it is', async () => {
    const onkey = vi.fn();
    await render(Keyboard, { label, method: 'plain', ways: ['plain'], onkey });
    await expect.element(page.getByRole('button', { name: 'Cách gõ' })).not.toBeInTheDocument();
    await touch('a', 's, sờ', '1');
    expect(written(onkey)).toBe('as1');
  });
});

describe('on a panel of 10.1 inches, 1280×800', () => {
  const { dataset, style } = document.documentElement;

  beforeEach(async () => {
    await page.viewport(1280, 800);
    Object.assign(dataset, { profile: 'kiosk', panel: 'small', text: '2' });
    style.setProperty('--mm', '5.884px');
  });

  afterEach(() => {
    delete dataset['profile'];
    delete dataset['panel'];
    style.removeProperty('--mm');
  });

  it.each(['dau', 'telex', 'vni', 'plain'] as const)(
    'the whole keyboard stands beside the practice phone, keys as large as a finger: %s',
    async (method) => {
      const { container } = await render(Keyboard, { label, method });
      const board = container.querySelector('.board') as HTMLElement;
      board.style.inlineSize = 'min-content';
      const whole = board.getBoundingClientRect();
      expect(whole.width).toBeLessThanOrEqual(890); // leaves 320 px to the phone
      expect(whole.height).toBeLessThanOrEqual(530); // between the bars there are 570
      for (const button of container.querySelectorAll('button')) {
        const { width, height } = button.getBoundingClientRect();
        expect(Math.min(width, height), button.textContent).toBeGreaterThanOrEqual(12.7 * 5.884 - 0.5);
      }
    },
  );
});

describe('with arrows', () => {
  it('every key is reached from the one that Tab comes to', async () => {
    await render(Keyboard, { label, ways: ['dau'] });
    await userEvent.tab();
    expect(document.activeElement).toBe(key('ă, a trăng').element());
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(document.activeElement).toBe(key('w, vê kép').element());
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(document.activeElement?.closest('[role=grid]')).not.toBeNull();
    await userEvent.tab();
    expect(document.activeElement?.closest('[role=grid]') ?? null).toBeNull();
  });

  it('Enter writes the letter of the key', async () => {
    const onkey = vi.fn();
    await render(Keyboard, { label, ways: ['dau'], onkey });
    (key('ă, a trăng').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect(onkey).toHaveBeenLastCalledWith('ă');
  });
});

describe('a keyboard of keys and springs', () => {
  let field: HTMLInputElement;

  beforeEach(() => {
    field = document.body.appendChild(document.createElement('input'));
    field.inputMode = 'none';
  });

  afterEach(() => {
    field.remove();
  });

  it('composes Telex in the field', async () => {
    const heard = vi.fn();
    field.addEventListener('input', () => heard(field.value));
    await render(Keyboard, { label, method: 'telex' });
    field.focus();
    await userEvent.keyboard('dduowngf');
    expect(field.value).toBe('đường');
    expect(heard).toHaveBeenLastCalledWith('đường');
    await userEvent.keyboard('{Backspace}');
    expect(field.value).toBe('đườn');
  });

  it('composes VNI in the field', async () => {
    await render(Keyboard, { label, method: 'vni' });
    field.focus();
    await userEvent.keyboard('chuo6i1');
    expect(field.value).toBe('chuối');
  });

  it('writes what the keys say where every letter has its own key, and for a password', async () => {
    await render(Keyboard, { label });
    field.focus();
    await userEvent.keyboard('google1');
    expect(field.value).toBe('google1');
  });

  it('leaves alone what stands before the caret, and fields of other keyboards', async () => {
    await render(Keyboard, { label, method: 'telex' });
    field.value = 'ma ba';
    field.focus();
    field.setSelectionRange(2, 2);
    await userEvent.keyboard('s');
    expect(field.value).toBe('mas ba');
    field.inputMode = 'text';
    field.setSelectionRange(6, 6);
    await userEvent.keyboard('s');
    expect(field.value).toBe('mas bas');
  });

  it('leaves alone what an input method is composing', async () => {
    await render(Keyboard, { label, method: 'telex' });
    field.value = 'a';
    field.focus();
    const event = new InputEvent('beforeinput', {
      bubbles: true,
      cancelable: true,
      inputType: 'insertText',
      data: 's',
      isComposing: true,
    });
    expect(field.dispatchEvent(event)).toBe(true);
    const alone = new InputEvent('beforeinput', {
      ...event,
      bubbles: true,
      cancelable: true,
      inputType: 'insertText',
      data: 's',
    });
    expect(field.dispatchEvent(alone)).toBe(false);
  });

  it('composes no more once the keyboard on screen is gone', async () => {
    const { unmount } = await render(Keyboard, { label, method: 'telex' });
    await unmount();
    field.focus();
    await userEvent.keyboard('as');
    expect(field.value).toBe('as');
  });
});

describe('what is said aloud', () => {
  it('is each key by its string id, and the word once it is done', async () => {
    const onspeak = vi.fn();
    await render(Keyboard, { label, onspeak });
    await touch('m, mờ', 'a', 'dấu sắc: á', 'Dấu cách');
    expect(onspeak.mock.calls.flat()).toEqual([
      { key: 'keyboard:key.m' },
      { key: 'keyboard:key.a' },
      { key: 'keyboard:key.sac' },
      { key: 'keyboard:space' },
      { word: 'má' },
    ]);
  });

  it('names each digit', async () => {
    const onspeak = vi.fn();
    await render(DigitPad, { label: 'Bàn phím số', onspeak });
    await touch('4', 'Xóa');
    expect(onspeak.mock.calls.flat()).toEqual([{ key: 'keyboard:key.4' }, { key: 'keyboard:delete' }]);
  });
});
