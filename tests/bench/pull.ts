import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { LedgerStore } from '$lib/ledger/store';
import { connect } from '$lib/sync/backend';
import { pull } from '$lib/sync/pull';
import { maxPullRows, type PullResponse } from '$lib/sync/protocol';
import { push as pushRows } from '../server/api';
import { furnish, liftLimits, newId } from '../server/world';
import { startServer } from '../support/server';
import { cpuOf } from './cpu';
import { writeEvents } from './past';
import { busy, quantile, round, timed, type Report, type Size } from './report';

const rounds = 5;
const wanted = 20_000;

/** Reads the whole ledger of a house by pulls of 1,000: over HTTP alone, and with the app's own client into a database. */
export async function measure({ events = 20_000 }: Size): Promise<Report> {
  const server = await startServer();
  try {
    const world = await furnish(server);
    await liftLimits(world);
    const { house, token } = { house: world.houseA, token: world.coordinator.token };
    const writer = { house, author: world.trainer.id, device: newId() };
    const rows = writeEvents(writer, events);
    for (let at = 0; at < rows.length; at += 200)
      await pushRows(server.url, world.trainer.token, writer.device, rows.slice(at, at + 200));

    const report: Report = {
      columns: ['round', 'over HTTP rows/s', 'server’s processor µs/row'],
      rows: [],
      targets: [],
      notes: [`${events} events, ${maxPullRows} a pull; the answer is read as JSON.`],
      load: [],
    };
    const rates: number[] = [];
    for (let n = 0; n < rounds; n++) {
      const before = cpuOf(server);
      const { ms } = await timed(() => readAll(server.url, token, house, events));
      rates.push(events / (ms / 1000));
      report.rows.push([
        n + 1,
        round(rates.at(-1) ?? 0),
        round(((cpuOf(server) - before) * 1000) / events, 1),
      ]);
      report.load.push(busy());
    }
    const store = new LedgerStore('bench', { indexedDB: new IDBFactory(), IDBKeyRange });
    const backend = connect(server.url, token);
    const few = Math.min(events, 1_000); // the database in memory takes long
    const sender = { backend, viewer: 'bench', houses: [house], sends: () => false };
    await store.setFact(`cursor:${house}`, events - few);
    const { ms } = await timed(() => pull(store, sender, house, () => new Date()));
    report.notes.push(
      `With the app's client into an IndexedDB in memory: ${round(few / (ms / 1000))} rows/s of ${few}, folds included.`,
    );
    store.close();
    const median = quantile(rates, 0.5);
    report.targets.push({
      target: `pull at least ${wanted} rows/s over HTTP`,
      found: `${round(median)} rows/s (median of ${rounds} rounds)`,
      met: median >= wanted,
    });
    return report;
  } finally {
    await server.stop();
  }
}

async function readAll(url: string, token: string, house: string, count: number): Promise<void> {
  let since = 0;
  let read = 0;
  for (let more = true; more;) {
    const answer = await fetch(`${url}/api/v1/sync/pull?house=${house}&since=${since}&limit=${maxPullRows}`, {
      headers: { Authorization: token },
    });
    const page = (await answer.json()) as PullResponse;
    read += page.events.length;
    ({ next: since, more } = page);
  }
  if (read !== count) throw new Error(`${read} of ${count} events came`);
}
