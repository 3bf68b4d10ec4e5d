import type { LedgerEvent } from '$lib/ledger/event';
import { touchesOf } from '$lib/ledger/fold';
import type { Row } from '$lib/ledger/kind';
import { newId } from '$lib/ledger/record';
import { onPage } from './browser-page';
import type { FoldPage } from './fold-page';
import { writeEvents } from './past';
import { busy, quantile, round, type Report, type Size } from './report';

declare const window: FoldPage;

const rounds = 10;
/** What a row costs may grow this much in ten times the history: it costs what touches it. */
const mostGrowth = 1.5;
/** So many events touch the row that is folded anew, whatever else there is. */
const touching = 20;

/** Folds histories of a size and of ten times that, and one row anew in a real Chromium that holds them. */
export function measure({ events = 3_000 }: Size): Promise<Report> {
  const sizes = [Math.ceil(events / 10), events];
  return onPage('tests/bench/fold-page.ts', async (page) => {
    for (const size of sizes)
      await page.evaluate(([count, touched]) => window.grow(count, touched), [size, touching] as const);
    const [pure, anew] = [sizes.map((): number[] => []), sizes.map((): number[] => [])];
    const load: number[] = [];
    for (let n = 0; n < rounds; n++) {
      for (const [at, size] of sizes.entries()) {
        const history = writeEvents({ house: newId(), author: newId(), device: newId() }, size);
        pure[at]?.push(foldAll(history, events / size));
        anew[at]?.push(...(await page.evaluate((of) => window.anew(of, 10), size)));
      }
      load.push(busy());
    }
    return reportOf(sizes, pure, anew, load);
  });
}

function reportOf(sizes: number[], pure: number[][], anew: number[][], load: number[]): Report {
  const middle = (figures: readonly number[] = []) => quantile(figures, 0.5);
  return {
    columns: ['events', 'pure fold µs/event', 'one row anew ms'],
    rows: sizes.map((size, at) => [size, round(middle(pure[at]), 1), round(middle(anew[at]), 2)]),
    targets: [
      ['the pure fold of an event', pure] as const,
      ['a row folded anew in the browser', anew] as const,
    ].map(([what, [small, large]]) => {
      const growth = middle(large) / middle(small);
      return {
        target: `${what} costs at most ${mostGrowth} times in ten times the history`,
        found: `${round(growth, 2)} times`,
        met: growth <= mostGrowth,
      };
    }),
    notes: [`The row that is folded anew has ${touching} events in either history. Medians.`],
    load,
  };
}

/**
 * Folds events into rows so many times, as the server does; µs of a processor for each event: of the time that passes, others
 * on the same machine take their part.
 */
function foldAll(events: readonly LedgerEvent[], times: number): number {
  const before = process.cpuUsage();
  for (let n = 0; n < times; n++) {
    const rows = new Map<string, Row>();
    for (const event of events)
      for (const { ref, into } of touchesOf(event)) {
        const at = `${ref.table}|${ref.key}`;
        rows.set(at, into(rows.get(at)));
      }
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / (events.length * times);
}
