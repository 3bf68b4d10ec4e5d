/** How far the device is with keeping the app for a day without a network. */
export type OfflineState = 'unsupported' | 'preparing' | 'ready' | 'failed';

/** Once an hour a device that is never switched off looks for a new version (ms). */
const lookEvery = 3_600_000;

/** Registers the service worker and tells how far it is; the page that calls decides when an update may take over. */
export async function keepOffline(told: (state: OfflineState) => void): Promise<void> {
  // In development nothing is kept: what is on screen must be what was just written.
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) {
    told('unsupported');
    return;
  }
  try {
    await untilShown();
    const registration = await navigator.serviceWorker.register('/service-worker.js');
    setInterval(() => void registration.update().catch(() => undefined), lookEvery); // no network: look again later
    told(registration.active ? 'ready' : 'preparing');
    await navigator.serviceWorker.ready;
    told('ready');
    await navigator.storage?.persist?.();
  } catch (problem) {
    console.error(problem);
    told('failed');
  }
}

/** After the page has come, this long is left to the person who waits for the first lesson (ms). */
const headStart = 3_000;

/**
 * On a thin line what somebody waits for comes first: storing the rest begins when the page has come and a moment
 * has passed, and then takes from the browser's cache what the page has already fetched.
 */
async function untilShown(): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  }
  await new Promise((resolve) => setTimeout(resolve, headStart));
}

/** Does what has to do with updates, where a worker keeps this page; nobody who is here for the first time waits for it. */
export async function withWorker(act: (update: typeof import('./update')) => unknown): Promise<void> {
  if (navigator.serviceWorker?.controller) act(await import('./update'));
}
