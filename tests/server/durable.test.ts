import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hooksFolder } from '../../tools/paths.mjs';
import { startServer, type Server } from '../support/server';
import { ask, push } from './api';
import { Tablet } from './tablet';
import { furnish, type World } from './world';

let server: Server;
let world: World;
let hooks: string;

beforeAll(async () => {
  // The project's hooks with a window into the connection that writes.
  hooks = await mkdtemp(join(tmpdir(), 'nhaso-hooks-'));
  await cp(hooksFolder, hooks, { recursive: true });
  await writeFile(
    join(hooks, 'window.pb.js'),
    `routerAdd('GET', '/api/v1/synchronous', (e) => {
      const found = new DynamicModel({ synchronous: -1 });
      $app.nonconcurrentDB().newQuery('PRAGMA synchronous').one(found);
      return e.json(200, { synchronous: found.synchronous });
    });`,
  );
  server = await startServer({ hooks });
  world = await furnish(server);
});
afterAll(async () => {
  await server.stop();
  await rm(hooks, { recursive: true, force: true });
});

it('a push reaches the disk before it is answered: the writing connection is at FULL', async () => {
  const level = async () =>
    (await ask<{ synchronous: number }>(`${world.url}/api/v1/synchronous`)).body.synchronous;
  expect(await level()).toBe(1);
  const tablet = new Tablet(world.houseA, world.trainer.id);
  await push(world.url, world.trainer.token, tablet.id, [tablet.register(1)]);
  expect(await level()).toBe(2);
});
