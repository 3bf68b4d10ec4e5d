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

/** Lets a waiting version take over and reloads into it; call only where nobody is in the middle of anything. */
export async function takeOverUpdate(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration?.waiting) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  registration.waiting.postMessage('take-over');
}
