import { language } from '$lib/words/words.svelte';

/** The clips there are: one file a string id and language, named `<namespace>/<key>.m4a` under content/audio/<lang>/. */
const clips = import.meta.glob<string>('/content/audio/**/*.m4a', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** The string ids shown inside an element, in reading order; what is hidden from view is not read. */
export function idsIn(element: Element): string[] {
  return [...element.querySelectorAll<HTMLElement>('[data-say]')]
    .filter((one) => one.checkVisibility())
    .map((one) => one.dataset.say ?? '')
    .filter((id) => id !== '');
}

let playing: AbortController | null = null;

/** Falls silent. */
export function hush(): void {
  playing?.abort();
  playing = null;
}

/**
 * Reads the clips of these strings one after the other; resolves to how many there were to read. Strings
 * without a clip are passed over in silence: nothing else would say them truly.
 */
export async function read(ids: readonly string[]): Promise<number> {
  hush();
  const mine = (playing = new AbortController());
  const urls = ids.map(clipOf).filter((url) => url !== undefined);
  for (const url of urls) {
    if (mine.signal.aborted) break;
    await play(url, mine.signal);
  }
  return urls.length;
}

function clipOf(id: string): string | undefined {
  return clips[`/content/audio/${language.current}/${id.replace(':', '/')}.m4a`];
}

function play(url: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const audio = new Audio(url);
    const done = () => {
      audio.pause();
      resolve();
    };
    signal.addEventListener('abort', done, { once: true });
    audio.addEventListener('ended', done, { once: true });
    audio.addEventListener('error', done, { once: true }); // a clip that cannot be played must not stop the next
    audio.play().catch(done);
  });
}
