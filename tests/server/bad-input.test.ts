import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '../../content/words/en/errors.json';
import vi from '../../content/words/vi/errors.json';
import type { ErrorCode, ErrorResponse } from '$lib/sync/protocol';
import { startServer, type Server } from '../support/server';
import { ask, type Sent } from './api';
import { Tablet } from './tablet';
import { furnish, liftLimits, list, newId, somePublicKey, type World } from './world';

let server: Server;
let world: World;

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
  await liftLimits(world);
});
afterAll(() => server.stop());

type Case = [what: string, path: string, sent: (world: World) => Sent, code: ErrorCode];

const badBodies: [what: string, raw: string][] = [
  ['nothing', ''],
  ['half a text', '{"client":'],
  ['null', 'null'],
  ['a number', '1e999'],
  ['a list', '[]'],
  ['an empty object', '{}'],
  ['bytes that are no text', '\u0000\u0001\ufffd'],
  ['ten thousand brackets', '['.repeat(10_001)],
  ['deep objects', `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`],
  ['a poisoned prototype', '{"__proto__":{"isAdmin":true},"constructor":1}'],
];

const madeUpNonce = `${Date.now() + 60_000}.${newId()}.${newId()}${newId()}`;

/** Bytes that are read of a body where anybody may send one. */
const smallest = 4096;

const posts = [
  '/api/v1/sign-in',
  '/api/v1/pair-codes',
  '/api/v1/pair',
  '/api/v1/devices/challenge',
  '/api/v1/devices/token',
  '/api/v1/fleet/seen',
  '/api/v1/sync/push',
  '/api/v1/sync/carry',
];

