import { kinds } from '$lib/ledger/kinds';
import { ask, type Sent } from '../server/api';
import { Tablet } from '../server/tablet';
import { newId, password } from '../server/world';
import type { House } from './askers';
import { Marker } from './canary';
import { samples } from './samples';
import type { Cast, Scene } from './scene';

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
    await ask(`${url}/api/v1/pair`, { body: { code: await code(house), device } });
    return {
      at: '/api/v1/devices',
      token: shows,
      body: { house: houses[house], device, does: 'name', name: 'Máy thử' },
    };
  },
  'POST /api/v1/devices/left': (_scene, { shows }) => ({
    at: '/api/v1/devices/left',
    token: shows,
    body: {},
  }),
  'POST /api/v1/pair': async ({ code }, { shows }, house) => ({
    at: '/api/v1/pair',
    token: shows,
    body: { code: await code(house), device: newId() },
  }),
  'POST /api/v1/sync/push': ({ houses }, asker, house) => {
    const client = asker.token === 'staff' || asker.id === '' ? newId() : asker.id;
    return {
      at: '/api/v1/sync/push',
      token: asker.shows,
      body: { client, sentAt: new Date().toISOString(), rows: rows(houses[house], asker, client) },
    };
  },
  'GET /api/v1/sync/pull': ({ houses }, { shows }, house) => ({
    at: `/api/v1/sync/pull?house=${houses[house]}&since=0`,
    token: shows,
  }),
  'GET /{path...}': (_scene, { shows }) => ({ at: '/learn/vneid-activate', token: shows }),
};

/** In whose name the events of a push are written, in the order of `rows`. */
export const voices = ['own', "another's"] as const;

/** Numbers that a device has used, over all pushes of the run. */
let written = 0;

/** An event of every kind in the asker's own name, and one in that of somebody else. */
function rows(house: string, { id, token }: Cast, client: string) {
  const own = token === 'staff' ? id : '';
  return kinds.flatMap((kind) =>
    voices.map((voice) => {
      const tablet = new Tablet(house, voice === 'own' ? own : newId(), client);
      const payload = samples[kind.name]?.(new Marker(`z${written}`)) ?? {};
      return tablet.write(kind.name, payload, { person: newId(), v: kind.v, dseq: ++written });
    }),
  );
}
