import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyHooks } from '../support/hooks-copy';
import { startServer, type Server } from '../support/server';
import { ask, push } from './api';
import { Tablet } from './tablet';
import { furnish, type World } from './world';

let server: Server;
let world: World;
let hooks: Awaited<ReturnType<typeof copyHooks>>;

beforeAll(async () => {
  // The project's hooks with a window into the connection that writes.
  hooks = await copyHooks({
    files: {
      'window.pb.js': `routerAdd('POST', '/api/v1/synchronous', (e) => {
        $app.nonconcurrentDB().newQuery('PRAGMA synchronous=NORMAL').execute();
        return e.json(200, {});
      });
      routerAdd('GET', '/api/v1/synchronous', (e) => {
        const found = new DynamicModel({ synchronous: -1 });
        $app.nonconcurrentDB().newQuery('PRAGMA synchronous').one(found);
        return e.json(200, { synchronous: found.synchronous });
      });`,
    },
  });
  server = await startServer({ hooks: hooks.folder });
  world = await furnish(server);
});
afterAll(async () => {
  await server.stop();
  await hooks.remove();
});

it('a push reaches the disk before it is answered: the writing connection is at FULL', async () => {
  const level = async () =>
    (await ask<{ synchronous: number }>(`${world.url}/api/v1/synchronous`)).body.synchronous;
  await ask(`${world.url}/api/v1/synchronous`, { method: 'POST' }); // as PocketBase opens it
  expect(await level()).toBe(1);
  const tablet = new Tablet(world.houseA, world.trainer.id);
  await push(world.url, world.trainer.token, tablet.id, [tablet.register(1)]);
  expect(await level()).toBe(2);
});
