/** How long storing waits for a quiet moment before it begins all the same (ms). */
const patience = 10_000;

/**
 * Stores the voices of a lesson, and of the screens around it, when the browser has nothing better to do. What could not
 * be stored is tried again the next time: until then the clip comes over the network, or the text stays silent.
 */
export async function keepVoices(lesson: string): Promise<void> {
  await quiet();
  const { keepList } = await import('./keep');
  try {
    await keepList(lesson);
    await keepList('everywhere');
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem; // which is how fetch says that there is no network
  }
}

/** Resolves when the browser has nothing better to do. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: patience });
    else setTimeout(resolve, patience);
  });
}
