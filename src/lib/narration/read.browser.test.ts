import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { clipName } from './hash';
import { indexText } from './clip-index';
import { hush, linesIn, read, speakText } from './read';
import { readOnTouch } from './touch';

/** A tenth of a second of silence, as a WAV: a clip that every browser plays. */
function silence(): ArrayBuffer {
  const samples = 800;
  const bytes = new DataView(new ArrayBuffer(44 + samples * 2));
  const text = (at: number, said: string) =>
    Array.from(said).forEach((one, n) => bytes.setUint8(at + n, one.charCodeAt(0)));
  text(0, 'RIFF');
  bytes.setUint32(4, 36 + samples * 2, true);
  text(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, 8000, true);
  bytes.setUint32(28, 16_000, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  text(36, 'data');
  bytes.setUint32(40, samples * 2, true);
  return bytes.buffer;
}

const clips = ['Một', 'Hai', 'Ba', 'a', 'Giúp tôi'];
const asked: string[] = [];
let root: HTMLElement;

beforeEach(async () => {
  await userEvent.click(document.body); // sound is allowed once somebody has touched the page
  asked.length = 0;
  const sound = URL.createObjectURL(new Blob([silence()], { type: 'audio/wav' }));
  const source = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'src');
  vi.spyOn(window, 'fetch').mockImplementation(() =>
    Promise.resolve(new Response(indexText(clips.map(clipName)))),
  );
  // Every clip is the same short silence; what was asked for is written down.
  vi.spyOn(HTMLMediaElement.prototype, 'src', 'set').mockImplementation(function (
    this: HTMLMediaElement,
    url: string,
  ) {
    asked.push(url);
    source?.set?.call(this, sound);
  });
  root = document.body.appendChild(document.createElement('section'));
});

afterEach(() => {
  hush();
  root.remove();
  vi.restoreAllMocks();
});

const url = (text: string) => `/audio/vi/${clipName(text)}.m4a`;

it('reads what can be seen, from top to bottom, and says how much of it has a voice', async () => {
  root.innerHTML = `<p data-say="x:1">Một</p><p data-say="x:2" hidden>Hai</p><p><b data-say="x:3">Ba</b></p><p data-say="x:4">Không có tiếng</p>`;
  expect(linesIn(root).map(({ saying }) => saying.text)).toEqual(['Một', 'Ba', 'Không có tiếng']);
  expect(await read(root)).toBe(2);
  expect([...new Set(asked)]).toEqual([url('Một'), url('Ba')]);
});

it('marks the text that is being read, and only while it is', async () => {
  root.innerHTML = `<p data-say="x:1">Một</p><p data-say="x:3">Ba</p>`;
  const marked: string[] = [];
  const watch = new MutationObserver(() => {
    const now = [...root.querySelectorAll('[data-reading]')].map((one) => one.textContent);
    marked.push(now.join('+'));
  });
  watch.observe(root, { subtree: true, attributeFilter: ['data-reading'] });
  await read(root);
  await vi.waitFor(() => expect(marked.at(-1)).toBe(''));
  watch.disconnect();
  expect(marked.filter((one) => one !== '')).toEqual(['Một', 'Ba']);
});

it('falls silent when told to, and when something else is said', async () => {
  root.innerHTML = `<p data-say="x:1">Một</p><p data-say="x:2">Hai</p><p data-say="x:3">Ba</p>`;
  const reading = read(root);
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0));
  await speakText('a');
  await reading;
  expect(asked.at(-1)).toBe(url('a'));
  expect(asked).not.toContain(url('Ba'));
  expect(root.querySelector('[data-reading]')).toBeNull();
});

it('reads what is touched without swallowing the touch', async () => {
  root.innerHTML = `<button><span data-say="x:1">Một</span> <span data-say="x:3">Ba</span></button><p data-say="x:2">Hai</p><button>Trống</button>`;
  const [button, empty] = root.querySelectorAll('button');
  const pressed = vi.fn();
  button?.addEventListener('click', pressed);
  const stop = readOnTouch();
  button?.click();
  expect(pressed).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect([...new Set(asked)]).toEqual([url('Một'), url('Ba')]));
  empty?.click();
  root.querySelector('p')?.click();
  await vi.waitFor(() => expect(asked.at(-1)).toBe(url('Hai')));
  stop();
  button?.click();
  expect(pressed).toHaveBeenCalledTimes(2);
  expect(asked.at(-1)).toBe(url('Hai'));
});
