import { onPage } from './browser-page';
import type { CommitPage, Way } from './commit-page';
import { busy, quantile, round, type Report, type Size } from './report';

declare const window: CommitPage;

const ways: Way[] = ['record', 'strict', 'relaxed'];
const rounds = 10;
/** What belongs to an event (its row, its line in the outbox, its number) may cost this many times a bare put. */
const most = 5;

/** Writes events in a real Chromium: by the app's own `record`, and by one bare put, strict and relaxed, in turn. */
export function measure({ events = 500 }: Size): Promise<Report> {
  return onPage('tests/bench/commit-page.ts', async (page) => {
    const figures = new Map<Way, number[]>(ways.map((way) => [way, []]));
    const load: number[] = [];
    for (let n = -1; n < rounds; n++) {
      for (const way of ways) {
        const asked = [way, Math.ceil(events / rounds)] as const;
        const found = await page.evaluate(([which, count]) => window.write(which, count), asked);
        if (n >= 0) figures.get(way)?.push(...found); // the first round opens everything
      }
      load.push(busy());
    }
    return reportOf(figures, load);
  });
}

function reportOf(figures: ReadonlyMap<Way, number[]>, load: number[]): Report {
  const names: Record<Way, string> = {
    record: 'record() of the app, strict',
    strict: 'one bare put, strict',
    relaxed: 'one bare put, relaxed',
  };
  const middle = (way: Way) => quantile(figures.get(way) ?? [], 0.5);
  const ratio = middle('record') / middle('strict');
  return {
    columns: ['way', 'events/s', 'p50 ms', 'p95 ms'],
    rows: ways.map((way) => {
      const all = figures.get(way) ?? [];
      const rate = all.length / (all.reduce((sum, ms) => sum + ms, 0) / 1000);
      return [names[way], round(rate), round(middle(way), 2), round(quantile(all, 0.95), 2)];
    }),
    targets: [
      {
        target: `record costs at most ${most} times a bare strict put`,
        found: `${round(ratio, 2)} times (p50)`,
        met: ratio <= most,
      },
    ],
    notes: ['record writes the event, its line in the outbox, its number and its row, and folds that row.'],
    load,
  };
}
