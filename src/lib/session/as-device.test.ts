import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '$lib/ledger/record';
import { LedgerStore } from '$lib/ledger/store';
import type { Backend } from '$lib/sync/backend';
import { Refusal } from '$lib/sync/refusal';
import { asDevice } from './as-device';
import { pairHere } from './pair';

const house = { id: newId(), name: 'Nhà văn hóa Mẫu' };
const day = 86_400_000;
/** A token that is good for so many days more, and tells which it is. */
const token = (name: string, days: number) => {
  const claims = { id: name, exp: Math.floor((Date.now() + days * day) / 1000) };
  return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
};
const [old, fresh] = [token('old', 10), token('fresh', 30)];

let store: LedgerStore;
/** What was asked, and by which token. */
let asked: string[];
/** The tokens that the server takes. */
let good: string[];
let renewing: () => Promise<{ token: string; now: string }>;

beforeEach(async () => {
  store = new LedgerStore('kiosk', { indexedDB: new IDBFactory(), IDBKeyRange });
  [asked, good] = [[], [old, fresh]];
  renewing = () => Promise.resolve({ token: fresh, now: new Date().toISOString() });
  await pairHere(store, { pair: ({ device }) => Promise.resolve({ token: old, device, house }) }, 'CODE');
});

const nameOf = (shown: string) => (shown === old ? 'old' : shown === fresh ? 'fresh' : 'another');
const by = (shown: string) =>
  ({
    challenge: () => Promise.resolve({ nonce: 'n' }),
    deviceToken: () => {
      asked.push(`token by ${nameOf(shown)}`);
      return renewing();
    },
    listen: () => {
      asked.push(`listen by ${nameOf(shown)}`);
      return () => asked.push('hung up');
    },
    push: () => {
      asked.push(`push by ${nameOf(shown)}`);
      return good.includes(shown)
        ? Promise.resolve({ epoch: 'first' })
        : Promise.reject(new Refusal('not-signed-in'));
    },
  }) as unknown as Backend;
const push = { client: newId(), sentAt: '', marks: {}, rows: [] };
const exchanged = async (times = 1) => {
  const device = asDevice(store, by);
  for (let n = 0; n < times; n++) await device.push(push);
};
const kept = async () => nameOf((await store.fact<{ token: string }>('pairing'))?.token ?? '');

describe('a device whose token has less than half of its life left', () => {
  it('gets a new one first, and keeps it', async () => {
    await exchanged(2);
    expect(asked).toEqual(['token by old', 'push by fresh', 'push by fresh']);
    expect(await kept()).toBe('fresh');
  });

  it.each([
    ['nobody answers', new Refusal('offline')],
    ['there were too many tries', new Refusal('too-many', 60)],
    ['its key is not known', new Refusal('not-signed-in')],
    ['the server is ill', new Error('fault')],
  ])('goes on with the one that it has where %s, and asks once in an exchange', async (_what, problem) => {
    renewing = () => Promise.reject(problem);
    await exchanged(3);
    expect(asked).toEqual(['token by old', ...Array<string>(3).fill('push by old')]);
    expect(await kept()).toBe('old');
  });

  it('goes no further where it is told that it was cut off', async () => {
    renewing = () => Promise.reject(new Refusal('revoked'));
    await expect(exchanged()).rejects.toMatchObject({ code: 'revoked' });
    expect(asked).toEqual(['token by old']);
  });

  it('keeps what a pairing gave it meanwhile', async () => {
    renewing = async () => {
      await store.setFact('pairing', { token: token('another', 30), house });
      return { token: fresh, now: '' };
    };
    good = [fresh];
    await expect(exchanged()).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(await kept()).toBe('another');
  });

  it('gets no pairing back that it was made to forget meanwhile', async () => {
    renewing = async () => {
      await store.facts.clear();
      return { token: fresh, now: '' };
    };
    await exchanged().catch(() => undefined);
    expect(await store.fact('pairing')).toBeUndefined();
  });
});

describe('a device that listens', () => {
  it('does so by the token that the server took, and can hang up', async () => {
    const device = asDevice(store, by);
    await device.push(push);
    device.listen(
      [house.id],
      () => undefined,
      () => undefined,
    )();
    expect(asked).toEqual(['token by old', 'push by fresh', 'listen by fresh', 'hung up']);
  });
});

describe('a device whose token the server does not take', () => {
  beforeEach(async () => {
    // By its own clock it is good for long yet.
    await store.setFact('pairing', { token: token('another', 30), house });
  });

  it('gets a new one and goes on with what it was about', async () => {
    await exchanged();
    expect(asked).toEqual(['push by another', 'token by another', 'push by fresh']);
    expect(await kept()).toBe('fresh');
  });

  it('is not signed in where its signatures are not taken any more, and is told how long to wait', async () => {
    renewing = () => Promise.reject(new Refusal('too-many', 900));
    await expect(exchanged()).rejects.toMatchObject({ code: 'not-signed-in', retryAfter: 900 });
  });

  it('does not ask on where the new one is not taken either', async () => {
    good = [];
    await expect(exchanged()).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(asked).toEqual(['push by another', 'token by another', 'push by fresh']);
  });

  it('is not signed in where it was paired before devices had keys', async () => {
    await store.facts.delete('device-key');
    await expect(exchanged()).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(asked).toEqual(['push by another']);
  });
});

it('the private half of the key is kept so that no script can take it out of the browser', async () => {
  const key = await store.fact<CryptoKey>('device-key');
  expect(key).toMatchObject({ type: 'private', extractable: false });
  for (const form of ['jwk', 'pkcs8'] as const)
    await expect(crypto.subtle.exportKey(form, key as CryptoKey)).rejects.toThrow();
});
