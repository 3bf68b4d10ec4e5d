import { connect } from 'node:net';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventSchema, type LedgerEvent } from '$lib/ledger/event';
import { readEvent } from '$lib/ledger/read';
import { beatSchema } from '$lib/sync/beat';
import { carryRequestSchema } from '$lib/sync/carry';
import { challengeRequestSchema } from '$lib/sync/device-token';
import { errorCodes, pushRequestSchema, type ErrorResponse, type PushResponse } from '$lib/sync/protocol';
import en from '../../content/words/en/errors.json';
import vi from '../../content/words/vi/errors.json';
import { routesIn } from '../../tools/hooks.mjs';
import { soundBeat } from '../support/beat';
import { startServer, type Server } from '../support/server';
import { ask, push, type Answer, type Sent } from './api';
import {
  authorizations,
  badRows,
  badTexts,
  contentTypes,
  heavyTexts,
  languages,
  methods,
  queries,
} from './nasties';
import { Tablet } from './tablet';
import { furnish, liftLimits, list, somePublicKey, type World } from './world';

let server: Server;
let world: World;

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
  await liftLimits(world);
  const tablet = new Tablet(world.houseA, world.trainer.id);
  await push(world.url, world.trainer.token, tablet.id, [tablet.register(1), tablet.register(2)]);
});
afterAll(() => server.stop());

/** How a route is asked the right way, so that nasty things can be made of it. */
interface Target {
  path: string;
  /** True where it answers nobody without a token. */
  guarded: boolean;
  /** True where whoever asks rightly is answered, whatever token comes along. */
  answers?: boolean;
  token: (world: World) => string;
  /** A body that is in the right form, but that nothing comes of. */
  body?: Record<string, unknown>;
  /** Makes the body anew for each request, where the same one again is answered otherwise. */
  anew?: () => Record<string, unknown>;
  /** True for a text that is in the right form, however odd. */
  takes?: (text: string) => boolean;
}

