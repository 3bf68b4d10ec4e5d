import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  DeviceChange,
  DevicesResponse,
  ErrorResponse,
  LeftRequest,
  LeftResponse,
  PushResponse,
} from '$lib/sync/protocol';
import { startServer, type Server } from '../support/server';
import { ask } from './api';
import { furnish, hire, liftLimits, newId, pairKiosk, type World } from './world';

let server: Server;
let world: World;

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
  await liftLimits(world);
});
afterAll(() => server.stop());

const listed = async (token = world.coordinator.token, house = world.houseA) =>
  ask<DevicesResponse & ErrorResponse>(`${world.url}/api/v1/devices?house=${house}`, { token });
const change = async (body: DeviceChange, token = world.coordinator.token) =>
  ask<DevicesResponse & ErrorResponse>(`${world.url}/api/v1/devices`, { token, body });
const kiosk = () => pairKiosk(world.url, world.installer.token, world.houseA);
const pull = (token: string) => ask<ErrorResponse>(`${world.url}/api/v1/sync/pull`, { token });
const left = (token: string, body: Partial<LeftRequest> = {}) =>
  ask<LeftResponse & ErrorResponse>(`${world.url}/api/v1/devices/left`, { token, body });
const push = (token: string, client: string, dseq = 1) =>
  ask<PushResponse & ErrorResponse>(`${world.url}/api/v1/sync/push`, {
    token,
    body: {
      client,
      sentAt: new Date().toISOString(),
      rows: [
        {
          ...{ id: newId(), house: world.houseA, household: '', person: newId(), author: '' },
          ...{ kind: 'attendance.marked', v: 1, payload: { session: newId(), status: 'present' } },
          ...{ device: client, dseq, occurred: new Date().toISOString() },
        },
      ],
    },
  });
const stateOf = (answer: DevicesResponse, id: string) =>
  answer.devices.find((device) => device.id === id)?.state;

describe('the devices of a house', () => {
  it('are listed for who looks after them, with when they were last heard of, and can be named', async () => {
    const { id, token } = await kiosk();
    expect((await listed()).body.devices.find((device) => device.id === id)).toMatchObject({
      ...{ name: '', seen: '', state: 'here' },
      paired: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
    });
    await pull(token);
    const named = await change({ house: world.houseA, device: id, does: 'name', name: '  Máy cửa trước ' });
    const found = named.body.devices.find((device) => device.id === id);
    expect(found?.name).toBe('Máy cửa trước');
    expect(Math.abs(Date.parse(found?.seen ?? '') - Date.now())).toBeLessThan(60_000);
  });

  it('are nobody else’s business', async () => {
    const { id, token } = await kiosk();
    const does = { house: world.houseA, device: id, does: 'cut-off' } as const;
    for (const who of [world.trainer.token, world.stranger.token, token]) {
      expect((await listed(who)).body.error.code).toBe('not-allowed');
      expect((await change(does, who)).body.error.code).toBe('not-allowed');
    }
    expect((await listed('')).body.error.code).toBe('not-signed-in');
    const other = await hire(world, 'coordinator-b', [[world.houseB, 'coordinator']]);
    expect((await change({ ...does, house: world.houseB }, other.token)).body.error.code).toBe('not-found');
    expect((await pull(token)).status).toBe(200);
  });

  it('that are told to leave hand over what they hold, are given nothing more, and are gone when they say so', async () => {
    const { id, token } = await kiosk();
    const told = await change({ house: world.houseA, device: id, does: 'leave' });
    expect(stateOf(told.body, id)).toBe('leaving');
    expect((await pull(token)).body.error.code).toBe('leaving');
    expect((await push(token, id)).body.results[0]?.status).toBe('ok');
    expect((await left(token)).status).toBe(200);
    expect(stateOf((await listed()).body, id)).toBe('gone');
    expect((await push(token, id, 2)).body.error.code).toBe('revoked');
    const back = await change({ house: world.houseA, device: id, does: 'stay' });
    expect(back.body.error.code).toBe('not-allowed');
  });

  it('do not leave a server that is not the one they handed everything to', async () => {
    const { id, token } = await kiosk();
    const { body } = await push(token, id);
    await change({ house: world.houseA, device: id, does: 'leave' });
    const held = body.marks[world.houseA] ?? { seq: 0, chain: '' };
    const other = { ...held, chain: held.chain.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) };
    const { epoch } = body;
    for (const told of [{ epoch: 'another' }, { epoch, marks: { [world.houseA]: other } }]) {
      expect((await left(token, told)).body).toMatchObject({ epoch, forked: true });
      expect(stateOf((await listed()).body, id)).toBe('leaving');
    }
    expect((await left(token, { epoch, marks: { [world.houseA]: held } })).body.forked).toBe(false);
    expect(stateOf((await listed()).body, id)).toBe('gone');
  });

  it('stay where somebody changed their mind, and do not leave on their own', async () => {
    const { id, token } = await kiosk();
    expect((await left(token)).body.error.code).toBe('not-allowed');
    await change({ house: world.houseA, device: id, does: 'leave' });
    await change({ house: world.houseA, device: id, does: 'stay' });
    expect((await pull(token)).status).toBe(200);
  });

  it('that are lost are believed no more from their next request on', async () => {
    const { id, token } = await kiosk();
    await change({ house: world.houseA, device: id, does: 'cut-off' });
    expect((await push(token, id)).body.error.code).toBe('revoked');
    expect((await pull(token)).body.error.code).toBe('revoked');
    expect((await left(token)).body.error.code).toBe('revoked');
  });
});
