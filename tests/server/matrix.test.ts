import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindByName, kinds } from '$lib/ledger/kinds';
import type { PullResponse, PushResponse, SignInResponse } from '$lib/sync/protocol';
import { routesIn } from '../../tools/hooks.mjs';
import { root } from '../../tools/paths.mjs';
import { askers, houses, type House } from '../matrix/askers';
import { Marker, numbersIn } from '../matrix/canary';
import { permissions, permissionsPage } from '../matrix/page';
import { requests, voices } from '../matrix/requests';
import { routeRules, shown, writing, writings } from '../matrix/rules';
import { samples } from '../matrix/samples';
import { setScene, signed, signingWindow, type Cast, type Scene } from '../matrix/scene';
import { copyHooks } from '../support/hooks-copy';
import { startServer, type Server } from '../support/server';
import { ask, type Answer } from './api';
import { list } from './world';

const routes = routesIn();
const names = routes.map(({ method, path }) => `${method} ${path}`);

let hooks: Awaited<ReturnType<typeof copyHooks>>;
let site: string;
let server: Server;
let scene: Scene;
/** All that each asker was ever told. */
const told = new Map<string, string[]>(askers.map(({ name }) => [name, []]));

beforeAll(async () => {
  hooks = await copyHooks({ files: { 'window.pb.js': signingWindow } });
  site = await mkdtemp(join(tmpdir(), 'nhaso-site-'));
  await writeFile(join(site, 'index.html'), '<!doctype html><title>Nhà Số</title>');
  server = await startServer({ hooks: hooks.folder, public: site });
  scene = await setScene(server);
}, 60_000);
afterAll(async () => {
  await server.stop();
  await hooks.remove();
  await rm(site, { recursive: true, force: true });
});

function asker(name: string): Cast {
  const found = scene.cast.get(name);
  if (!found) throw new Error(`nobody is cast as ${name}`);
  return found;
}

/** Asks as somebody about a house, and keeps what they were told. */
async function tell<Body>(route: string, name: string, house: House): Promise<Answer<Body>> {
  const make = requests[route];
  if (!make) throw new Error(`no request for ${route}`);
  const { at, ...sent } = await make(scene, asker(name), house);
  const answer = await ask<Body>(scene.url + at, sent);
  told.get(name)?.push(JSON.stringify(answer.body));
  return answer;
}

const outcomeOf = ({ status, body }: Answer<unknown>): unknown =>
  status < 400 ? 'ok' : (body as { error?: { code?: unknown } }).error?.code;

describe('the matrix', () => {
  it('has a rule and a request for every route', () => {
    const lacking = names.flatMap((name) => [
      ...(routeRules[name] ? [] : [`Add a rule for «${name}» to routeRules in tests/matrix/rules.ts.`]),
      ...(requests[name] ? [] : [`Add a request for «${name}» to tests/matrix/requests.ts.`]),
    ]);
    expect(lacking).toEqual([]);
    expect(
      [...Object.keys(routeRules), ...Object.keys(requests)].filter((name) => !names.includes(name)),
    ).toEqual([]);
  });

  it('has a sample with all fields of every kind', () => {
    const lacking = kinds.flatMap(({ name, schema }) => {
      const sample = samples[name]?.(new Marker('y'));
      if (!sample) return [`Add a sample of «${name}» to tests/matrix/samples.ts.`];
      const fields = 'entries' in schema ? Object.keys(schema.entries as object) : [];
      return [
        ...(v.safeParse(schema, sample).success ? [] : [`The sample of «${name}» is not of its kind.`]),
        ...fields
          .filter((field) => !(field in sample))
          .map((field) => `The sample of «${name}» lacks «${field}».`),
      ];
    });
    expect(lacking).toEqual([]);
  });

  it(`is what ${permissionsPage} says (npm run permissions)`, async () => {
    const file = join(root, permissionsPage);
    const page = await format(permissions(routes), { ...(await resolveConfig(file)), filepath: file });
    expect(await readFile(file, 'utf8')).toBe(page);
  });

  it('knows a token that has not expired from one that has', async () => {
    const { id } = asker('trainer');
    const me = async (seconds: number) =>
      outcomeOf(await ask(`${scene.url}/api/v1/me`, { token: await signed(scene.url, id, seconds) }));
    expect([await me(60), await me(-60)]).toEqual(['ok', 'not-signed-in']);
  });
});

