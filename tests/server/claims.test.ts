import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LedgerEvent } from '$lib/ledger/event';
import { LedgerStore } from '$lib/ledger/store';
import { connect } from '$lib/sync/backend';
import { exchange } from '$lib/sync/exchange';
import { bentAt, bentOn, type StoredRow } from '../chaos/fresh-fold';
import type { SequencedEvent } from '$lib/ledger/event';
import { startServer, type Server } from '../support/server';
import { push } from './api';
import { Tablet } from './tablet';
import { furnish, liftLimits, list, newId, type World } from './world';

let server: Server;
let world: World;

beforeAll(async () => {
  server = await startServer();
  world = await furnish(server);
  await liftLimits(world);
});
afterAll(() => server.stop());

it('claims and what takes them back end in the same rows on the server and on a tablet, in whatever order they come', async () => {
  const kiosk = new Tablet(world.houseA, '', world.kiosk.id);
  const tablet = new Tablet(world.houseA, world.trainer.id);
  const [wrong, right] = [newId(), newId()];
  const steps: Record<string, (guest: string) => LedgerEvent> = {
    wrong: (guest) => kiosk.write('guest.claimed', { guest }, { person: wrong }),
    right: (guest) => kiosk.write('guest.claimed', { guest }, { person: right }),
    back: (guest) => tablet.write('guest.unclaimed', { guest, why: 'wrong-card' }, { person: wrong }),
  };
  const stories = [
    ['wrong', 'back', 'right'],
    ['wrong', 'right', 'back', 'back'],
    ['back', 'wrong', 'right', 'wrong'],
    ['right', 'back', 'wrong'],
    ['back', 'right', 'back'],
  ];
  const guests: string[] = [];
  for (const story of stories) {
    const guest = kiosk.id.slice(16) + newId().slice(16);
    guests.push(guest);
    for (const step of story) {
      const row = steps[step]?.(guest);
      if (!row) throw new Error(step);
      const by = row.device === kiosk.id ? world.kiosk : world.trainer;
      const { results } = await push(world.url, by.token, row.device, [row]);
      expect(results.map(({ status }) => status)).toEqual(['ok']);
    }
  }
  const events = await list<SequencedEvent>(world.url, world.superuser, 'events');
  const rows = await list<StoredRow>(world.url, world.superuser, 'rows');
  expect(bentAt({ events, rows })).toEqual([]);
  const claims = rows.filter(({ tbl }) => tbl === 'claims');
  expect(claims.map(({ data }) => (data as { person: string }).person)).toEqual(guests.map(() => right));

  const store = new LedgerStore('claims', { indexedDB: new IDBFactory(), IDBKeyRange });
  const { id: viewer, token } = world.trainer;
  await exchange(store, [
    { backend: connect(world.url, token), viewer, houses: [world.houseA], sends: () => true },
  ]);
  const kept = await store.list(world.houseA, 'claims', 'house');
  const byGuest = (all: unknown[]) =>
    new Map((all as { guest: string }[]).map((one) => [one.guest, one] as const));
  expect(byGuest(kept)).toEqual(byGuest(claims.map(({ data }) => data)));
  expect(
    bentOn({ name: 'a tablet', author: viewer }, await store.events.toArray(), await store.rows.toArray()),
  ).toEqual([]);
});
