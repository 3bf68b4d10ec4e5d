import { newDeviceKey, signWith } from '$lib/session/device-key';
import { tokenText, type ChallengeResponse } from '$lib/sync/device-token';
import { ask, type Sent } from '../server/api';
import { soundBeat } from '../support/beat';
import { Tablet } from '../server/tablet';
import { create, hire, newId, password, somePublicKey, update } from '../server/world';
import type { House } from './askers';
import { Marker } from './canary';
import { writings } from './rules';
import { samples } from './samples';
import type { Cast, Planted, Scene } from './scene';

/** One request, and the address it goes to. */
export interface Request extends Sent {
  at: string;
}

type Make = (scene: Scene, asker: Cast, house: House) => Request | Promise<Request>;

/** A request that is right in itself, so that only who asks about which house decides; one for each route. */
export const requests: Readonly<Record<string, Make>> = {
  'POST /api/v1/sign-in': (_scene, { username, shows }) => ({
    at: '/api/v1/sign-in',
    token: shows,
    body: { username: username || 'scribe', password },
  }),
  'GET /api/v1/me': (_scene, { shows }) => ({ at: '/api/v1/me', token: shows }),
  'POST /api/v1/me/password': async (scene, asker) => ({
    at: '/api/v1/me/password',
    token: await likeThem(scene, asker),
    body: { old: password, new: 'Con mèo đi hia 3', device: newId() },
  }),
  'POST /api/v1/me/sign-out': async (scene, asker) => ({
    at: '/api/v1/me/sign-out',
    method: 'POST',
    token: await likeThem(scene, asker),
  }),
  'GET /api/v1/staff': ({ houses }, { shows }, house) => ({
    at: `/api/v1/staff?house=${houses[house]}`,
    token: shows,
  }),
  'POST /api/v1/staff': ({ houses }, { shows }, house) => ({
    at: '/api/v1/staff',
    token: shows,
    body: {
      ...{ house: houses[house], does: 'add', username: `moi-${++likenesses}` },
      ...{ name: 'Người Mới', role: 'trainer' },
    },
  }),
  'POST /api/v1/pair-codes': ({ houses }, { shows }, house) => ({
    at: '/api/v1/pair-codes',
    token: shows,
    body: { house: houses[house] },
  }),
  'GET /api/v1/devices': ({ houses }, { shows }, house) => ({
    at: `/api/v1/devices?house=${houses[house]}`,
    token: shows,
  }),
  'POST /api/v1/devices': async ({ url, code, houses }, { shows }, house) => {
    const device = newId();
    await ask(`${url}/api/v1/pair`, { body: { code: await code(house), device, publicKey: somePublicKey } });
    return {
      at: '/api/v1/devices',
      token: shows,
      body: { house: houses[house], device, does: 'name', name: 'Máy thử' },
    };
  },
  'POST /api/v1/devices/challenge': (_scene, { id, shows }) => ({
    at: '/api/v1/devices/challenge',
    token: shows,
    body: { device: id || newId() },
  }),
  'POST /api/v1/devices/token': async ({ url, houses }, { id, shows, key }) => {
    const device = id || newId();
    const { body } = await ask<ChallengeResponse>(`${url}/api/v1/devices/challenge`, { body: { device } });
    const text = tokenText({ house: houses.A, device, nonce: body.nonce });
    const signature = await signWith(key ?? (await newDeviceKey()).private, text);
    return { at: '/api/v1/devices/token', token: shows, body: { device, nonce: body.nonce, signature } };
  },
  'POST /api/v1/devices/left': (_scene, { shows }) => ({
    at: '/api/v1/devices/left',
    token: shows,
    body: {},
  }),
  'POST /api/v1/devices/beat': (_scene, { shows }) => ({
    at: '/api/v1/devices/beat',
    token: shows,
    body: soundBeat,
  }),
  'GET /api/v1/fleet': ({ houses }, { shows }, house) => ({
    at: `/api/v1/fleet?house=${houses[house]}`,
    token: shows,
  }),
  'GET /api/v1/fleet/link': ({ houses }, { shows }, house) => ({
    at: `/api/v1/fleet/link?house=${houses[house]}`,
    token: shows,
  }),
  'POST /api/v1/fleet/seen': async ({ url, superuser, houses }, { shows }, house) => {
    const since = new Date().toISOString();
    const about = { house: houses[house], device: newId(), code: 'offline', since };
    const alert = await create(url, superuser, 'alerts', about);
    return { at: '/api/v1/fleet/seen', token: shows, body: { house: houses[house], alert } };
  },
  'POST /api/v1/pair': async ({ code }, { shows }, house) => ({
    at: '/api/v1/pair',
    token: shows,
    body: { code: await code(house), device: newId(), publicKey: somePublicKey },
  }),
  'POST /api/v1/cards': ({ houses, planted }, { shows }, house) => ({
    at: '/api/v1/cards',
    token: shows,
    body: {
      house: houses[house],
      cards: [{ person: personOf(planted, house), card: newId(), picture: 7, pin: false }],
    },
  }),
  'POST /api/v1/sync/push': ({ houses }, asker, house) => {
    const client = asker.token === 'staff' || asker.id === '' ? newId() : asker.id;
    return {
      at: '/api/v1/sync/push',
      token: asker.shows,
      body: { client, sentAt: new Date().toISOString(), rows: rows(houses[house], asker, client) },
    };
  },
  'POST /api/v1/sync/carry': ({ houses }, { shows }, house) => {
    const sealed = { key: `04${'1'.repeat(128)}`, text: 'AAAA' };
    const [device, server] = [newId(), `04${'2'.repeat(128)}`];
    const rows = [{ id: newId(), house: houses[house], device, dseq: 1, sealed }];
    return {
      at: '/api/v1/sync/carry',
      token: shows,
      body: { server, device, sentAt: new Date().toISOString(), proof: sealed, rows },
    };
  },
  'GET /api/v1/sync/pull': ({ houses }, { shows }, house) => ({
    at: `/api/v1/sync/pull?house=${houses[house]}&since=0`,
    token: shows,
  }),
  'GET /api/v1/aside': ({ houses }, { shows }, house) => ({
    at: `/api/v1/aside?house=${houses[house]}`,
    token: shows,
  }),
  'POST /api/v1/aside/decide': async ({ url, superuser, houses }, { shows }, house) => {
    const desk = houses[house];
    const row = {
      desk,
      state: 'open',
      why: 'unknown_kind',
      hash: newId(),
      row: {},
      at: new Date().toISOString(),
    };
    const id = await create(url, superuser, 'quarantine', row);
    return {
      at: '/api/v1/aside/decide',
      token: shows,
      body: { house: desk, id, act: 'discard', reason: 'Việc thử' },
    };
  },
  'GET /api/v1/boards/class': ({ houses, planted }, { shows }, house) => ({
    at: `/api/v1/boards/class?house=${houses[house]}&session=${classOf(planted, house)}`,
    token: shows,
  }),
  'GET /api/v1/boards/house': ({ houses }, { shows }, house) => ({
    at: `/api/v1/boards/house?house=${houses[house]}`,
    token: shows,
  }),
  'GET /{path...}': (_scene, { shows }) => ({ at: '/learn/vneid-activate', token: shows }),
};