describe.each(askers.map(({ name }) => name))('%s', (name) => {
  it.each(names)('at %s', async (route) => {
    for (const house of houses) {
      const answer = await tell(route, name, house);
      expect([house, outcomeOf(answer)]).toEqual([house, routeRules[route]?.must(asker(name), house)]);
    }
  });

  it('writes the kinds that their role may write, in their own name and house', async () => {
    for (const house of houses) {
      const { status, body } = await tell<PushResponse>('POST /api/v1/sync/push', name, house);
      if (status !== 200) continue; // the route's own rule says who is refused
      const found = body.results.map((result) => ('why' in result ? result.why : result.status));
      const wanted = writings.flatMap((one) =>
        voices.map((voice) => writing(asker(name), house, one, voice)),
      );
      expect([house, found]).toEqual([house, wanted]);
      const before = await list(scene.url, scene.superuser, 'events');
      const accepted = body.results.filter(({ status: became }) => became === 'ok').map(({ id }) => id);
      const kept = new Set(before.map((event) => (event as { id: string }).id));
      expect(body.results.filter(({ id }) => kept.has(id)).map(({ id }) => id)).toEqual(accepted);
    }
  });

  it('is told of no house but their own', async () => {
    const { status, body } = await tell<SignInResponse>('GET /api/v1/me', name, 'A');
    if (status !== 200) return expect(routeRules['GET /api/v1/me']?.must(asker(name), 'A')).not.toBe('ok');
    const { roles } = asker(name);
    expect(body.memberships.map(({ house, role }) => [house, role])).toEqual(
      houses.flatMap((house) => roles[house].map((role) => [scene.houses[house], role])),
    );
  });

  it('reads what their roles in a house may read of it, field by field', async () => {
    const visible: string[] = [];
    for (const house of houses) {
      const stored = await list<{ id: string; kind: string; seq: number; payload: object }>(
        scene.url,
        scene.superuser,
        'events',
        `house='${scene.houses[house]}'`,
      );
      const wanted = stored
        .toSorted((one, other) => one.seq - other.seq)
        .flatMap(({ id, kind: kindName, payload }) => {
          const kind = kindByName.get(kindName);
          const part = kind && shown(asker(name).roles[house], kind, payload);
          return part ? [{ id, payload: part }] : [];
        });
      const { status, body } = await tell<PullResponse>('GET /api/v1/sync/pull', name, house);
      if (status !== 200) {
        expect(routeRules['GET /api/v1/sync/pull']?.must(asker(name), house)).not.toBe('ok');
        continue;
      }
      expect(body.events.map(({ id, payload }) => ({ id, payload }))).toEqual(wanted);
      visible.push(JSON.stringify(wanted));
    }
    const whole = visible.join('\n');
    const said = told.get(name)?.join('\n') ?? '';
    expect(found(said)).toEqual(found(whole));
  });
});

/** What was planted and stands in a text, by house and kind. */
function found(text: string): string[] {
  const numbers = numbersIn(text);
  return scene.planted.flatMap(({ house, kind, mark }) =>
    [
      ...mark.words.filter((word) => text.includes(word)),
      ...mark.numbers.filter((number) => numbers.has(number)),
    ].map((canary) => `${house} ${kind} ${canary}`),
  );
}

describe('what a view takes out', () => {
  const views = kinds.flatMap((kind) =>
    Object.keys(kind.view ?? {}).map((role) => [kind.name, role] as const),
  );

  it.each(views)('of %s for a %s is something, and the reader does see the rest', (kindName, role) => {
    const said = told.get(role)?.join('\n') ?? '';
    for (const { house, kind, mark } of scene.planted.filter((one) => one.kind === kindName)) {
      const seen = found(said).filter((line) => line.startsWith(`${house} ${kind} `)).length;
      const all = mark.words.length + mark.numbers.length;
      if (house === 'A') expect(seen).toBeGreaterThan(0);
      expect(seen).toBeLessThan(all);
    }
  });
});