const cases: Case[] = [
  ...posts.flatMap((path) =>
    badBodies.map(([what, raw]): Case => {
      return [
        `${path} with ${what}`,
        path,
        ({ installer }) => ({ raw, token: installer.token, method: 'POST' }),
        raw.length > smallest && !path.startsWith('/api/v1/sync/') ? 'too-large' : 'bad-request',
      ];
    }),
  ),
  ...posts.map((path): Case => {
    const most = path.startsWith('/api/v1/sync/') ? 1_000_000 : smallest;
    const raw = JSON.stringify({ pad: 'x'.repeat(most) });
    return [
      `${path} with more than ${most} bytes`,
      path,
      ({ trainer }) => ({ raw, token: trainer.token }),
      'too-large',
    ];
  }),
  [
    'a wrong password',
    '/api/v1/sign-in',
    () => ({ body: { username: 'trainer', password: 'x' } }),
    'wrong-sign-in',
  ],
  [
    'an unknown name',
    '/api/v1/sign-in',
    () => ({ body: { username: 'nobody', password: 'x' } }),
    'wrong-sign-in',
  ],
  [
    'a name that is a filter',
    '/api/v1/sign-in',
    () => ({ body: { username: `' || 1=1 --`, password: 'x' } }),
    'wrong-sign-in',
  ],
  [
    'a password of 200 letters',
    '/api/v1/sign-in',
    () => ({ body: { username: 'trainer', password: 'x'.repeat(200) } }),
    'bad-request',
  ],
  ['me without a token', '/api/v1/me', () => ({}), 'not-signed-in'],
  ['me with a token of nobody', '/api/v1/me', () => ({ token: 'a.b.c' }), 'not-signed-in'],
  ['me by a kiosk', '/api/v1/me', ({ kiosk }) => ({ token: kiosk.token }), 'not-allowed'],
  ['me by a superuser', '/api/v1/me', ({ superuser }) => ({ token: superuser }), 'not-signed-in'],
  [
    'a code by a trainer',
    '/api/v1/pair-codes',
    (w) => ({ token: w.trainer.token, body: { house: w.houseA } }),
    'not-allowed',
  ],
  [
    'a code for another house',
    '/api/v1/pair-codes',
    (w) => ({ token: w.installer.token, body: { house: w.houseB } }),
    'not-allowed',
  ],
  [
    'a code for no house',
    '/api/v1/pair-codes',
    (w) => ({ token: w.installer.token, body: { house: newId() } }),
    'not-allowed',
  ],
  ['a code by nobody', '/api/v1/pair-codes', (w) => ({ body: { house: w.houseA } }), 'not-signed-in'],
  [
    'a wrong pairing code',
    '/api/v1/pair',
    () => ({ body: { code: 'AAAAAAAA', device: newId(), publicKey: somePublicKey } }),
    'wrong-code',
  ],
  [
    'a device id of another shape',
    '/api/v1/pair',
    () => ({ body: { code: 'AAAAAAAA', device: 'x', publicKey: somePublicKey } }),
    'bad-request',
  ],
  [
    'a device without a key',
    '/api/v1/pair',
    () => ({ body: { code: 'AAAAAAAA', device: newId() } }),
    'bad-request',
  ],
  ...[
    '04',
    somePublicKey.toUpperCase(),
    somePublicKey.replace(/^04/, '02'),
    somePublicKey.replace(/.$/, '0'),
    `04${'0'.repeat(128)}`,
    `04${'f'.repeat(128)}`,
  ].map((publicKey): Case => [
    `a device with a key that is none: ${publicKey.slice(0, 6)}…${publicKey.slice(-2)}`,
    '/api/v1/pair',
    () => ({ body: { code: 'AAAAAAAA', device: newId(), publicKey } }),
    'bad-request',
  ]),
  ['a challenge of no device', '/api/v1/devices/challenge', () => ({ body: { device: '' } }), 'bad-request'],
  [
    'a token for a nonce that is none',
    '/api/v1/devices/token',
    () => ({ body: { device: newId(), nonce: 'x', signature: '0'.repeat(128) } }),
    'bad-request',
  ],
  [
    'a token for a signature that is none',
    '/api/v1/devices/token',
    () => ({ body: { device: newId(), nonce: madeUpNonce, signature: 'x' } }),
    'bad-request',
  ],
  [
    'a token for a nonce that is made up',
    '/api/v1/devices/token',
    () => ({ body: { device: newId(), nonce: madeUpNonce, signature: '0'.repeat(128) } }),
    'not-signed-in',
  ],
  [
    'a push by nobody',
    '/api/v1/sync/push',
    () => ({ body: { client: newId(), sentAt: '', rows: [{}] } }),
    'not-signed-in',
  ],
  [
    'a push of no rows',
    '/api/v1/sync/push',
    (w) => ({ token: w.trainer.token, body: { client: newId(), sentAt: '', rows: [] } }),
    'bad-request',
  ],
  [
    'a push of 201 rows',
    '/api/v1/sync/push',
    (w) => ({ token: w.trainer.token, body: { client: newId(), sentAt: '', rows: Array(201).fill({}) } }),
    'bad-request',
  ],
  [
    'a push of rows that are none',
    '/api/v1/sync/push',
    (w) => ({ token: w.trainer.token, body: { client: newId(), sentAt: '', rows: [1, null] } }),
    'bad-request',
  ],
  [
    'a push of a client that is none',
    '/api/v1/sync/push',
    (w) => ({ token: w.trainer.token, body: { client: `'; DROP TABLE events`, sentAt: '', rows: [{}] } }),
    'bad-request',
  ],
  ['a pull by nobody', '/api/v1/sync/pull', () => ({}), 'not-signed-in'],
  ['a pull of no house', '/api/v1/sync/pull', (w) => ({ token: w.trainer.token }), 'bad-request'],
  [
    'a pull of another house',
    '/api/v1/sync/pull?house=HOUSE_B',
    (w) => ({ token: w.trainer.token }),
    'not-allowed',
  ],
  [
    'a pull of another house by a kiosk',
    '/api/v1/sync/pull?house=HOUSE_B',
    (w) => ({ token: w.kiosk.token }),
    'not-allowed',
  ],
  ...[
    'since=-1',
    'since=x',
    'since=1e3',
    'since=1;limit=2',
    'limit=0',
    'limit=1001',
    'limit=',
    'house=%00',
    `house='--`,
    'since=%FF',
    'since=99999999999999999999',
  ].map((query): Case => [
    `a pull with ${query}`,
    `/api/v1/sync/pull?house=HOUSE_A&${query}`.replace('house=HOUSE_A&house', 'house'),
    (w) => ({ token: w.trainer.token }),
    'bad-request',
  ]),
  ['a board by nobody', '/api/v1/boards/house?house=HOUSE_A', () => ({}), 'not-signed-in'],
  ['a board of no house', '/api/v1/boards/house', (w) => ({ token: w.trainer.token }), 'bad-request'],
  [
    'a board of another house',
    '/api/v1/boards/house?house=HOUSE_B',
    (w) => ({ token: w.trainer.token }),
    'not-allowed',
  ],
  [
    'a board of no class',
    '/api/v1/boards/class?house=HOUSE_A',
    (w) => ({ token: w.trainer.token }),
    'bad-request',
  ],
  [
    'a board of a class that is not there',
    `/api/v1/boards/class?house=HOUSE_A&session=${'a'.repeat(32)}`,
    (w) => ({ token: w.trainer.token }),
    'not-found',
  ],
  ['a fleet by nobody', '/api/v1/fleet', () => ({}), 'not-signed-in'],
  ['a fleet by a trainer', '/api/v1/fleet', (w) => ({ token: w.trainer.token }), 'not-allowed'],
  ['a fleet of no house', '/api/v1/fleet?house=', (w) => ({ token: w.installer.token }), 'bad-request'],
  [
    'the lines of another house',
    '/api/v1/fleet/link?house=HOUSE_B',
    (w) => ({ token: w.installer.token }),
    'not-allowed',
  ],
  ['a beat of nothing', '/api/v1/devices/beat', (w) => ({ token: w.kiosk.token, body: {} }), 'bad-request'],
  ['a beat by staff', '/api/v1/devices/beat', (w) => ({ token: w.installer.token, body: {} }), 'not-allowed'],
  [
    'an alert that is none',
    '/api/v1/fleet/seen',
    (w) => ({ token: w.installer.token, body: { house: w.houseA, alert: 'x' } }),
    'bad-request',
  ],
  [
    'an alert that is not there',
    '/api/v1/fleet/seen',
    (w) => ({ token: w.installer.token, body: { house: w.houseA, alert: 'a'.repeat(15) } }),
    'not-found',
  ],
  ['an unknown address', '/api/v1/nothing', () => ({ body: {} }), 'not-found'],
  ['an unknown method', '/api/v1/sync/push', () => ({ method: 'DELETE' }), 'not-found'],
];

