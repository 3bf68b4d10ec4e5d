import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyHooks } from '../support/hooks-copy';
import { startServer, type Server } from '../support/server';
import { ask, push } from './api';
import { Desk } from './desk';
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

/** How far a commit of the writing connection reaches: 1 (NORMAL), 2 (FULL). */
const level = async () =>
  (await ask<{ synchronous: number }>(`${world.url}/api/v1/synchronous`)).body.synchronous;
/** As PocketBase opens the connection. */
const reset = async () => {
  await ask(`${world.url}/api/v1/synchronous`, { method: 'POST' });
  expect(await level()).toBe(1);
};

it('a push reaches the disk before it is answered: the writing connection is at FULL', async () => {
  await reset();
  const tablet = new Tablet(world.houseA, world.trainer.id);
  await push(world.url, world.trainer.token, tablet.id, [tablet.register(1)]);
  expect(await level()).toBe(2);
});

it('so does what somebody decides about a row that was set aside', async () => {
  const tablet = new Tablet(world.houseA, world.trainer.id);
  const row = tablet.write('future.thing', {});
  await push(world.url, world.trainer.token, tablet.id, [row]);
  const desk = new Desk(world);
  const { id } = await desk.row(row.id);
  await reset();
  expect((await desk.decide(id, 'discard', 'Việc thử')).status).toBe(200);
  expect(await level()).toBe(2);
});
