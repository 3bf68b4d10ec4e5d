import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassRow } from '$lib/ledger/kinds/class-row';
import type { PersonRow } from '$lib/ledger/kinds/person-registered';
import type { ProgressRow } from '$lib/ledger/kinds/progress-row';
import { slipKey } from '$lib/content/ids';
import { parse } from 'yaml';
import { root } from '../../tools/paths.mjs';
import { startPocketbase } from '../../tools/pocketbase.mjs';
import { startServer, type Server } from '../support/server';
import { ask, pullAll, signIn } from './api';
import { create, list, superuserOf, update } from './world';

interface Report {
  houses: { id: string; name: string }[];
  password: string;
  staff: { username: string; role: string }[];
}

let server: Server;
let report: Report;
let superuser: string;

beforeAll(async () => {
  server = await startServer({ demo: true });
  report = JSON.parse(await server.command('demo')) as Report;
  superuser = await superuserOf(server);
});
afterAll(() => server.stop());

/** The rows of a table, of one house. */
async function rows<Row>(table: string, house: string): Promise<Row[]> {
  const stored = await list<{ data: Row }>(
    server.url,
    superuser,
    'rows',
    `house='${house}' && tbl='${table}'`,
  );
  return stored.map(({ data }) => data);
}

/** The calendar day at the house of a moment. */
const day = (moment: string | number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(moment));

describe('the demo', () => {
  it('has everybody sign in with the printed password, each role once', async () => {
    for (const { username, role } of report.staff) {
      const { memberships } = await signIn(server.url, username, report.password);
      expect(new Set(memberships.map((one) => one.role))).toEqual(new Set([role]));
    }
    expect(new Set(report.staff.map(({ role }) => role)).size).toBe(5);
  });

  it('lets nobody in with that password who comes through a proxy', async () => {
    const answer = await ask(`${server.url}/api/v1/sign-in`, {
      body: { username: 'tap-huan', password: report.password },
      headers: { 'X-Forwarded-For': '203.0.113.7' },
    });
    expect(answer.body).toMatchObject({ error: { code: 'wrong-sign-in' } });
  });

  it('fills every screen: a roll of forty, classes past and to come, some passed and some stuck', async () => {
    for (const { id } of report.houses) {
      const people = await rows<PersonRow>('people', id);
      expect(people.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 40 }, (_, index) => index + 1),
      );
      expect(new Set(people.map(({ name }) => name)).size).toBe(40);
      for (const { name } of people) expect(name).toMatch(/ (Mẫu|Thử|Ví Dụ|Giả) /);

      const classes = await rows<ClassRow>('classes', id);
      expect(classes.filter(({ closed }) => closed)).toHaveLength(1);
      const planned = classes.filter(({ opened }) => !opened).map(({ starts }) => day(starts ?? 0));
      expect(planned.sort()).toEqual([day(Date.now()), day(Date.now() + 86_400_000)]);
      for (const { starts } of classes) expect(starts).toMatch(/T01:30:00\.000Z$/); // 08:30 at the house

      const progress = await rows<ProgressRow>('progress', id);
      expect(progress.filter(({ passed }) => passed).length).toBeGreaterThan(5);
      expect(progress.filter(({ wrongInARow }) => wrongInARow >= 3).length).toBeGreaterThan(3);
    }
  });

  it('gets stuck where the lesson really is: its steps and slips have words', async () => {
    const yaml = async (path: string) =>
      parse(await readFile(join(root, 'content', path), 'utf8')) as Record<string, unknown>;
    const words = (path: string) => yaml(`${path}/vi.yaml`);
    const lesson = await words('lessons/vneid-activate');
    const app = await words('apps/vneid');
    const at = (tree: unknown, path: string) =>
      path
        .split('.')
        .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], tree);
    const progress = await rows<ProgressRow>('progress', report.houses[0]?.id ?? '');
    expect(new Set(progress.map((row) => row.lesson))).toEqual(new Set(['vneid-activate']));
    for (const step of new Set(progress.map((row) => row.step))) expect(lesson).toHaveProperty([step]);
    const slips = new Set(progress.flatMap((row) => Object.keys(row.slips)));
    expect(slips.size).toBeGreaterThan(3);
    for (const slip of slips) {
      const [group, believed = ''] = slip.split('.');
      const said =
        group === 'misconception'
          ? at(await yaml(`misconceptions/${believed}.yaml`), 'words.vi')
          : (at(lesson, slip) ?? at(app, slipKey(slip)));
      expect(said, slip).toEqual(expect.any(String));
    }
  });

  it('adds nothing when it is run again on the same day', async () => {
    const { token } = await signIn(server.url, 'dieu-phoi', report.password);
    const house = report.houses[0]?.id ?? '';
    const before = await pullAll(server.url, token, house);
    await server.command('demo');
    expect(await pullAll(server.url, token, house)).toEqual(before);
    expect(await list(server.url, superuser, 'quarantine')).toEqual([]);
  });

  it('plans a class for today when it is started on another day', async () => {
    const house = report.houses[1]?.id ?? '';
    const today = async () =>
      (await rows<ClassRow>('classes', house)).filter(({ starts }) => day(starts ?? 0) === day(Date.now()));
    const filter = `house='${house}' && tbl='classes'`;
    for (const { id, data } of await list<{ id: string; data: ClassRow }>(
      server.url,
      superuser,
      'rows',
      filter,
    )) {
      // As if the plan had been for last year: the class of today is then missing.
      await update(server.url, superuser, 'rows', id, {
        data: { ...data, starts: '2025-01-01T01:30:00.000Z' },
      });
    }
    expect(await today()).toHaveLength(0);
    await server.command('demo');
    expect(await today()).toHaveLength(1);
  });

  it('leaves the data of a real house alone', async () => {
    const real = await startServer();
    try {
      await create(real.url, await superuserOf(real), 'houses', { name: 'Nhà văn hóa' });
      expect(JSON.parse(await real.command('demo'))).toBeNull();
    } finally {
      await real.stop();
    }
  });

  it.each([
    ['--http=0.0.0.0:0'],
    ['--http', ':0'],
    ['--http=[::]:0'],
    ['--http=192.0.2.1:80'],
    ['example.com'],
  ])('is not served to other machines (serve %s)', async (...args) => {
    const child = startPocketbase(['serve', ...args], { data: server.dataDir });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(1);
    expect(said).toContain('tài khoản dùng thử');
    expect(said).toContain('demo accounts');
  });
});
