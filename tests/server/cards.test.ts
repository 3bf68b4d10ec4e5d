import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedText, type CardClaim } from '$lib/sync/card-claim';
import type { CardsResponse, ErrorResponse, PullResponse } from '$lib/sync/protocol';
import type { CardRow } from '$lib/ledger/kinds/card-row';
import { startServer, type Server } from '../support/server';
import { ask, push } from './api';
import { Tablet } from './tablet';
import { furnish, liftLimits, list, newId, type World } from './world';

let server: Server;
let world: World;
let tablet: Tablet;
/** Two people of the roll. */
let people: [string, string];

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
  await liftLimits(world);
  tablet = new Tablet(world.houseA, world.trainer.id);
  const roll = [tablet.register(1), tablet.register(2)];
  await push(world.url, world.trainer.token, tablet.id, roll);
  people = [roll[0]?.person ?? '', roll[1]?.person ?? ''];
});
afterAll(() => server.stop());

const request = (person: string, card = newId(), house = world.houseA, token = world.trainer.token) =>
  ask<CardsResponse & ErrorResponse>(`${world.url}/api/v1/cards`, {
    token,
    body: { house, cards: [{ person, card, picture: 5, pin: false }] },
  });
const pulled = (token: string) =>
  ask<PullResponse>(`${world.url}/api/v1/sync/pull?house=${world.houseA}`, { token });

/** True where the browsers' own ECDSA knows the signature. */
async function isSigned(claim: CardClaim, signature: string, key: string): Promise<boolean> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const open = await crypto.subtle.importKey('raw', Buffer.from(key, 'hex'), algorithm, false, ['verify']);
  const text = new TextEncoder().encode(signedText(claim));
  return crypto.subtle.verify(algorithm, open, Buffer.from(signature, 'hex'), text);
}

describe('a card', () => {
  it('is signed for somebody of the roll by the key that a kiosk is told', async () => {
    const card = newId();
    const { status, body } = await request(people[0], card);
    expect(status).toBe(200);
    const [signed] = body.cards;
    expect(signed).toMatchObject({ person: people[0], card });
    const { cardKey = '' } = (await pulled(world.kiosk.token)).body;
    expect(cardKey).toMatch(/^04[0-9a-f]{128}$/);
    expect(cardKey).toBe(body.key);
    if (!signed) throw new Error('nothing was signed');
    expect(await isSigned(signed, signed.signature, cardKey)).toBe(true);
    const { serial } = signed;
    const others = [
      { person: people[1] },
      { card: newId() },
      { serial: serial + 1 },
      { picture: 6 },
      { pin: true },
    ];
    for (const other of others)
      expect(await isSigned({ ...signed, ...other }, signed.signature, cardKey)).toBe(false);
  });

  it('is not signed for somebody whom the house does not know, nor by whom it is not for', async () => {
    expect((await request(newId())).body.error.code).toBe('not-found');
    expect((await request(people[0], newId(), world.houseB)).body.error.code).toBe('not-allowed');
    expect((await request(people[0], newId(), world.houseB, world.stranger.token)).body.error.code).toBe(
      'not-found',
    );
    for (const token of [world.installer.token, world.kiosk.token, world.stranger.token])
      expect((await request(people[0], newId(), world.houseA, token)).body.error.code).toBe('not-allowed');
  });

  it('has a higher number than every card before it, also after the server was killed', async () => {
    const before = (await request(people[0])).body;
    await server.kill('SIGKILL');
    await server.restart();
    const after = (await request(people[0])).body;
    expect(after.cards[0]?.serial).toBeGreaterThan(before.cards[0]?.serial ?? Infinity);
    expect(after.key).toBe(before.key);
  });

  it('is signed with one key, whoever asks first', async () => {
    const fresh = await startServer();
    try {
      const other = await furnish(fresh);
      const asked = Array.from({ length: 8 }, () =>
        ask<PullResponse>(`${other.url}/api/v1/sync/pull`, { token: other.kiosk.token }),
      );
      const keys = (await Promise.all(asked)).map(({ body }) => body.cardKey);
      expect(new Set(keys).size).toBe(1);
      expect(keys[0]).not.toBe((await pulled(world.kiosk.token)).body.cardKey);
    } finally {
      await fresh.stop();
    }
  });

  it('is written down by the tablet, read by the kiosk, and counts no more when it is revoked', async () => {
    const [signed] = (await request(people[1])).body.cards;
    const { card = '', serial = 0 } = signed ?? {};
    const issued = tablet.write('card.issued', { card, serial, picture: 5 }, { person: people[1] });
    const revoked = tablet.write('card.revoked', { card, reason: 'lost' }, { person: people[1] });
    await push(world.url, world.trainer.token, tablet.id, [issued, revoked]);
    const { events } = (await pulled(world.kiosk.token)).body;
    expect(events.map(({ id }) => id)).toEqual(expect.arrayContaining([issued.id, revoked.id]));
    const rows = await list<{ data: CardRow }>(world.url, world.superuser, 'rows', `key='${card}'`);
    expect(rows[0]?.data).toMatchObject({ person: people[1], serial, revoked: { reason: 'lost' } });
  });

  it('is opened by staff and by no kiosk', async () => {
    const card = newId();
    const kiosk = new Tablet(world.houseA, '', world.kiosk.id);
    const locks = [true, false].map((locked) => kiosk.write('card.locked', { card, locked }));
    await push(world.url, world.kiosk.token, kiosk.id, locks);
    const row = async () =>
      (await list<{ data: CardRow }>(world.url, world.superuser, 'rows', `key='${card}'`))[0]?.data;
    expect(await row()).toMatchObject({ locked: true, opened: null });
    await push(world.url, world.trainer.token, tablet.id, [
      tablet.write('card.locked', { card, locked: false }),
    ]);
    expect(await row()).toMatchObject({ locked: false });
  });
});

it('the key that signs is told to nobody', async () => {
  const meta = await list<{ name: string; value: string }>(world.url, world.superuser, 'meta');
  const secret = meta.find(({ name }) => name === 'card-key')?.value ?? '';
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  const answers = [
    await pulled(world.kiosk.token),
    await pulled(world.trainer.token),
    await request(people[0]),
    await ask(`${world.url}/api/v1/me`, { token: world.trainer.token }),
  ];
  for (const { body } of answers) expect(JSON.stringify(body)).not.toContain(secret);
  expect(server.log()).not.toContain(secret);
});
