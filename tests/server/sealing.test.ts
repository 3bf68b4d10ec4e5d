import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '$lib/ledger/canonical';
import type { LedgerEvent } from '$lib/ledger/event';
import type { SealedRow } from '$lib/ledger/sealed';
import { newSealer, type Sealer } from '$lib/ledger/sealer';
import { maxPushKeys, type PullResponse } from '$lib/sync/protocol';
import { startServer, type Server } from '../support/server';
import { ask, push } from './api';
import { Desk } from './desk';
import { Tablet } from './tablet';
import { furnish, list, newId, update, type World } from './world';

let server: Server;
let world: World;
let kiosk: Tablet;
let sealer: Sealer;

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
  kiosk = new Tablet(world.houseA, '', world.kiosk.id);
  sealer = await newSealer(await told());
});
afterAll(() => server.stop());

const told = async () =>
  (await ask<PullResponse>(`${world.url}/api/v1/sync/pull`, { token: world.kiosk.token })).body.sealingKey ??
  '';
const marked = (more: Partial<LedgerEvent> = {}) =>
  kiosk.write('attendance.marked', { session: newId(), status: 'present' }, { person: newId(), ...more });
const seal = async (event: LedgerEvent, by = sealer): Promise<SealedRow> => {
  const { id, house, device, dseq } = event;
  return { id, house, device, dseq, sealed: await by.seal(canonicalJson(event)) };
};
const send = (...rows: (LedgerEvent | SealedRow)[]) => push(world.url, world.kiosk.token, kiosk.id, rows);
const ledger = (id: string) =>
  list<{ person: string; hash: string }>(world.url, world.superuser, 'events', `id='${id}'`);
const aside = (id: string) =>
  list<{ id: string; why: string; state: string; row: unknown }>(
    world.url,
    world.superuser,
    'quarantine',
    `event='${id}'`,
  );

describe('an event that a kiosk sealed', () => {
  it('is taken as if it had been sent open: once, whichever way it comes', async () => {
    const [one, two] = [marked(), marked()];
    expect((await send(await seal(one), two)).results).toMatchObject([{ status: 'ok' }, { status: 'ok' }]);
    const again = await send(one, await seal(one), await seal(two));
    expect(again.results.map(({ status }) => status)).toEqual(['dup', 'dup', 'dup']);
    expect(await ledger(one.id)).toMatchObject([{ person: one.person }]);
    expect(await aside(one.id)).toEqual([]);
  });

  it('is read letter by letter, whatever letters they are', async () => {
    const title = 'Lớp «số» ở nhà 👵🏽 Ấp 3';
    const event = kiosk.write('future.thing', { title });
    expect((await send(await seal(event))).results).toMatchObject([
      { status: 'quarantined', why: 'unknown_kind' },
    ]);
    expect((await aside(event.id)).map(({ row }) => row)).toEqual([event]);
  });

  it('happened when its device found out later that it did: that lies beside the seal', async () => {
    const year = 365 * 86_400_000;
    const event = marked({ occurred: new Date(Date.now() - year).toISOString() });
    const { results } = await send({ ...(await seal(event)), off: year - 86_400_000 });
    expect(results).toMatchObject([{ status: 'ok' }]);
    const [stored] = await list<{ happened: string; clock: string; occurred: string }>(
      world.url,
      world.superuser,
      'events',
      `id='${event.id}'`,
    );
    expect(stored).toMatchObject({ occurred: event.occurred, clock: 'corrected' });
    expect(Date.now() - Date.parse(stored?.happened ?? '')).toBeGreaterThan(86_000_000);
    const bad = { ...(await seal(marked())), off: 'soon' } as unknown as SealedRow;
    expect((await send(bad)).results).toMatchObject([{ why: 'malformed' }]);
  });

  it('is judged by who sent it, as every event is', async () => {
    const event = marked();
    const brought = await push(world.url, world.trainer.token, kiosk.id, [await seal(event)]);
    expect(brought.results).toMatchObject([{ why: 'wrong_device' }]);
    const elsewhere = marked({ house: world.houseB });
    expect((await send(await seal(elsewhere))).results).toMatchObject([{ why: 'wrong_house' }]);
  });

  it('can be sealed by many who left one after the other, and not by more than the server has time for', async () => {
    const sealers = await Promise.all(
      Array.from({ length: maxPushKeys + 1 }, async () => newSealer(await told())),
    );
    const rows = await Promise.all(sealers.map((by) => seal(marked(), by)));
    const all = await ask(`${world.url}/api/v1/sync/push`, {
      token: world.kiosk.token,
      body: { client: kiosk.id, sentAt: new Date().toISOString(), rows },
    });
    expect(all.body).toMatchObject({ error: { code: 'too-large' } });
    const { results } = await send(...rows.slice(1));
    expect(results.every(({ status }) => status === 'ok')).toBe(true);
  });
});

