import { randomBytes } from 'node:crypto';
import type { Role } from '$lib/ledger/kind';
import { newDeviceKey } from '$lib/session/device-key';
import type { PairCodeResponse, PairResponse } from '$lib/sync/protocol';
import type { Server } from '../support/server';
import { ask, signIn } from './api';

/** Two houses that do not know each other, with staff and a kiosk in the first. */
export interface World {
  url: string;
  superuser: string;
  houseA: string;
  houseB: string;
  trainer: Staff;
  coordinator: Staff;
  installer: Staff;
  /** Trainer of the other house. */
  stranger: Staff;
  kiosk: Kiosk;
}

/** A paired device, with the private half of its key. */
export interface Kiosk {
  id: string;
  token: string;
  key: CryptoKey;
}

/** A member of staff with a token. */
export interface Staff {
  id: string;
  username: string;
  token: string;
}

/** A new random id: 32 hex digits. */
export function newId(): string {
  return randomBytes(16).toString('hex');
}

/** The password of everybody in the tests' world. */
export const password = 'mat-khau-thu-1';

/** Furnishes a fresh server through the superuser API and the app's own routes. */
export async function furnish(server: Server): Promise<World> {
  const { url } = server;
  const superuser = await superuserOf(server);
  const houseA = await create(url, superuser, 'houses', { name: 'Nhà văn hóa Thử A' });
  const houseB = await create(url, superuser, 'houses', { name: 'Nhà văn hóa Thử B' });
  const world = { url, superuser, houseA, houseB };
  const installer = await hire(world, 'installer', [[houseA, 'installer']]);
  return {
    ...world,
    installer,
    trainer: await hire(world, 'trainer', [[houseA, 'trainer']]),
    coordinator: await hire(world, 'coordinator', [[houseA, 'coordinator']]),
    stranger: await hire(world, 'stranger', [[houseB, 'trainer']]),
    kiosk: await pairKiosk(url, installer.token, houseA),
  };
}

/** A token for PocketBase's own API. */
export async function superuserOf(server: Server): Promise<string> {
  const email = 'root@nhaso.invalid';
  await server.command('superuser', 'upsert', email, password);
  const answer = await ask<{ token: string }>(
    `${server.url}/api/collections/_superusers/auth-with-password`,
    { body: { identity: email, password } },
  );
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.token;
}

/** Adds a member of staff and signs them in. */
export async function hire(
  world: Pick<World, 'url' | 'superuser'>,
  username: string,
  memberships: [house: string, role: Role][],
): Promise<Staff> {
  const id = await create(world.url, world.superuser, 'staff', {
    username,
    name: `Người ${username}`,
    password,
    passwordConfirm: password,
  });
  for (const [house, role] of memberships) {
    await create(world.url, world.superuser, 'memberships', { staff: id, house, role });
  }
  return { id, username, token: (await signIn(world.url, username, password)).token };
}

/** Pairs a kiosk with a fresh code; again where it is one that there is already. */
export async function pairKiosk(url: string, token: string, house: string, device = newId()): Promise<Kiosk> {
  const code = await ask<PairCodeResponse>(`${url}/api/v1/pair-codes`, { token, body: { house } });
  const key = await newDeviceKey();
  const body = { code: code.body.code, device, publicKey: key.public };
  const paired = await ask<PairResponse>(`${url}/api/v1/pair`, { body });
  if (paired.status !== 200) throw new Error(JSON.stringify(paired.body));
  return { id: device, token: paired.body.token, key: key.private };
}

/** The public half of a key that nobody has: a point of the curve, for requests that come to nothing by it. */
export const somePublicKey =
  '046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c2964fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5';

/** Creates a record through PocketBase's own API and answers its id. */
export async function create(
  url: string,
  token: string,
  collection: string,
  fields: object,
): Promise<string> {
  const answer = await ask<{ id: string }>(`${url}/api/collections/${collection}/records`, {
    token,
    body: fields,
  });
  if (answer.status !== 200) throw new Error(`${collection}: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

/** Reads all records of a collection through PocketBase's own API. */
export async function list<Item>(
  url: string,
  token: string,
  collection: string,
  filter = '',
): Promise<Item[]> {
  const answer = await ask<{ items: Item[] }>(
    `${url}/api/collections/${collection}/records?perPage=1000&skipTotal=1&filter=${encodeURIComponent(filter)}`,
    { token },
  );
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.items;
}

/** Changes a record through PocketBase's own API. */
export async function update(url: string, token: string, collection: string, id: string, fields: object) {
  const answer = await ask(`${url}/api/collections/${collection}/records/${id}`, {
    method: 'PATCH',
    token,
    body: fields,
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

/** Deletes a record through PocketBase's own API. */
export async function remove(url: string, token: string, collection: string, id: string): Promise<void> {
  const answer = await ask(`${url}/api/collections/${collection}/records/${id}`, { method: 'DELETE', token });
  if (answer.status !== 204) throw new Error(JSON.stringify(answer.body));
}

/** Lifts the limits on sign-in and pairing, for tests that try more often than a minute allows. */
export async function liftLimits(world: Pick<World, 'url' | 'superuser'>): Promise<void> {
  const answer = await ask(`${world.url}/api/settings`, {
    method: 'PATCH',
    token: world.superuser,
    body: { rateLimits: { enabled: false } },
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}
