import type { LedgerStore } from '$lib/ledger/store';

/** How often a kiosk's page shows that it lives and that its disk takes what it writes (ms). */
const beat = 60_000;

/**
 * Writes a moment into the database once a minute until the answer is called. On a kiosk's machine a watcher outside
 * the browser looks at when that file last changed (deploy/kiosk), for a page that hangs cannot say so itself. Where
 * the disk takes nothing there is no beat, which is what it is to say.
 */
export function keepPulse(store: Pick<LedgerStore, 'setFact'>): () => void {
  const timer = setInterval(() => {
    store.setFact('pulse', Date.now()).catch((problem: unknown) => console.error(problem));
  }, beat);
  return () => clearInterval(timer);
}