describe('what the server cannot open', () => {
  const cases: [string, () => Promise<SealedRow>][] = [
    [
      'has a bit turned',
      async () => {
        const row = await seal(marked());
        const bytes = Buffer.from(row.sealed.text, 'base64');
        bytes[20] = (bytes[20] ?? 0) ^ 1;
        return { ...row, sealed: { ...row.sealed, text: bytes.toString('base64') } };
      },
    ],
    ['lies in the place of another', async () => ({ ...(await seal(marked())), id: newId() })],
    ['says another number than it was given', async () => ({ ...(await seal(marked())), dseq: 900_000 })],
    [
      'has a key that is no point of the curve',
      async () => {
        const row = await seal(marked());
        return { ...row, sealed: { ...row.sealed, key: `04${'1'.repeat(128)}` } };
      },
    ],
    [
      'is no base64',
      async () => ({ ...(await seal(marked())), sealed: { key: `04${'0'.repeat(128)}`, text: 'A' } }),
    ],
    [
      'holds no event but a word',
      async () => ({ ...(await seal(marked())), sealed: await sealer.seal('"một chữ"') }),
    ],
    [
      'nests without end',
      async () => ({
        ...(await seal(marked())),
        sealed: await sealer.seal('['.repeat(2000) + ']'.repeat(2000)),
      }),
    ],
  ];
  it.each(cases)('%s: it is set aside as it came, and counts', async (_, make) => {
    const row = await make();
    const before = await send(marked());
    const answer = await send(row);
    expect(answer.results).toEqual([{ id: row.id, status: 'quarantined', why: 'unreadable' }]);
    expect(answer.receipts.count).toBe(before.receipts.count + 1);
    expect((await send(row)).receipts.count).toBe(answer.receipts.count);
    expect(await aside(row.id)).toMatchObject([{ why: 'unreadable', row }]);
    expect(await ledger(row.id)).toEqual([]);
  });

  it('is no sealed event at all where something else stands beside it', async () => {
    const row = { ...(await seal(marked())), kind: 'attendance.marked' };
    const { results } = await push(world.url, world.kiosk.token, kiosk.id, [row]);
    expect(results).toMatchObject([{ why: 'malformed' }]);
  });
});

describe('the key to which kiosks seal', () => {
  it('is the same after a restart and after a restored backup, so that all is read that was sealed before', async () => {
    const [before, event] = [await told(), marked()];
    await server.kill();
    await server.command('restored');
    await server.restart();
    expect(await told()).toBe(before);
    expect((await send(await seal(event))).results).toMatchObject([{ status: 'ok' }]);
  });

  it('that was lost sets aside what it sealed, and somebody takes it up when it is back', async () => {
    const keys = await list<{ id: string; name: string; value: string }>(
      world.url,
      world.superuser,
      'meta',
      "name~'sealing'",
    );
    const set = async (values: (string | null)[]) => {
      for (const [at, { id }] of keys.entries())
        await update(world.url, world.superuser, 'meta', id, { value: values[at] ?? '' });
      await server.restart(); // what it worked out is in its memory
    };
    const event = marked();
    const row = await seal(event);
    await set(keys.map(({ name, value }) => (name === 'sealing-key' ? '1'.repeat(64) : value)));
    expect((await send(row)).results).toMatchObject([{ why: 'unreadable' }]);
    const desk = new Desk(world);
    const lies = await desk.row(event.id);
    expect(lies).toMatchObject({
      why: 'unreadable',
      kind: '',
      person: '',
      payload: null,
      may: ['retry', 'discard'],
    });
    const retry = async () => (await desk.decide(lies.id, 'retry')).body.outcome;
    expect(await retry()).toBe('still');
    await set(keys.map(({ value }) => value));
    expect(await retry()).toBe('taken');
    expect(await ledger(event.id)).toHaveLength(1);
    expect((await send(row)).results).toMatchObject([{ status: 'dup' }]);
  });

  it('has a secret half that no answer ever holds', async () => {
    const [secret] = await list<{ value: string }>(world.url, world.superuser, 'meta', "name='sealing-key'");
    expect(secret?.value).toMatch(/^[1-7][0-9a-f]{63}$/);
    expect(await told()).toMatch(/^04[0-9a-f]{128}$/);
    expect(await told()).not.toContain(secret?.value);
  });
});