const id = 'a'.repeat(32);
const sealed = { key: `04${'1'.repeat(128)}`, text: 'AAAA' };

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every route by its name in the table. */
const targets: Record<string, Target> = {
  'POST /api/v1/sign-in': {
    path: '/api/v1/sign-in',
    guarded: false,
    token: () => '',
    body: { username: 'nobody', password: 'nothing' },
    anew: () => ({ username: `nobody-${asked}`, password: 'nothing' }), // one name is shut after five tries
  },
  'GET /api/v1/me': { path: '/api/v1/me', guarded: true, token: ({ trainer }) => trainer.token },
  'POST /api/v1/me/password': {
    path: '/api/v1/me/password',
    guarded: true,
    token: ({ trainer }) => trainer.token,
    body: { old: 'nothing', new: 'short', device: id },
  },
  'POST /api/v1/me/sign-out': {
    path: '/api/v1/me/sign-out',
    guarded: true,
    token: ({ kiosk }) => kiosk.token, // whoever may do it can do it once
  },
  'GET /api/v1/staff': {
    path: '/api/v1/staff',
    guarded: true,
    token: ({ coordinator }) => coordinator.token,
  },
  'POST /api/v1/staff': {
    path: '/api/v1/staff',
    guarded: true,
    token: ({ coordinator }) => coordinator.token,
    body: { house: id, does: 'add', username: 'ai-do', name: 'Ai Đó', role: 'trainer' },
  },
  'POST /api/v1/pair-codes': {
    path: '/api/v1/pair-codes',
    guarded: true,
    token: ({ installer }) => installer.token,
    body: { house: id },
  },
  'POST /api/v1/pair': {
    path: '/api/v1/pair',
    guarded: false,
    token: () => '',
    body: { code: 'AAAAAAAA', device: id, publicKey: somePublicKey },
  },
  'POST /api/v1/devices/challenge': {
    path: '/api/v1/devices/challenge',
    guarded: false,
    answers: true,
    token: () => '',
    body: { device: id },
    takes: (text) => v.safeParse(challengeRequestSchema, jsonIn(text)).success,
  },
  'POST /api/v1/devices/token': {
    path: '/api/v1/devices/token',
    guarded: true,
    token: () => '',
    body: { device: id, nonce: `1795000000000.${id}.${id}${id}`, signature: id.repeat(4) },
  },
  'GET /api/v1/devices': {
    path: '/api/v1/devices',
    guarded: true,
    token: ({ installer }) => installer.token,
  },
  'POST /api/v1/devices': {
    path: '/api/v1/devices',
    guarded: true,
    token: ({ installer }) => installer.token,
    body: { house: id, device: id, does: 'name', name: 'Máy' },
  },
  'POST /api/v1/devices/left': {
    path: '/api/v1/devices/left',
    guarded: true,
    token: ({ kiosk }) => kiosk.token,
    body: { epoch: id, marks: { [id]: { seq: 1, chain: id } } },
  },
  'POST /api/v1/devices/beat': {
    path: '/api/v1/devices/beat',
    guarded: true,
    token: ({ kiosk }) => kiosk.token,
    body: { ...soundBeat, version: '' }, // of the right form but for this: a sound one is answered so often a minute
    takes: (text) => v.safeParse(beatSchema, jsonIn(text)).success,
  },
  'GET /api/v1/fleet': { path: '/api/v1/fleet', guarded: true, token: ({ installer }) => installer.token },
  'GET /api/v1/fleet/link': {
    path: '/api/v1/fleet/link',
    guarded: true,
    token: ({ installer }) => installer.token,
  },
  'POST /api/v1/fleet/seen': {
    path: '/api/v1/fleet/seen',
    guarded: true,
    token: ({ installer }) => installer.token,
    body: { house: id, alert: 'a'.repeat(15) },
  },
  'POST /api/v1/cards': {
    path: '/api/v1/cards',
    guarded: true,
    token: ({ trainer }) => trainer.token,
    body: { house: id, cards: [{ person: id, card: id, picture: 1, pin: true }] },
  },
  'POST /api/v1/sync/push': {
    path: '/api/v1/sync/push',
    guarded: true,
    token: ({ trainer }) => trainer.token,
    body: { client: id, sentAt: '2026-11-24T00:00:00.000Z', rows: [{}] },
    takes: (text) => v.safeParse(pushRequestSchema, jsonIn(text)).success,
  },
  'POST /api/v1/sync/carry': {
    path: '/api/v1/sync/carry',
    guarded: true,
    token: ({ trainer }) => trainer.token,
    body: {
      ...{ server: `04${'1'.repeat(128)}`, device: id, sentAt: '2026-11-24T00:00:00.000Z', proof: sealed },
      rows: [{ id, house: id, device: id, dseq: 1, sealed }],
    },
    takes: (text) => v.safeParse(carryRequestSchema, jsonIn(text)).success,
  },
  'GET /api/v1/sync/pull': {
    path: '/api/v1/sync/pull',
    guarded: true,
    token: ({ trainer }) => trainer.token,
  },
  'GET /api/v1/boards/class': {
    path: '/api/v1/boards/class',
    guarded: true,
    token: ({ trainer }) => trainer.token,
  },
  'GET /api/v1/boards/house': {
    path: '/api/v1/boards/house',
    guarded: true,
    token: ({ coordinator }) => coordinator.token,
  },
  'GET /api/v1/aside': {
    path: '/api/v1/aside',
    guarded: true,
    token: ({ coordinator }) => coordinator.token,
  },
  'POST /api/v1/aside/decide': {
    path: '/api/v1/aside/decide',
    guarded: true,
    token: ({ coordinator }) => coordinator.token,
    body: { house: id, id: 'a'.repeat(15), act: 'discard', reason: 'Không có lý do' },
  },
  'GET /{path...}': { path: '/nowhere.js', guarded: false, token: () => '' },
};

/** Routes that answer also where no house is named, so that naming one that is none is another matter. */
const mayNameHouse = ['/api/v1/sync/pull', '/api/v1/fleet', '/api/v1/fleet/link'];

const names = routesIn().map(({ method, path }) => `${method} ${path}`);
const known = names.flatMap((name) => {
  const target = targets[name];
  return target ? [{ name, method: name.split(' ')[0] ?? '', ...target }] : [];
});

