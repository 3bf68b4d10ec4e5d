import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attendanceMarked } from '$lib/ledger/kinds/attendance-marked';
import { personRegistered } from '$lib/ledger/kinds/person-registered';
import { newId, record } from '$lib/ledger/record';
import { newSealer } from '$lib/ledger/sealer';
import { learnSealingKey } from '$lib/ledger/shared-screen';
import { LedgerStore } from '$lib/ledger/store';
import { newDeviceKey, signWith } from '$lib/session/device-key';
import { connect } from '$lib/sync/backend';
import { bring, fileOf, type Speaker } from '$lib/sync/carried-file';
import type { CarriedFile, CarriedPart } from '$lib/sync/carry';
import { exchange } from '$lib/sync/exchange';
import type { PullResponse } from '$lib/sync/protocol';
import { signed, signingWindow } from '../matrix/scene';
import { copyHooks } from '../support/hooks-copy';
import { startServer, type Server } from '../support/server';
import { ask } from './api';
import { furnish, hire, liftLimits, list, pairKiosk, remove, type Kiosk, type World } from './world';

let hooks: Awaited<ReturnType<typeof copyHooks>>;
let server: Server;
let world: World;
let key: string;
let store: LedgerStore;
let device: Kiosk;

beforeAll(async () => {
  hooks = await copyHooks({ files: { 'window.pb.js': signingWindow } });
  server = await startServer({ hooks: hooks.folder });
  world = await furnish(server);
  await liftLimits(world);
  const { body } = await ask<PullResponse>(`${world.url}/api/v1/sync/pull`, { token: world.kiosk.token });
  key = body.sealingKey ?? '';
});
afterAll(async () => {
  await server.stop();
  await hooks.remove();
});

const blank = () => new LedgerStore('test', { indexedDB: new IDBFactory(), IDBKeyRange });
beforeEach(async () => {
  device = await pairKiosk(world.url, world.installer.token, world.houseA);
  store = blank();
  await store.setFact('device', device.id);
  await store.setFact('pairing', { token: device.token, house: { id: world.houseA, name: '' } });
  await learnSealingKey(store, key);
});

const mark = (of = store, author = '', person = newId()) =>
  record(
    of,
    attendanceMarked,
    { session: newId(), status: 'present' },
    { house: world.houseA, person, author },
  );
const itself = (): Speaker => ({ token: device.token, sends: ({ author }) => author === '' });
/** The kiosk whose token ran out: it speaks by its key. */
const longOff = async (key = device.key): Promise<Speaker> => ({
  ...itself(),
  token: await signed(world.url, device.id, -365 * 86_400, 'devices'),
  sign: (text) => signWith(key, text),
});
const by = ({ id, token }: { id: string; token: string }): Speaker => ({
  token,
  sends: ({ author }) => author === id,
});
const file = async (of = store, speaker = itself()): Promise<CarriedFile> => {
  const made = await fileOf(of, [speaker]);
  if (!made) throw new Error('nothing to carry');
  return made;
};
/** Brought by somebody of another house, who lends it nothing. */
const brought = (what: CarriedFile, token = world.stranger.token) => bring(what, connect(world.url, token));
const inLedger = async (of: string) =>
  (await list<{ dseq: number }>(world.url, world.superuser, 'events', `device='${of}'`)).length;
const change = (what: CarriedFile, by: (part: CarriedPart) => Partial<CarriedPart>): CarriedFile => ({
  ...what,
  parts: what.parts.map((part) => ({ ...part, ...by(part) })),
});

/** A tablet that has been online and is not any more. */
async function tablet(): Promise<LedgerStore> {
  const made = blank();
  await learnSealingKey(made, key);
  return made;
}

