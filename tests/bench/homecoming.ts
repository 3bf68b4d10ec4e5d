import type { LedgerStore } from '$lib/ledger/store';
import { connect, type Backend } from '$lib/sync/backend';
import { backoff } from '$lib/sync/backoff';
import { exchange } from '$lib/sync/exchange';
import { Refusal } from '$lib/sync/refusal';
import type { Sender } from '$lib/sync/sender';
import { push as pushRows } from '../server/api';
import { Tablet } from '../server/tablet';
import { create, furnish, hire, newId } from '../server/world';
import { startServer, type Server } from '../support/server';
import { filledStore } from './push';
import { busy, quantile, round, timed, type Report, type Size } from './report';

const devices = 30;
const houses = 5;
/** Every outbox is empty within so many seconds (the drain of the sync's own target). */
const mostSeconds = 60;

/** What came of the requests of all devices. */
interface Watch {
  refusals: number;
  requests: number;
  /** When the last device had handed over all it had, and began to read (ms of `performance.now`). */
  sent: number;
}

/**
 * Thirty tablets of several houses come back at once, each with a week's events, and read all that is new; meanwhile
 * somebody else goes on working. The server keeps its own limits.
 */
export async function measure({ events = 300 }: Size): Promise<Report> {
  const server = await startServer();
  try {
    const world = await furnish(server);
    const places = await Promise.all(
      Array.from({ length: houses }, (_, n) =>
        create(world.url, world.superuser, 'houses', { name: `Nhà văn hóa Thử ${n}` }),
      ),
    );
    const trainers: { house: string; id: string; token: string }[] = [];
    for (const [n, house] of places.entries())
      trainers.push({ house, ...(await hire(world, `trainer-${n}`, [[house, 'trainer']])) });
    const watch: Watch = { refusals: 0, requests: 0, sent: 0 };
    const clients = await Promise.all(
      Array.from({ length: devices }, async (_, n) => {
        const { house, id, token } = trainers[n % houses] ?? { house: '', id: '', token: '' };
        const store = await filledStore({ house, author: id, device: newId() }, events);
        return { store, house, token };
      }),
    );
    let over = false;
    const bystander = standBy(server, world.trainer, world.houseA, () => over);
    const load = [busy()];
    const began = performance.now();
    const { ms } = await timed(() =>
      Promise.all(clients.map((client) => comeHome(server.url, client, watch))),
    );
    over = true;
    const waits = await bystander;
    load.push(busy());
    const sent = (watch.sent - began) / 1000;
    const left = await Promise.all(clients.map(({ store }) => store.outbox.count()));
    if (left.some((count) => count > 0)) throw new Error('an outbox is not empty');
    for (const { store } of clients) store.close();
    return {
      columns: [
        'devices',
        'events each',
        'sent s',
        'read s',
        'requests',
        'refused',
        'bystander p50 ms',
        'p95 ms',
      ],
      rows: [
        [
          ...[devices, events, round(sent, 1), round(ms / 1000, 1), watch.requests, watch.refusals],
          ...[round(quantile(waits, 0.5)), round(quantile(waits, 0.95))],
        ],
      ],
      targets: [
        {
          target: `all outboxes empty within ${mostSeconds} s`,
          found: `${round(sent, 1)} s`,
          met: sent <= mostSeconds,
        },
        {
          target: 'nobody is told to wait (429) more than once',
          found: `${watch.refusals} of ${watch.requests} requests refused`,
          met: watch.refusals <= devices,
        },
      ],
      notes: [
        `The clients run in one process on the same machine, each with an IndexedDB in memory; ${waits.length} pushes by the bystander.`,
        `Reading takes in ${(devices * devices * events) / houses} events in that one process: what it says is mostly how slow such a database is.`,
      ],
      load,
    };
  } finally {
    await server.stop();
  }
}

/** Exchanges until nothing waits and all is read, as the app does: with its own pauses where the server asks for them. */
async function comeHome(
  url: string,
  { store, house, token }: { store: LedgerStore; house: string; token: string },
  watch: Watch,
): Promise<void> {
  const backend = watched(connect(url, token), watch);
  const sender = { backend, viewer: `bench ${house}`, houses: [house], sends: () => true };
  for (let failures = 0; ;) {
    try {
      await exchange(store, [sender]);
      return;
    } catch (problem) {
      failures += 1;
      if (failures > 10) throw problem;
      const wait = backoff(failures, Math.random(), problem instanceof Refusal ? problem.retryAfter : 0);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

function watched({ push, pull, listen }: Backend, watch: Watch): Sender['backend'] {
  const count = async <Answer>(asking: Promise<Answer>): Promise<Answer> => {
    watch.requests += 1;
    try {
      return await asking;
    } catch (problem) {
      if (problem instanceof Refusal && problem.code === 'too-many') watch.refusals += 1;
      throw problem;
    }
  };
  let reads = false;
  return {
    listen,
    push: (request) => count(push(request)),
    pull: (...asked) => {
      if (!reads) watch.sent = performance.now(); // a device reads when it has handed over all
      reads = true;
      return count(pull(...asked));
    },
  };
}

/** Somebody of another house marks one person after the other; ms that each push took. */
async function standBy(
  server: Server,
  { id, token }: { id: string; token: string },
  house: string,
  over: () => boolean,
): Promise<number[]> {
  const tablet = new Tablet(house, id);
  const waits: number[] = [];
  while (!over()) {
    const { ms } = await timed(() => pushRows(server.url, token, tablet.id, [tablet.register(1)]));
    waits.push(ms);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return waits;
}
