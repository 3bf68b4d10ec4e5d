import { createActor } from 'xstate';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { appNamespace } from '$lib/content/ids';
import { addWords } from '$lib/words/words.svelte';
import '$lib/ui/base.css';
import { pressing } from './actions';
import { whenDrawn } from './drawn-control';
import { practiceMachine } from './machine';
import PracticeScreen from './PracticeScreen.svelte';
import { sample } from './sample/sample';

const { app, words } = sample.bundle;
addWords(appNamespace(app.id), words);

beforeEach(async () => {
  await page.viewport(800, 1000);
  Object.assign(document.documentElement.dataset, { profile: 'kiosk', theme: 'normal', text: '2' });
});

/** The sample app on screen from there on; what is touched is done. */
async function play(from: string) {
  const actor = createActor(practiceMachine(app, sample.cast, { from })).start();
  const props = () => ({
    app,
    cast: sample.cast,
    snapshot: actor.getSnapshot(),
    variables: {},
    ownKeyboard: false,
    onact: ({ event }: { event: Parameters<typeof actor.send>[0] }) => actor.send(event),
  });
  const shown = await render(PracticeScreen, props());
  actor.subscribe(() => void shown.rerender(props()));
  await expect.poll(() => document.querySelector('[data-loading]')).toBeNull();
  return { context: () => actor.getSnapshot().context, at: () => actor.getSnapshot().value };
}

/** The element of a control, or of one of its options. */
const control = (id: string, option?: string) =>
  document.querySelector<HTMLElement>(
    `[data-control="${id}"]${option === undefined ? '' : `[data-option="${option}"]`}`,
  );

function draw(pad: Element, ...points: [x: number, y: number][]) {
  const box = pad.getBoundingClientRect();
  points.forEach(([x, y], index) => {
    const type = index === 0 ? 'pointerdown' : 'pointermove';
    const at = { clientX: box.left + x * box.width, clientY: box.top + y * box.height };
    pad.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, ...at }));
  });
  pad.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, pointerId: 1 }));
}

async function atTheSignature() {
  const played = await play('sign');
  await userEvent.click(control('card') as HTMLElement);
  await expect.poll(() => control('chip')).not.toBeNull();
  await userEvent.click(control('chip') as HTMLElement);
  await expect.poll(() => control('name', 'signed')).not.toBeNull();
  const pad = document.querySelector('svg[role=img][viewBox="0 0 100 40"]');
  if (!pad) throw new Error('there is no pad');
  pad.setPointerCapture = () => undefined; // a made-up pointer cannot be captured
  return { ...played, pad };
}

test('a signature is a line drawn with a finger, and no mere touch', async () => {
  const { context, pad } = await atTheSignature();
  draw(pad, [0.3, 0.5]);
  expect(context().picks.name).toBeUndefined();
  draw(pad, [0.2, 0.7], [0.4, 0.2], [0.7, 0.6]);
  expect(context().picks.name).toEqual(['signed']);
  await expect.poll(() => control('name', 'blank')).not.toBeNull();
});

test('who cannot draw lets it be signed, and may take it back', async () => {
  const { context } = await atTheSignature();
  await userEvent.click(control('name', 'signed') as HTMLElement);
  expect(context().picks.name).toEqual(['signed']);
  await expect.poll(() => control('name', 'blank')).not.toBeNull();
  await userEvent.click(control('name', 'blank') as HTMLElement);
  expect(context().picks.name).toBeUndefined();
});

test('a code is pressed on the pad of the app, a dot a digit, and taken back', async () => {
  const { context } = await play('pin');
  const dots = () => document.querySelectorAll('.dots .full').length;
  const key = (name: string) => control('pin')?.querySelector<HTMLElement>(`[data-key="${name}"]`);
  for (const digit of '2468109') {
    await userEvent.click(key(digit) as HTMLElement);
    await expect.poll(dots).toBe(context().values.pin?.length);
  }
  expect(context().values.pin).toBe('246810');
  await userEvent.click(key('delete') as HTMLElement);
  await expect.poll(dots).toBe(5);
});

test('a number to be called is read while it is typed, and is empty after a wrong one', async () => {
  const { context } = await play('dial');
  const shown = () => document.querySelector('.dialled')?.textContent.trim();
  const key = (name: string) => control('hotline')?.querySelector<HTMLElement>(`[data-key="${name}"]`);
  for (const digit of '114') await userEvent.click(key(digit) as HTMLElement);
  await expect.poll(shown).toBe('114');
  await userEvent.click(control('ring') as HTMLElement);
  await expect.poll(shown).toBe('');
  expect(context().slip?.id).toBe('dial.hotline.other');
  await userEvent.click(key('1') as HTMLElement);
  await expect.poll(shown).toBe('1');
});

test('a switch says how it is, and is turned by touch and by the keyboard', async () => {
  const { context } = await play('settings');
  const wifi = control('wifi') as HTMLInputElement;
  expect([wifi.getAttribute('role'), wifi.checked]).toEqual(['switch', false]);
  await userEvent.click(wifi);
  await expect.poll(() => wifi.dataset.option).toBe('off');
  expect(context().picks.wifi).toEqual(['on']);
  wifi.focus();
  await userEvent.keyboard(' ');
  expect(context().picks.wifi).toBeUndefined();
});

test('a pin on the map is a button with the name of the place', async () => {
  const { context } = await play('where');
  const pin = control('where', 'bridge') as HTMLElement;
  expect(pin.getAttribute('aria-label')).toBe('3. Cây cầu');
  await userEvent.click(pin);
  expect(context().picks.where).toEqual(['bridge']);
});

test('money is read back under the field as people write it', async () => {
  await play('amount');
  const field = control('amount') as HTMLInputElement;
  await userEvent.fill(field, '85000');
  await expect.poll(() => document.body.textContent).toContain('85.000\u00a0đ');
});

test('the place one is at in the bar cannot be pressed', async () => {
  await play('home');
  expect(control('first')).toBeNull();
  expect(control('news')).not.toBeNull();
});

test('what is seen through the camera is scanned by a press of the frame, with the keyboard too', async () => {
  const { at } = await play('scan');
  control('shop')?.focus();
  await userEvent.keyboard('{Enter}');
  expect(at()).toBe('amount');
});

test('what is pointed at is found when it is drawn later, unless it is no longer looked for', async () => {
  const root = document.createElement('div');
  const found: string[] = [];
  whenDrawn(root, pressing('pin'), ({ id }) => found.push(`looked for ${id}`));
  whenDrawn(root, pressing('pin'), ({ id }) => found.push(`called off ${id}`))();
  root.innerHTML = '<p data-control="other"></p>';
  root.innerHTML = '<p><b id="late" data-control="pin"></b></p>';
  await expect.poll(() => found).toEqual(['looked for late']);
  whenDrawn(root, pressing('pin'), ({ id }) => found.push(`there already ${id}`));
  expect(found).toEqual(['looked for late', 'there already late']);
});
