import { onSound } from '$lib/narration/deck';

/** What shows that somebody is there: fingers, keys, and what they type. */
const signs = ['pointerdown', 'keydown', 'input'] as const;

/** Tells of each sign of life, and of sound that begins and ends, until the answer is called. */
export function heedActivity(told: (type: 'touched' | 'sound.began' | 'sound.ended') => void): () => void {
  const over = new AbortController();
  for (const sign of signs)
    addEventListener(sign, () => told('touched'), { capture: true, passive: true, signal: over.signal });
  const deaf = onSound((playing) => told(playing ? 'sound.began' : 'sound.ended'));
  return () => {
    over.abort();
    deaf();
  };
}
