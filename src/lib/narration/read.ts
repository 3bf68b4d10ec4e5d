import { t, template } from '$lib/words/words.svelte';
import { clipsOf, clipUrl } from './clips';
import { play, prepare, setLoudness, setPace, type Ending } from './deck';
import { plan, type Saying } from './plan';
import './reading.css';

/** Speaks at this speed from now on, in percent; the pitch stays. */
export function setRate(percent: number): void {
  setPace(Math.min(200, Math.max(50, percent)) / 100);
}

/** Speaks so loud from now on, in percent of what the machine gives. */
export function setVolume(percent: number): void {
  setLoudness(Math.min(100, Math.max(0, percent)) / 100);
}

/** Something to say, and where it stands on screen. */
interface Line {
  saying: Saying;
  element?: HTMLElement;
}

let reading: AbortController | null = null;

/** Falls silent. */
export function hush(): void {
  reading?.abort();
  reading = null;
}

/**
 * Reads what stands in a part of the screen, in reading order, and marks each text while it is read. Resolves,
 * when it has been read, to how many texts could be: 0 where none has a voice.
 */
export function read(stage: Element): Promise<number> {
  return speak(linesIn(stage));
}

/** As `read`; before the first touch, when a browser keeps silent, it waits for that touch. */
export async function readOnEntry(stage: Element): Promise<number> {
  return speak(linesIn(stage), () => stage.isConnected);
}

/** Says one text that is shown, or has a clip of its own as the keys of a keyboard; 0 where it has no voice. */
export function speakText(text: string): Promise<number> {
  return speak([{ saying: { text } }]);
}

/** Says the words of a string id, with its variables filled in. */
export function speakId(id: string, variables?: Record<string, string | number>): Promise<number> {
  const text = t(id, variables);
  return speak([{ saying: variables ? { text, template: template(id), variables } : { text } }]);
}

/** The texts of an element in reading order; what is hidden from view is not read. */
export function linesIn(element: Element): Line[] {
  const all = [...element.querySelectorAll<HTMLElement>('[data-say]')];
  if (element.matches('[data-say]') && element instanceof HTMLElement) all.unshift(element);
  return all.filter((one) => one.checkVisibility()).map((one) => ({ saying: sayingOf(one), element: one }));
}

function sayingOf(element: HTMLElement): Saying {
  const { say = '', sayVars } = element.dataset;
  const text = element.textContent;
  if (sayVars === undefined) return { text };
  const variables = JSON.parse(sayVars) as Record<string, string | number>;
  return { text, template: template(say), variables };
}

/** Says lines one after the other. Where sound waits for a touch, `stillWanted` says whether to begin then. */
async function speak(lines: Line[], stillWanted?: () => boolean): Promise<number> {
  hush();
  const mine = (reading = new AbortController());
  const planned = await plannedOf(lines);
  for (const [at, { texts, element }] of planned.entries()) {
    if (mine.signal.aborted) break;
    const ending = await say(texts, element, planned[at + 1]?.texts[0], mine.signal);
    if (ending !== 'blocked') continue;
    if (!stillWanted) return 0;
    await firstTouch(mine.signal);
    return mine.signal.aborted || !stillWanted() ? 0 : speak(lines);
  }
  return planned.length;
}

async function plannedOf(lines: Line[]): Promise<{ texts: string[]; element: HTMLElement | undefined }[]> {
  const has = await clipsOf();
  // Numbers below a hundred have clips of their own; only for greater ones somebody has to know how to count.
  const great = lines.some(({ saying }) => /\d\.?\d\d/.test(saying.text) && !has(saying.text));
  const counting = great ? (await import('./numbers')).numberWords : String;
  return lines
    .map(({ saying, element }) => ({ texts: plan(saying, has, counting), element }))
    .filter(({ texts }) => texts.length > 0);
}

/** Says texts one after the other while their element is marked; `after` is what comes next, to be made ready. */
async function say(
  texts: string[],
  element: HTMLElement | undefined,
  after: string | undefined,
  signal: AbortSignal,
): Promise<Ending> {
  element?.setAttribute('data-reading', '');
  try {
    for (const [at, text] of texts.entries()) {
      const playing = play(clipUrl(text), signal);
      const following = texts[at + 1] ?? after;
      if (following !== undefined) prepare(clipUrl(following));
      const ending = await playing;
      if (ending !== 'played') return ending;
    }
    return 'played';
  } finally {
    element?.removeAttribute('data-reading');
  }
}

/** Until somebody touches the screen or presses a key, which is when a browser lets sound be heard. */
function firstTouch(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = () => {
      over.abort();
      resolve();
    };
    for (const kind of ['pointerup', 'keydown'])
      addEventListener(kind, end, { signal: over.signal, capture: true });
    signal.addEventListener('abort', end, { signal: over.signal });
  });
}
