import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attendanceMarked } from '$lib/ledger/kinds/attendance-marked';
import { record } from '$lib/ledger/record';
import { LedgerStore } from '$lib/ledger/store';
import { asDevice } from '$lib/session/as-device';
import type { Pairing } from '$lib/session/device';
import { newDeviceKey, signWith } from '$lib/session/device-key';
import { sayFarewell } from '$lib/session/farewell';
import { pairHere } from '$lib/session/pair';
import { connect } from '$lib/sync/backend';
import { tokenText, type ChallengeResponse, type TokenResponse } from '$lib/sync/device-token';
import { exchange } from '$lib/sync/exchange';
import type { DeviceChange, ErrorResponse, PairCodeResponse } from '$lib/sync/protocol';
import { clockedHooks, type ClockedHooks } from '../chaos/server-clock';
import { signed, signingWindow } from '../matrix/scene';
import { startServer, type Server } from '../support/server';
import { ask } from './api';
import { furnish, liftLimits, list, newId, pairKiosk, update, type Kiosk, type World } from './world';

let hooks: ClockedHooks;
let server: Server;
let world: World;

beforeAll(async () => {
  hooks = await clockedHooks({ 'window.pb.js': signingWindow });
  server = await startServer({ hooks: hooks.folder });
  world = await furnish(server);
  await liftLimits(world);
});
afterAll(async () => {
  await server.stop();
  await hooks.remove();
});

const year = 365 * 86_400;
const at = (path: string) => `${world.url}/api/v1${path}`;
const kiosk = (id?: string) => pairKiosk(world.url, world.installer.token, world.houseA, id);
const expired = (id: string, ago = year) => signed(world.url, id, -ago, 'devices');
const nonceFor = async (device: string) =>
  (await ask<ChallengeResponse>(at('/devices/challenge'), { body: { device } })).body.nonce;
const change = (device: string, does: 'leave' | 'cut-off') =>
  ask(at('/devices'), {
    token: world.installer.token,
    body: { house: world.houseA, device, does } satisfies DeviceChange,
  });

/** What a kiosk sends for a new token; a stranger's try where something else is put in its place. */
interface Try {
  device?: string;
  house?: string;
  nonce?: string;
  key?: CryptoKey;
  text?: string;
  signature?: string;
  shows?: string;
}
async function renew({ id, key }: Kiosk, instead: Try = {}) {
  const device = instead.device ?? id;
  const nonce = instead.nonce ?? (await nonceFor(device));
  const text = instead.text ?? tokenText({ house: instead.house ?? world.houseA, device, nonce });
  const signature = instead.signature ?? (await signWith(instead.key ?? key, text));
  return ask<TokenResponse & ErrorResponse>(at('/devices/token'), {
    token: instead.shows,
    body: { device, nonce, signature },
  });
}
const said = async (answer: ReturnType<typeof renew>) => {
  const { status, body } = await answer;
  return status === 200 ? 'ok' : body.error.code;
};
const pull = async (token: string) => {
  const { status, body } = await ask(at('/sync/pull'), { token });
  return status === 200 ? 'ok' : body.error.code;
};

describe('a kiosk whose token has run out', () => {
  it('gets another by its own key, good for thirty days', async () => {
    const one = await kiosk();
    expect(await pull(await expired(one.id))).toBe('not-signed-in');
    const { body } = await renew(one);
    expect(await pull(body.token)).toBe('ok');
    const { exp } = JSON.parse(atob(body.token.split('.')[1] ?? '')) as { exp: number };
    expect((exp - Date.now() / 1000) / 86_400).toBeCloseTo(30, 1);
  });

  it('may lose the answer: the token that it had is good until it runs out', async () => {
    const one = await kiosk();
    await renew(one);
    expect(await pull(one.token)).toBe('ok');
  });

  it('is told so where it was cut off, and gets nothing', async () => {
    const one = await kiosk();
    const old = await expired(one.id);
    await change(one.id, 'cut-off');
    expect(await said(renew(one))).toBe('revoked');
    expect(await pull(old)).toBe('revoked');
  });

  it('may go on where it is leaving, to hand over what it holds', async () => {
    const one = await kiosk();
    await change(one.id, 'leave');
    const { body } = await renew(one);
    expect(await pull(body.token)).toBe('leaving');
  });

  it('is paired again with another key, and the one that it had opens nothing any more', async () => {
    const one = await kiosk();
    const again = await kiosk(one.id);
    expect(await said(renew({ ...one, key: again.key }))).toBe('ok');
    expect(await said(renew(one))).toBe('not-signed-in');
  });

  it('signs with either of the two numbers that are right', async () => {
    const one = await kiosk();
    const high = new Set<boolean>();
    for (let n = 0; n < 40 && high.size < 2; n++) {
      const nonce = await nonceFor(one.id);
      const signature = await signWith(one.key, tokenText({ house: world.houseA, device: one.id, nonce }));
      const isHigh = signature.slice(64) > '7fffffff80000000';
      if (high.has(isHigh)) continue;
      high.add(isHigh);
      expect(await said(renew(one, { nonce, signature }))).toBe('ok');
    }
    expect(high.size).toBe(2);
  });
});

