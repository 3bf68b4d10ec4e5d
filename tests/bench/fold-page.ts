import { takeIn } from '$lib/ledger/custody';
import type { LedgerEvent } from '$lib/ledger/event';
import { newId } from '$lib/ledger/record';
import { refold, refsOf } from '$lib/ledger/refold';
import { LedgerStore, type KeptEvent } from '$lib/ledger/store';
import { writeEvents } from './past';

/** What the page offers: histories by their size, each with one row that so many events touch. */
export interface FoldPage {
  grow: (size: number, touching: number) => Promise<void>;
  /** Folds that row of a history anew so many times; ms of each. */
  anew: (size: number, times: number) => Promise<number[]>;
}

declare const window: FoldPage;

const histories = new Map<number, { store: LedgerStore; refs: string[] }>();

window.grow = async (size, touching) => {
  const store = new LedgerStore(`bench-${size}`);
  const [house, device, author, person] = [newId(), newId(), newId(), newId()];
  const own = Array.from({ length: touching }, (_, n): LedgerEvent => {
    return {
      ...{ id: newId(), house, household: '', person, author, kind: 'lesson.started', v: 1, device },
      payload: { attempt: newId(), lesson: 'bank-qr', version: 1 },
      dseq: n + 1,
      occurred: '2026-11-20T01:00:00.000Z',
    };
  });
  const all = [...own, ...writeEvents({ house, author, device }, size, touching + 1)];
  const numbered = all.map((event, at) => ({ ...event, seq: at + 1 }));
  for (let at = 0; at < numbered.length; at += 500)
    await takeIn(store, house, numbered.slice(at, at + 500), at);
  const kept = (await store.events.get(own[0]?.id ?? '')) as KeptEvent;
  histories.set(size, { store, refs: refsOf(kept) });
};

window.anew = async (size, times) => {
  const history = histories.get(size);
  if (!history) throw new Error('there is no such history');
  const { store, refs } = history;
  const figures: number[] = [];
  for (let n = 0; n < times; n++) {
    const began = performance.now();
    await store.transaction('rw', store.events, store.rows, store.bases, store.facts, () =>
      refold(store, refs),
    );
    figures.push(performance.now() - began);
  }
  return figures;
};
