import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mark } from '$lib/ledger/event';
import type { PullResponse, PushResponse } from '$lib/sync/protocol';
import { startServer, type Server } from '../support/server';
import { ask, push } from './api';
import { Tablet } from './tablet';
import { furnish, type World } from './world';

let server: Server;
let world: World;
let tablet: Tablet;

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
  tablet = new Tablet(world.houseA, world.trainer.id);
});
afterAll(() => server.stop());

const write = (count: number) =>
  push(
    world.url,
    world.trainer.token,
    tablet.id,
    Array.from({ length: count }, (_, n) => tablet.register(n + 1)),
  );
const read = async (mark?: Mark) => {
  const asked = mark ? `&mark=${mark.seq}.${mark.chain}` : '';
  const answer = await ask<PullResponse>(
    `${world.url}/api/v1/sync/pull?house=${world.houseA}&since=0${asked}`,
    { token: world.trainer.token },
  );
  expect(answer.status).toBe(200);
  return answer.body;
};
const offer = async (marks: Record<string, Mark>) => {
  const answer = await ask<PushResponse>(`${world.url}/api/v1/sync/push`, {
    token: world.trainer.token,
    body: { client: tablet.id, sentAt: new Date().toISOString(), marks, rows: [tablet.register(9)] },
  });
  expect(answer.status).toBe(200);
  return answer.body;
};
const markOf = ({ marks }: PushResponse): Mark => marks[world.houseA] ?? { seq: 0, chain: '' };

describe('the history of a house', () => {
  it('is named after each push, the same for whoever reads, and only grows', async () => {
    const first = markOf(await write(3));
    expect(first.seq).toBe(3);
    expect(first.chain).toMatch(/^[0-9a-f]{32}$/);
    expect((await read()).mark).toEqual(first);
    const second = markOf(await write(2));
    expect(second).toMatchObject({ seq: 5 });
    expect(second.chain).not.toBe(first.chain);
    expect((await read(first)).forked).toBe(false);
    expect((await offer({ [world.houseA]: second })).forked).toBe(false);
  });

  it('that is another than the device knows is told, for a backup that nobody announced, also once it has grown further', async () => {
    const backup = await mkdtemp(join(tmpdir(), 'nhaso-backup-'));
    await server.kill();
    await cp(server.dataDir, backup, { recursive: true });
    await server.restart();
    const known = markOf(await write(4));
    await server.kill();
    await rm(server.dataDir, { recursive: true });
    await cp(backup, server.dataDir, { recursive: true });
    await rm(backup, { recursive: true });
    await server.restart();

    expect((await read(known)).forked).toBe(true);
    const grown = markOf(await write(9));
    expect(grown.seq).toBeGreaterThan(known.seq);
    expect((await read(known)).forked).toBe(true);
    expect((await offer({ [world.houseA]: known })).forked).toBe(true);
    expect((await offer({ [world.houseA]: grown })).forked).toBe(false);
  });

  it('of a house that the asker does not belong to is neither told nor compared', async () => {
    const answer = await offer({ [world.houseB]: { seq: 7, chain: 'f'.repeat(32) } });
    expect(answer.forked).toBe(false);
    expect(Object.keys(answer.marks)).toEqual([world.houseA]);
  });

  it.each(['7', '7.', '7.xyz', `-1.${'0'.repeat(32)}`, `1.${'0'.repeat(33)}`])(
    'is not read from %s',
    async (mark) => {
      const answer = await ask(`${world.url}/api/v1/sync/pull?house=${world.houseA}&mark=${mark}`, {
        token: world.trainer.token,
      });
      expect(answer.status).toBe(400);
      expect(answer.body.error.code).toBe('bad-request');
    },
  );
});
