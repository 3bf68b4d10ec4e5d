import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { LedgerStore, type KeptEvent } from '$lib/ledger/store';
import { connect } from '$lib/sync/backend';
import { push } from '$lib/sync/push';
import { furnish, liftLimits, newId } from '../server/world';
import { startServer } from '../support/server';
import { startBatchApi } from './batch-api';
import { cpuOf } from './cpu';
import { writeEvents, type Writer } from './past';
import { busy, quantile, round, timed, type Report, type Size } from './report';

/** So many times are both ways measured in turn. */
const rounds = 5;
const wanted = 3;

/**
 * Pushes events by the app's own client to a real server, and creates as many by PocketBase's own batch API, in turn;
 * both write through to the disk before they answer.
 */
export async function measure({ events = 10_000 }: Size): Promise<Report> {
  const server = await startServer();
  const batchApi = await startBatchApi();
  try {
    const world = await furnish(server);
    await liftLimits(world);
    const each = Math.ceil(events / rounds);
    const report = emptyReport();
    const rates: Rate[] = [];
    for (let n = 0; n < rounds; n++) {
      const writer: Writer = { house: world.houseA, author: world.trainer.id, device: newId() };
      const [batchCpu, ourCpu] = [cpuOf(batchApi.server), cpuOf(server)];
      const batch = await timed(() => batchApi.create(writeEvents(writer, each)));
      const ours = await pushAll(server.url, world.trainer.token, writer, each);
      const rate = {
        ours: each / (ours.requests / 1000),
        whole: each / (ours.whole / 1000),
        batch: each / (batch.ms / 1000),
        cpu: (cpuOf(batchApi.server) - batchCpu) / (cpuOf(server) - ourCpu),
      };
      rates.push(rate);
      report.load.push(busy());
      report.rows.push([
        n + 1,
        round(rate.ours),
        round(rate.whole),
        round(rate.batch),
        ratio(rate),
        round(rate.cpu, 2),
      ]);
    }
    const median = quantile(
      rates.map((rate) => rate.ours / rate.batch),
      0.5,
    );
    report.targets.push({
      target: `push in rec/s at least ${wanted} times the batch API`,
      found: `${round(median, 2)} times (median of ${rounds} rounds)`,
      met: median >= wanted,
    });
    return report;
  } finally {
    await batchApi.stop();
    await server.stop();
  }
}

/** Rows per second: pushed, with the client's own work, and by the batch API; and how much more of a processor that takes. */
interface Rate {
  ours: number;
  whole: number;
  batch: number;
  cpu: number;
}

const ratio = ({ ours, batch }: Rate) => round(ours / batch, 2);

function emptyReport(): Report {
  return {
    columns: [
      'round',
      'push rec/s',
      'with the client’s database rec/s',
      'batch API rec/s',
      'ratio',
      'ratio in processor time',
    ],
    rows: [],
    targets: [],
    notes: [
      'Push: from request to answer, batches of 200; the batch API: batches of 50. Both with synchronous=FULL.',
      'The client’s database is an IndexedDB in memory written in JavaScript, slower than a browser’s.',
    ],
    load: [],
  };
}

/** Empties a full outbox; ms spent waiting for answers, and all in all. */
async function pushAll(url: string, token: string, writer: Writer, count: number) {
  const store = await filledStore(writer, count);
  const backend = connect(url, token);
  let requests = 0;
  const watched = {
    ...backend,
    push: async (request: Parameters<typeof backend.push>[0]) => {
      const { ms, result } = await timed(() => backend.push(request));
      requests += ms;
      if (result.results.some(({ status }) => status !== 'ok')) throw new Error('a row was not taken');
      return result;
    },
  };
  const sender = { backend: watched, viewer: 'bench', houses: [writer.house], sends: () => true };
  const { ms } = await timed(() => push(store, sender, () => new Date()));
  store.close();
  return { requests, whole: ms };
}

/** A device's database with a full outbox; no rows, for to fold them in a database in memory would take longer than all else. */
export async function filledStore(writer: Writer, count: number): Promise<LedgerStore> {
  const store = new LedgerStore(`bench-${writer.device}`, { indexedDB: new IDBFactory(), IDBKeyRange });
  const kept = writeEvents(writer, count).map((event): KeptEvent => ({
    ...event,
    seq: null,
    sent: 'waiting',
    own: 1,
    refs: [],
  }));
  await store.setFact('device', writer.device);
  await store.setFact('dseq', count);
  await store.events.bulkAdd(kept);
  await store.outbox.bulkAdd(kept.map(({ id, dseq }) => ({ id, dseq, failures: 0 })));
  return store;
}
