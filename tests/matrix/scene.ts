import { createHmac } from 'node:crypto';
import { staffRoles, type Role } from '$lib/ledger/kind';
import { kinds } from '$lib/ledger/kinds';
import type { PairCodeResponse } from '$lib/sync/protocol';
import type { Server } from '../support/server';
import { ask, push } from '../server/api';
import { Tablet } from '../server/tablet';
import {
  create,
  hire,
  liftLimits,
  list,
  newId,
  pairKiosk,
  remove,
  superuserOf,
  update,
} from '../server/world';
import { askers, houses, type Asker, type House } from './askers';
import { Marker } from './canary';
import { samples } from './samples';

/** An asker as the server knows them. */
export interface Cast extends Asker {
  /** Their id, '' for nobody. */
  id: string;
  username: string;
  shows: string;
  /** The private half of its own key, where it is a kiosk. */
  key?: CryptoKey;
}

/** An event that holds what may not be found where it may not be read. */
export interface Planted {
  house: House;
  kind: string;
  /** Whom the event is about. */
  person: string;
  mark: Marker;
}

/** Two furnished houses, everybody of the matrix, and a marked event of every kind in each house. */
export interface Scene {
  url: string;
  superuser: string;
  houses: Record<House, string>;
  cast: Map<string, Cast>;
  planted: Planted[];
  /** A pairing code of a house. */
  code: (house: House) => Promise<string>;
}

/** A window into the hooks that signs a token of a member of staff or a device, good for so many seconds. */
export const signingWindow = `routerAdd('GET', '/api/v1/window/{of}/{id}/{seconds}', (e) => {
  const record = $app.findRecordById(e.request.pathValue('of'), e.request.pathValue('id'));
  const collection = record.collection();
  const claims = { type: 'auth', id: record.id, collectionId: collection.id, refreshable: true };
  const seconds = Number(e.request.pathValue('seconds'));
  const key = record.tokenKey() + collection.authToken.secret;
  return e.json(200, { token: $security.createJWT(claims, key, seconds) });
});`;

/** Furnishes a fresh server that has `signingWindow`. */
export async function setScene(server: Server): Promise<Scene> {
  const { url } = server;
  const superuser = await superuserOf(server);
  await liftLimits({ url, superuser });
  const house = async (name: House) =>
    [name, await create(url, superuser, 'houses', { name: `Nhà văn hóa Thử ${name}` })] as const;
  const ids = Object.fromEntries([await house('A'), await house('B')]) as Record<House, string>;
  const everything = houses.flatMap((one) => staffRoles.map((role): [string, Role] => [ids[one], role]));
  const scribe = await hire({ url, superuser }, 'scribe', everything);

  const code = async (one: House) => {
    const answer = await ask<PairCodeResponse>(`${url}/api/v1/pair-codes`, {
      token: scribe.token,
      body: { house: ids[one] },
    });
    return answer.body.code;
  };
  const scene = { url, superuser, houses: ids, code };
  const planted = await Promise.all(houses.map((one) => plant(scene, one, scribe)));
  const cast = new Map<string, Cast>();
  for (const asker of askers) cast.set(asker.name, { ...asker, ...(await engage(scene, asker, scribe)) });
  return { ...scene, cast, planted: planted.flat() };
}

type Stage = Omit<Scene, 'cast' | 'planted'>;

/** Writes one event of each kind into a house, by staff who may do everything, or a kiosk where staff may not. */
async function plant(
  { url, houses: ids }: Stage,
  house: House,
  scribe: { id: string; token: string },
): Promise<Planted[]> {
  const kiosk = await pairKiosk(url, scribe.token, ids[house]);
  const writers = {
    staff: { tablet: new Tablet(ids[house], scribe.id), token: scribe.token },
    kiosk: { tablet: new Tablet(ids[house], '', kiosk.id), token: kiosk.token },
  };
  const planted: Planted[] = [];
  for (const kind of kinds) {
    const sample = samples[kind.name];
    if (!sample) continue; // the test says what to add
    const mark = new Marker(`${house}${planted.length}`.toLowerCase());
    const { tablet, token } = kind.may.write.some((role) => role !== 'kiosk') ? writers.staff : writers.kiosk;
    const person = newId();
    const row = tablet.write(kind.name, sample(mark), { person, v: kind.v });
    const { results } = await push(url, token, tablet.id, [row]);
    if (results[0]?.status !== 'ok') throw new Error(`${kind.name}: ${JSON.stringify(results)}`);
    planted.push({ house, kind: kind.name, person, mark });
  }
  return planted;
}

async function engage(
  scene: Stage,
  asker: Asker,
  scribe: { id: string; token: string },
): Promise<Omit<Cast, keyof Asker>> {
  const { url, superuser, houses: ids } = scene;
  if (asker.token === 'staff' || asker.token === 'one-time') {
    const username = asker.name.replace(/[^a-z]+/g, '-');
    const roles = houses.flatMap((one) => asker.roles[one].map((role): [string, Role] => [ids[one], role]));
    const former: [string, Role][] = roles.length === 0 ? [[ids.A, 'trainer']] : [];
    const { id, token } = await hire({ url, superuser }, username, [...roles, ...former]);
    if (former.length > 0)
      for (const membership of await list<{ id: string }>(url, superuser, 'memberships', `staff='${id}'`))
        await remove(url, superuser, 'memberships', membership.id);
    if (asker.token === 'one-time')
      await update(url, superuser, 'staff', id, { due: Date.now() + 3_600_000 });
    return { id, username, shows: token };
  }
  if (asker.token === 'unknown')
    return { id: '', username: '', shows: await worthless(scene, asker.name, scribe) };
  const { id, token, key } = await pairKiosk(url, scribe.token, ids.A);
  if (asker.token === 'revoked') await update(url, superuser, 'devices', id, { revoked: true });
  return { id, username: '', shows: token, key };
}

/** A token that looks like the one of somebody who may do everything, and must open nothing. */
async function worthless(
  { url, superuser, houses: ids }: Stage,
  name: string,
  scribe: { id: string; token: string },
) {
  const [head = '', claims = ''] = scribe.token.split('.');
  const tokens: Record<string, () => string | Promise<string>> = {
    nobody: () => '',
    superuser: () => superuser,
    'closed account': async () => {
      const { id, token } = await hire({ url, superuser }, 'closed', [[ids.A, 'coordinator']]);
      await update(url, superuser, 'staff', id, { closed: true });
      return token;
    },
    'forged token': () =>
      `${head}.${claims}.${createHmac('sha256', 'a guess').update(`${head}.${claims}`).digest('base64url')}`,
    'unsigned token': () => {
      const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
      return `${unsigned}.${claims}.`;
    },
    'expired token': () => signed(url, scribe.id, -60),
  };
  const made = tokens[name];
  if (!made) throw new Error(`Say in tests/matrix/scene.ts what «${name}» shows.`);
  return made();
}

/** A token of a member of staff or a device, good for so many seconds; expired where they are negative. */
export async function signed(
  url: string,
  id: string,
  seconds: number,
  of: 'staff' | 'devices' = 'staff',
): Promise<string> {
  return (await ask<{ token: string }>(`${url}/api/v1/window/${of}/${id}/${seconds}`)).body.token;
}