/** Made-up accounts over all requests of the run. */
let likenesses = 0;

/** The token of somebody who stands just as the asker does, and may lose it: these requests void the asker's own. */
async function likeThem({ url, superuser, houses }: Scene, { token, shows, roles }: Cast): Promise<string> {
  if (token !== 'staff' && token !== 'one-time') return shows;
  const held = (['A', 'B'] as const).flatMap((one) =>
    roles[one].map((role): [string, typeof role] => [houses[one], role]),
  );
  const like = await hire({ url, superuser }, `nhu-${++likenesses}`, held);
  if (token === 'one-time') await update(url, superuser, 'staff', like.id, { due: Date.now() + 3_600_000 });
  return like.token;
}

/** Somebody of the house's roll. */
function personOf(planted: readonly Planted[], house: House): string {
  const found = planted.find((one) => one.house === house && one.kind === 'person.registered');
  if (!found) throw new Error('nobody is on the roll');
  return found.person;
}

/** A class of the house: its id is the first thing that was marked in its plan. */
function classOf(planted: readonly Planted[], house: House): string {
  const found = planted.find((one) => one.house === house && one.kind === 'class.planned');
  return found?.mark.words[0] ?? '';
}

/** In whose name the events of a push are written, in the order of `rows`. */
export const voices = ['own', "another's"] as const;

/** Numbers that a device has used, over all pushes of the run; none of them may be taken for a marked number. */
let written = 1_000_000;

/** An event of every kind in the asker's own name, and one in that of somebody else. */
function rows(house: string, { id, token }: Cast, client: string) {
  const own = token === 'staff' ? id : '';
  return writings.flatMap(({ kind, where }) =>
    voices.map((voice) => {
      const tablet = new Tablet(house, voice === 'own' ? own : newId(), client);
      const payload = { ...samples[kind.name]?.(new Marker(`z${written}`)), ...where };
      return tablet.write(kind.name, payload, { person: newId(), v: kind.v, dseq: ++written });
    }),
  );
}