it('knows every route', () => {
  const lacking = names.filter((name) => !targets[name]);
  expect(lacking.map((name) => `Say in tests/server/nasties.test.ts how «${name}» is asked.`)).toEqual([]);
  expect(Object.keys(targets).filter((name) => !names.includes(name))).toEqual([]);
});

/** All that must not change: the ledger, its order and what is folded of it. */
async function ledger(): Promise<unknown> {
  const all = ['events', 'rows', 'houses', 'memberships', 'devices', 'staff', 'staff_acts'].map(
    async (collection) => {
      const items = await list<Record<string, unknown>>(world.url, world.superuser, collection);
      return items.map((item) => JSON.stringify(item)).sort();
    },
  );
  return Promise.all(all);
}

const sentences: Record<string, Record<string, string>> = { vi, en };
let asked = 0;

/** Asks in one language and then the other; whatever is answered must be an answer of ours. */
async function attack(path: string, sent: Sent): Promise<Answer<ErrorResponse>> {
  const language = sent.headers?.['Accept-Language'] ?? (asked++ % 2 === 0 ? 'en' : 'vi');
  const answer = await ask(world.url + path, {
    ...sent,
    headers: { ...sent.headers, 'Accept-Language': language },
    patience: 10_000,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
  if (answer.status >= 400 && sent.method !== 'HEAD') {
    const { error } = answer.body;
    expect(errorCodes).toContain(error.code);
    expect(error.message).toBe(sentences[language === 'en' ? 'en' : 'vi']?.[error.code]);
  } else if (answer.status < 300) expect(answer.body).not.toHaveProperty('error');
  return answer;
}

describe.each(known.flatMap((one) => (one.body ? [{ ...one, body: one.body }] : [])))(
  'a body for $name',
  ({ method, path, token, body, takes }) => {
    let before: unknown;
    beforeAll(async () => (before = await ledger()));

    it('is refused where it is in no right form', async () => {
      for (const raw of badTexts(body, 150)) {
        const { status } = await attack(path, { method, token: token(world), raw });
        if (takes?.(raw)) expect(status, raw.slice(0, 300)).toBe(200);
        else expect(status, raw.slice(0, 300)).toBeGreaterThanOrEqual(400);
      }
    });

    it('is refused where it is of another type than JSON', async () => {
      for (const type of contentTypes) {
        const headers = { 'Content-Type': type };
        const { status } = await attack(path, { method, token: token(world), raw: 'a=1', headers });
        expect(status).toBeGreaterThanOrEqual(400);
      }
    });

    it.each(heavyTexts)('does not keep the server busy with %s', async (_what, raw) => {
      const { status } = await attack(path, { method, token: token(world), raw });
      expect([400, 413]).toContain(status);
    });

    it('has left the ledger as it was', async () => {
      expect(await ledger()).toEqual(before);
    });
  },
);

describe.each(known)('$name', ({ method, path, guarded, answers, token, body, anew = () => body }) => {
  let before: unknown;
  beforeAll(async () => (before = await ledger()));

  it('is not led astray by a query', async () => {
    for (const query of queries) {
      const right = await attack(path + query, { method, token: token(world), body: anew() });
      const plain = await attack(path, { method, token: token(world), body: anew() });
      if (!mayNameHouse.includes(path)) expect(right.status, query).toBe(plain.status);
    }
  });

  it('opens for no token that is none', async () => {
    for (const Authorization of authorizations) {
      const answer = await attack(path, { method, body, headers: { Authorization } });
      if (guarded) expect(answer.body).toMatchObject({ error: { code: 'not-signed-in' } });
      else if (answers) expect(answer.status).toBe(200);
      else expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });

  it('speaks Vietnamese to whoever asks for a language that there is not', async () => {
    for (const language of languages)
      await attack(path, { method, body, headers: { 'Accept-Language': language } });
  });

  it('has no other method', async () => {
    const own = names.filter((name) => name.endsWith(` ${path}`)).map((name) => name.split(' ')[0]);
    const others = methods.filter((other) => !['GET', 'HEAD', ...own].includes(other));
    for (const other of others) {
      const answer = await attack(path, { method: other, token: token(world) });
      expect(answer.body).toMatchObject({ error: { code: 'not-found' } });
    }
    await attack(path, { method: 'HEAD', token: token(world) });
  });

  it('has left the ledger as it was', async () => {
    expect(await ledger()).toEqual(before);
  });
});

describe('a push', () => {
  it('sets aside every row that is no event, and takes what is sent with it', async () => {
    const tablet = new Tablet(world.houseA, world.trainer.id);
    const isEvent = (row: Record<string, unknown>) =>
      v.safeParse(eventSchema, row).success && 'event' in readEvent(asRead(row) as LedgerEvent);
    for (let batch = 0; batch < 4; batch++) {
      const good = tablet.register(7);
      const bad = badRows(good, 50 * (batch + 1), isEvent).slice(-50);
      const { results } = await pushed(tablet.id, [...bad, good]);
      expect(bad.filter((_row, at) => results[at]?.status !== 'quarantined')).toEqual([]);
      expect(results.at(-1)).toMatchObject({ status: 'ok' });
    }
  });

  it('reads no further than a few levels', async () => {
    const tablet = new Tablet(world.houseA, world.trainer.id);
    const sent = (levels: number) => {
      const row = JSON.stringify({ ...tablet.register(8), payload: { a: 0 } });
      const rows = row.replace('{"a":0}', `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`);
      const raw = `{"client":"${tablet.id}","sentAt":"","rows":[${rows}]}`;
      return attack('/api/v1/sync/push', { token: world.trainer.token, raw });
    };
    expect((await sent(8)).status).toBe(200);
    expect((await sent(40)).body.error.code).toBe('bad-request');
    expect((await sent(200_000)).body.error.code).toBe('bad-request');
  });

  /** The server's engine reads half a character as U+FFFD, which stands for any that is lost. */
  function asRead(row: Record<string, unknown>): unknown {
    return JSON.parse(JSON.stringify(row).replace(/\\ud[89a-f]../g, '\ufffd'));
  }

  async function pushed(client: string, rows: Record<string, unknown>[]): Promise<PushResponse> {
    const body = { client, sentAt: new Date().toISOString(), rows };
    const answer = await attack('/api/v1/sync/push', { token: world.trainer.token, body });
    expect(answer.status).toBe(200);
    return answer.body as unknown as PushResponse;
  }
});

describe('what is no request at all', () => {
  const begun = [
    ['nothing', ''],
    ['half a line', 'POST /api/v1/sync/push HT'],
    ['a header with a nought in it', 'GET /api/v1/me HTTP/1.1\r\nHost: x\r\nAuthorization: a\u0000b\r\n\r\n'],
    ['a length below nothing', 'POST /api/v1/pair HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n'],
    [
      'two lengths',
      'POST /api/v1/pair HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}',
    ],
    [
      'less than was announced',
      'POST /api/v1/pair HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{"code":',
    ],
    [
      'chunks that are none',
      'POST /api/v1/pair HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    ],
    ['an address that does not decode', 'GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a path of quotes and noughts', 'GET /learn/%00%27%22%25 HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['another protocol', '\u0016\u0003\u0001\u0002\u0000\u0001'],
  ] as const;

  it.each(begun)('%s is dropped or refused, and nobody else notices', async (_what, text) => {
    const said = await answerTo(text);
    if (said !== '') expect(said).toMatch(/^HTTP\/1\.[01] 4\d\d /);
    expect((await ask(`${world.url}/api/v1/me`, { token: world.trainer.token })).status).toBe(200);
  });

  /** What is answered to a line that is closed after some bytes. */
  function answerTo(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(world.url);
      const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
      let said = '';
      socket.setTimeout(10_000, () => socket.destroy(new Error(`still waiting after: ${said}`)));
      socket.on('data', (part: Buffer) => (said += part.toString()));
      socket.on('end', () => socket.end(() => resolve(said)));
      socket.on('error', (problem) =>
        'code' in problem && problem.code === 'ECONNRESET' ? resolve(said) : reject(problem),
      );
      socket.end(text, 'latin1');
    });
  }
});

it('nothing of it stands in the log as a fault of ours', async () => {
  expect(server.log()).not.toMatch(/panic|GoError|TypeError|SyntaxError/);
  const own = await ask(`${world.url}/api/v1/pair-codes`, {
    token: world.installer.token,
    body: { house: world.houseA },
  });
  expect(own.status).toBe(200);
});