describe('whoever has not the key of a kiosk', () => {
  it.each<[string, (one: Kiosk) => Promise<Try>]>([
    ['signs with another', async () => ({ key: (await newDeviceKey()).private })],
    ['names another kiosk', async () => ({ device: (await kiosk()).id })],
    ['names one that does not exist', () => Promise.resolve({ device: newId() })],
    ['has a nonce of another kiosk', async () => ({ nonce: await nonceFor((await kiosk()).id) })],
    [
      'makes a nonce up',
      async (one) => ({ nonce: (await nonceFor(one.id)).replace(/.$/, (d) => (d === '0' ? '1' : '0')) }),
    ],
    ['sets a nonce forth', async (one) => ({ nonce: (await nonceFor(one.id)).replace(/^./, '2') })],
    ['has a signature for another house', () => Promise.resolve({ house: world.houseB })],
    [
      'has a signature of a file that the kiosk made',
      (one) => Promise.resolve({ text: `nha-so carry 1|${one.id}|` }),
    ],
    ['has no signature at all', () => Promise.resolve({ signature: '0'.repeat(128) })],
    ['has numbers that no signature has', () => Promise.resolve({ signature: 'f'.repeat(128) })],
  ])('and %s is told the same of every kiosk, and nothing more', async (_what, instead) => {
    const one = await kiosk();
    const answer = await renew(one, await instead(one));
    const nobody = await ask<ErrorResponse>(at('/devices/token'), {
      body: { device: newId(), nonce: await nonceFor(one.id), signature: '0'.repeat(128) },
    });
    expect([answer.status, answer.body]).toEqual([401, nobody.body]);
  });

  it('is told the same of one that has no key: it was paired before there were any', async () => {
    const one = await kiosk();
    await update(world.url, world.superuser, 'devices', one.id, { publicKey: '' });
    expect(await said(renew(one))).toBe('not-signed-in');
    expect(await pull(one.token)).toBe('ok');
  });

  it('does not hear that it was cut off', async () => {
    const one = await kiosk();
    await change(one.id, 'cut-off');
    expect(await said(renew(one, { key: (await newDeviceKey()).private }))).toBe('not-signed-in');
  });

  it('cannot make use of a nonce that is older than five minutes, whatever the clock of the kiosk says', async () => {
    const one = await kiosk();
    const nonce = await nonceFor(one.id);
    try {
      await hooks.pass(4 * 60_000);
      expect(await said(renew(one, { nonce }))).toBe('ok');
      await hooks.pass(2 * 60_000);
      expect(await said(renew(one, { nonce }))).toBe('not-signed-in');
      await hooks.set(-365 * 86_400_000); // this server's clock was set back
      expect(await said(renew(one, { nonce }))).toBe('not-signed-in');
      expect(await said(renew(one))).toBe('ok');
    } finally {
      await hooks.set(0);
    }
  });

  it('has five tries, and shuts out only those who come without a token of the kiosk', async () => {
    const one = await kiosk();
    const stranger = { key: (await newDeviceKey()).private };
    const forged = `${(await expired(one.id)).replace(/[^.]+$/, '')}${'A'.repeat(43)}`;
    for (let n = 0; n < 5; n++) expect(await said(renew(one, stranger))).toBe('not-signed-in');
    for (const shows of ['', forged, await expired(world.kiosk.id), world.trainer.token])
      expect(await said(renew(one, { shows }))).toBe('too-many');
    expect(await said(renew(one, { shows: await expired(one.id) }))).toBe('ok');
    expect(await said(renew(one, { shows: one.token }))).toBe('ok');
    const own = { ...stranger, shows: one.token };
    for (let n = 0; n < 5; n++) expect(await said(renew(one, own))).toBe('not-signed-in');
    expect(await said(renew(one, { shows: one.token }))).toBe('too-many');
    for (let n = 0; n < 5; n++)
      expect(await said(renew(one, { ...stranger, device: n ? newId() : one.id }))).toBe(
        n ? 'not-signed-in' : 'too-many',
      );
  });
});

