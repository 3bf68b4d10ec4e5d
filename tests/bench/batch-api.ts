import type { LedgerEvent } from '$lib/ledger/event';
import { ask } from '../server/api';
import { superuserOf } from '../server/world';
import { copyHooks } from '../support/hooks-copy';
import { startServer, type Server } from '../support/server';

/** PocketBase's own limit on the requests of one batch, as it comes. */
const batchSize = 50;

/** The batch API of a second server is made durable as ours is: on every request, for the connection is replaced now and then. */
const durable = `routerUse(new Middleware((e) => {
  if (e.request.url.path === '/api/batch') $app.nonconcurrentDB().newQuery('PRAGMA synchronous=FULL').execute();
  return e.next();
}));
routerAdd('GET', '/api/v1/durability', (e) => {
  const row = new DynamicModel({ synchronous: 0 });
  $app.nonconcurrentDB().newQuery('PRAGMA synchronous').one(row);
  return e.json(200, { synchronous: row.synchronous });
});`;

/** PocketBase's own way to create many records, on a copy of our server with an open collection like that of events. */
export interface BatchApi {
  /** Creates the events in batches of 50; resolves when all are answered for. */
  create: (events: readonly LedgerEvent[]) => Promise<void>;
  server: Server;
  stop: () => Promise<void>;
}

interface Collection {
  fields: { name: string }[];
  indexes: string[];
}

/** Starts such a server. Throws where it would not write through to the disk: then nothing could be compared. */
export async function startBatchApi(): Promise<BatchApi> {
  const hooks = await copyHooks({ files: { 'durable.pb.js': durable } });
  const server = await startServer({ hooks: hooks.folder });
  const stop = async () => {
    await server.stop();
    await hooks.remove();
  };
  try {
    const token = await superuserOf(server);
    const must = async <Body>(path: string, body?: unknown, method?: string): Promise<Body> => {
      const answer = await ask<Body>(server.url + path, { token, body, method });
      if (answer.status >= 400) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    };
    const { fields, indexes } = await must<Collection>('/api/collections/events');
    await must('/api/collections', {
      name: 'open_events',
      type: 'base',
      fields,
      createRule: '',
      indexes: indexes.map((sql) => sql.replace(/`?events(_\w+)?`?/g, 'open_events$1')),
    });
    const batch = { enabled: true, maxRequests: batchSize, timeout: 30, maxBodySize: 0 };
    await must('/api/settings', { batch, rateLimits: { enabled: false } }, 'PATCH');

    let seq = 0;
    const create = async (events: readonly LedgerEvent[]) => {
      for (let at = 0; at < events.length; at += batchSize) {
        const requests = events.slice(at, at + batchSize).map((event) => ({
          method: 'POST',
          url: '/api/collections/open_events/records',
          body: { ...event, seq: ++seq, hash: event.id + event.id, chain: event.id, sent_at: event.occurred },
        }));
        await must('/api/batch', { requests });
      }
      const { synchronous } = await must<{ synchronous: number }>('/api/v1/durability');
      if (synchronous !== 2) throw new Error('the batch API does not write through');
    };
    return { create, server, stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}