describe('a file of what waits on a kiosk', () => {
  it('is taken once, however often it is brought, and the kiosk sends the same later', async () => {
    for (let n = 0; n < 3; n++) await mark();
    const carried = await file();
    expect(await brought(carried)).toEqual({ fresh: 3, known: 0, aside: 0, unproved: 0 });
    expect(await brought(carried)).toEqual({ fresh: 0, known: 3, aside: 0, unproved: 0 });
    expect(await store.outbox.count()).toBe(3); // nothing is taken from the kiosk
    await mark();
    const backend = connect(world.url, device.token);
    const sender = { ...itself(), backend, viewer: `device:${world.houseA}`, houses: [world.houseA] };
    await exchange(store, [sender]);
    expect(await store.outbox.count()).toBe(0);
    expect(await inLedger(device.id)).toBe(4);
    const receipts = await list(world.url, world.superuser, 'receipts', `device='${device.id}'`);
    expect(receipts).toHaveLength(4);
  });

  it('is taken where its token ran out a year ago, by its key', async () => {
    await mark();
    expect(await brought(await file(store, await longOff()))).toMatchObject({ fresh: 1 });
    await ask(`${world.url}/api/v1/devices`, {
      token: world.installer.token,
      body: { house: world.houseA, device: device.id, does: 'leave' },
    });
    await mark();
    expect(await brought(await file(store, await longOff()))).toMatchObject({ fresh: 1, known: 1 });
  });

  it('says nothing of the clock by how long it was on its way', async () => {
    await mark();
    const old = { ...(await file()), made: new Date(Date.now() - 7 * 86_400_000).toISOString() };
    expect(await brought(old)).toMatchObject({ fresh: 1 });
    const stored = await list<{ clock: string }>(
      world.url,
      world.superuser,
      'events',
      `device='${device.id}'`,
    );
    expect(stored.map(({ clock }) => clock)).toEqual(['']);
  });

  it('is taken in parts where it is long', async () => {
    for (let n = 0; n < 120; n++) await mark();
    const carried = await file();
    expect(carried.parts.map(({ rows }) => rows.length)).toEqual([100, 20]);
    expect(await brought(carried)).toMatchObject({ fresh: 120 });
  });

  it('holds what staff wrote on their tablet, and is judged by the rights that they have by now', async () => {
    const leaver = await hire(world, `leaver-${newId()}`, [[world.houseA, 'trainer']]);
    const theirs = await tablet();
    const draft = { house: world.houseA, person: newId(), author: leaver.id };
    await record(theirs, personRegistered, { name: 'Lê Văn Mẫu', birthYear: 1950, number: 3 }, draft);
    expect(await brought(await file(theirs, by(leaver)), device.token)).toMatchObject({ fresh: 1 });
    const [membership] = await list<{ id: string }>(
      world.url,
      world.superuser,
      'memberships',
      `staff='${leaver.id}'`,
    );
    await remove(world.url, world.superuser, 'memberships', membership?.id ?? '');
    await mark(theirs, leaver.id);
    expect(await brought(await file(theirs, by(leaver)))).toMatchObject({ fresh: 0, known: 1, aside: 1 });
  });
});

describe('a file that is not what the device made', () => {
  const isUnproved = async (what: CarriedFile, rows = 2) => {
    expect(await brought(what)).toEqual({ fresh: 0, known: 0, aside: 0, unproved: rows });
    expect(await inLedger(device.id)).toBe(0);
  };
  beforeEach(async () => {
    await mark();
    await mark();
  });

  it('changes nothing where a row is left out, doubled or put first', async () => {
    const carried = await file();
    await isUnproved(
      change(carried, ({ rows }) => ({ rows: rows.slice(1) })),
      1,
    );
    await isUnproved(
      change(carried, ({ rows }) => ({ rows: [...rows, ...rows] })),
      4,
    );
    await isUnproved(change(carried, ({ rows }) => ({ rows: [...rows].reverse() })));
  });

  it('changes nothing where something else is said of the clock that a row was written by', async () => {
    const carried = await file();
    await isUnproved(
      change(carried, ({ rows }) => ({ rows: rows.map((row) => ({ ...row, off: 86_400_000 })) })),
    );
    await isUnproved(
      change(carried, ({ rows }) => ({ rows: rows.map((row) => ({ ...row, clock: 'doubtful' as const })) })),
    );
  });

  it('changes nothing where it is said to be of another device, or its proof is of another file', async () => {
    const carried = await file();
    await isUnproved(change(carried, () => ({ device: newId() })));
    await mark();
    const [later] = (await file()).parts;
    if (later) await isUnproved(change(carried, () => ({ proof: later.proof })));
  });

  it('changes nothing where its proof holds no token, one that is made up, or anything else', async () => {
    const sealer = await newSealer(key);
    const forms = ['', '[]', '{}', '{"token":"a.b.c","device":"x","rows":""}', '['.repeat(2000)];
    const carried = await file();
    for (const form of forms) {
      const proof = await sealer.seal(form);
      await isUnproved(change(carried, () => ({ proof })));
    }
  });

  it('speaks for nobody but whose token is in it', async () => {
    expect(await brought(await file(store, { ...itself(), token: world.kiosk.token }))).toMatchObject({
      fresh: 0,
      aside: 2,
    }); // `wrong_device`
    expect(await inLedger(device.id)).toBe(0);
  });

  it('is not believed by a token that ran out alone, by another key, or by one that another pairing replaced', async () => {
    const off = await longOff();
    await isUnproved(await file(store, { ...off, sign: null }));
    await isUnproved(await file(store, await longOff((await newDeviceKey()).private)));
    const carried = await file(store, off);
    const [first] = carried.parts;
    await mark();
    const later = await file(store, off);
    if (first)
      await isUnproved(
        change(later, () => ({ proof: first.proof })),
        3,
      );
    await pairKiosk(world.url, world.installer.token, world.houseA, device.id);
    await isUnproved(carried);
  });

  it('is not believed where its device was cut off', async () => {
    const carried = await file(store, { ...(await longOff()), token: device.token });
    await ask(`${world.url}/api/v1/devices`, {
      token: world.installer.token,
      body: { house: world.houseA, device: device.id, does: 'cut-off' },
    });
    await isUnproved(carried);
  });

  it('is told apart where it is sealed for another server', async () => {
    expect(await brought({ ...(await file()), server: `04${'a'.repeat(128)}` })).toBe('other-server');
  });
});