/** A kiosk with the app's own client, and its database in memory. */
async function paired() {
  const store = new LedgerStore('kiosk', { indexedDB: new IDBFactory(), IDBKeyRange });
  const { body } = await ask<PairCodeResponse>(at('/pair-codes'), {
    token: world.installer.token,
    body: { house: world.houseA },
  });
  await pairHere(store, connect(world.url, ''), body.code);
  return { store, id: (await store.fact<string>('device')) ?? '' };
}
const tokenOf = async (store: LedgerStore) => (await store.fact<Pairing>('pairing'))?.token ?? '';
const hold = async (store: LedgerStore, token: string) =>
  store.setFact('pairing', { ...(await store.fact<Pairing>('pairing')), token });
const write = (store: LedgerStore, now?: () => Date) =>
  record(
    store,
    attendanceMarked,
    { session: newId(), status: 'present' },
    { house: world.houseA, person: newId() },
    now,
  );
/** One exchange, as the loop makes it; its clock may be wrong. */
async function round(store: LedgerStore, now: () => Date = () => new Date()) {
  const asked: string[] = [];
  const by = (token: string) => {
    const backend = connect(world.url, token);
    return {
      ...backend,
      deviceToken: (...request: Parameters<typeof backend.deviceToken>) => {
        asked.push(token);
        return backend.deviceToken(...request);
      },
    };
  };
  const sender = {
    backend: asDevice(store, by, now),
    viewer: `device:${world.houseA}`,
    houses: [world.houseA],
    sends: () => true,
  };
  await exchange(store, [sender], now);
  return asked.length;
}
const written = async (device: string) =>
  (await list(world.url, world.superuser, 'events', `device='${device}'`)).length;

describe('a kiosk that was off for a year', () => {
  it.each([
    ['right', 0],
    ['ten years behind', -10 * year * 1000],
    ['ten years ahead', 10 * year * 1000],
  ])('hands over all that it holds in the first exchange, by a clock that is %s', async (_what, skew) => {
    const { store, id } = await paired();
    const clock = () => new Date(Date.now() + skew);
    await hold(store, await expired(id));
    for (let n = 0; n < 230; n++) await write(store, clock);
    await round(store, clock);
    expect(await store.outbox.count()).toBe(0);
    expect(await written(id)).toBe(230);
    expect(await pull(await tokenOf(store))).toBe('ok');
    expect(await round(store, clock)).toBe(0); // by now it knows how wrong its clock is
  });

  it('forgets the house where it was cut off meanwhile, and its key with it', async () => {
    const { store, id } = await paired();
    await hold(store, await expired(id));
    await change(id, 'cut-off');
    await expect(round(store)).rejects.toMatchObject({ code: 'revoked' });
    await sayFarewell(store, 'revoked', connect(world.url, ''));
    expect((await store.facts.toArray()).map(({ name }) => name)).toEqual([]);
  });

  it('hands over all that it holds, and leaves, where it was taken back meanwhile', async () => {
    const { store, id } = await paired();
    await write(store);
    await hold(store, await expired(id));
    await change(id, 'leave');
    await expect(round(store)).rejects.toMatchObject({ code: 'leaving' });
    expect(await store.outbox.count()).toBe(0);
    expect(await sayFarewell(store, 'leaving', connect(world.url, await tokenOf(store)))).toBe('gone');
    expect(await store.facts.count()).toBe(0);
  });

  it('keeps all of it where the server does not know its key, and waits before it asks too often', async () => {
    const { store, id } = await paired();
    await write(store);
    await hold(store, await expired(id));
    await update(world.url, world.superuser, 'devices', id, { publicKey: '' });
    for (let n = 0; n < 5; n++) await expect(round(store)).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(await store.outbox.count()).toBe(1);
  });
});

describe('a kiosk that is in use', () => {
  it('gets a new token when half of the life of its own is over, and not before', async () => {
    const { store, id } = await paired();
    const day = 86_400;
    await hold(store, await signed(world.url, id, 16 * day, 'devices'));
    expect(await round(store)).toBe(0);
    const half = await signed(world.url, id, 14 * day, 'devices');
    await hold(store, half);
    expect(await round(store)).toBe(1);
    expect(await tokenOf(store)).not.toBe(half);
  });
});
