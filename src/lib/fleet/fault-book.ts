import type { LedgerStore } from '$lib/ledger/store';
import type { Fault } from '$lib/sync/beat';
import { faultCodes, type FaultCode } from '$lib/sync/beat-lists';
import { isFull } from './canary';
import { living, withFault } from './faults';

/** The name of the fact that holds what was wrong here. */
const faultsFact = 'faults';

/** What was wrong here of late: codes and moments, never what an error said. It outlives the page where the disk takes it. */
export class FaultBook {
  #faults: Fault[] = [];

  constructor(private readonly store: LedgerStore) {}

  /** Notes errors that nothing in the page caught, until the answer is called. */
  heed(): () => void {
    const over = new AbortController();
    const { signal } = over;
    addEventListener('error', ({ error }: ErrorEvent) => this.note(isFull(error) ? 'full' : 'script'), {
      signal,
    });
    addEventListener('unhandledrejection', ({ reason }) => this.note(isFull(reason) ? 'full' : 'script'), {
      signal,
    });
    return () => over.abort();
  }

  note(code: FaultCode): void {
    this.#faults = withFault(this.#faults, code, Date.now());
  }

  /** What still counts, with what the pages before this one noted. */
  async told(): Promise<Fault[]> {
    const now = Date.now();
    try {
      const kept = (await this.store.fact<Fault[]>(faultsFact)) ?? [];
      const latest = [...this.#faults, ...kept].sort((a, b) => a.at - b.at);
      const all = living(
        latest.reduce<Fault[]>((book, { code, at }) => withFault(book, code, at), []),
        now,
      );
      if (JSON.stringify(all) !== JSON.stringify(kept)) await this.store.setFact(faultsFact, all);
      this.#faults = all;
    } catch {
      this.#faults = living(this.#faults, now); // the disk itself is what is wrong
    }
    return this.#faults;
  }

  /** Tells of every code whether it still counts. */
  tellEach(told: (code: FaultCode, counts: boolean) => void): void {
    const codes = new Set(this.#faults.map(({ code }) => code));
    for (const code of faultCodes) told(code, codes.has(code));
  }
}