describe('bad input is refused with a code and a sentence', () => {
  it.each(cases)('%s', async (_what, path, sent, code) => {
    const before = (await list(world.url, world.superuser, 'events')).length;
    const address = world.url + path.replace('HOUSE_A', world.houseA).replace('HOUSE_B', world.houseB);
    for (const [lang, sentences] of Object.entries({ vi, en })) {
      const request = sent(world);
      const answer = await ask<ErrorResponse>(address, { ...request, headers: { 'Accept-Language': lang } });
      expect(answer.body).toEqual({ error: { code, message: sentences[code] } });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
    expect(await list(world.url, world.superuser, 'events')).toHaveLength(before);
  });

  it('speaks Vietnamese where no language is asked for, and the heavier one of two', async () => {
    const say = async (language: string) => {
      const headers: Record<string, string> = language ? { 'Accept-Language': language } : {};
      return (await ask(`${world.url}/api/v1/me`, { headers })).body.error.message;
    };
    expect(await say('')).toBe(vi['not-signed-in']);
    expect(await say('fr-FR, km;q=0.9')).toBe(vi['not-signed-in']);
    expect(await say('vi;q=0.3, en-GB;q=0.8')).toBe(en['not-signed-in']);
  });

  it('goes on serving after all of it', async () => {
    const tablet = new Tablet(world.houseA, world.trainer.id);
    const answer = await ask<{ results: { status: string }[] }>(`${world.url}/api/v1/sync/push`, {
      token: world.trainer.token,
      body: { client: tablet.id, sentAt: 'whenever', rows: [tablet.register(1)] },
    });
    expect(answer.body.results).toMatchObject([{ status: 'ok' }]);
    expect(server.log()).not.toMatch(/panic|pull:|push:/);
  });
});
