import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerEvent } from '../event';
import { foldInto, foldRow, rowsOf, type Placed } from '../fold';
import { guestId, isGuestOf } from '../guest';
import type { CardRow } from './card-row';
import type { ClaimRow } from './guest-claimed';

type Stored = LedgerEvent & Placed;

const hex = (n: number) => n.toString(16).padStart(32, '0');
const device = '01936a7e5c007abc9def0123456789ab';
const [card, lan, hoa] = [hex(300), hex(7), hex(8)];
const guest = guestId(device, '00112233aabbccdd');

/** The nth event of a house, an hour after the one before. */
function event(
  n: number,
  kind: string,
  payload: Record<string, unknown>,
  more: Partial<Stored> = {},
): Stored {
  return {
    id: hex(n),
    house: hex(1),
    household: '',
    person: lan,
    author: hex(2),
    kind,
    v: 1,
    payload,
    device,
    dseq: n,
    occurred: new Date(Date.UTC(2026, 10, 23, n)).toISOString(),
    seq: n,
    ...more,
  };
}
const issued = (n: number, more: Partial<Stored> = {}) =>
  event(n, 'card.issued', { card, serial: 40 + n, picture: 7 }, more);
const revoked = (n: number, reason = 'lost') => event(n, 'card.revoked', { card, reason });
const locked = (n: number, on: boolean, author = hex(2)) =>
  event(n, 'card.locked', { card, locked: on }, { author });
const claimed = (n: number, person: string, more: Partial<Stored> = {}) =>
  event(n, 'guest.claimed', { guest }, { person, author: '', ...more });

const row = <R>(events: Stored[]): R | undefined => {
  const [ref] = events.flatMap(rowsOf);
  return ref && (foldRow(ref, events) as R | undefined);
};

describe('a card', () => {
  it('is whose it was issued for, whatever else is said of it before', () => {
    expect(row<CardRow>([issued(2), revoked(1)])).toMatchObject({
      person: lan,
      serial: 42,
      picture: 7,
      revoked: { reason: 'lost', at: '2026-11-23T01:00:00.000Z' },
    });
  });

  it('is nobody else’s by being issued again', () => {
    expect(row<CardRow>([issued(1), issued(2, { person: hoa })])).toMatchObject({ person: lan, serial: 41 });
  });

  it('keeps the first reason for which it was revoked', () => {
    expect(row<CardRow>([issued(1), revoked(2), revoked(3, 'damaged')])?.revoked?.reason).toBe('lost');
  });

  it('is opened by staff and not by a kiosk', () => {
    expect(row<CardRow>([issued(1), locked(2, true, ''), locked(3, false, '')])?.locked).toBe(true);
    expect(row<CardRow>([issued(1), locked(2, true, ''), locked(3, false)])).toMatchObject({
      locked: false,
      opened: '2026-11-23T03:00:00.000Z',
    });
  });

  it('for nobody is no card', () => {
    expect(rowsOf(issued(1, { person: '' }))).toEqual([]);
  });
});

describe('a guest’s visit', () => {
  it('belongs to the device they stood at', () => {
    expect(guest).toMatch(/^[0-9a-f]{32}$/);
    expect(isGuestOf(device, guest)).toBe(true);
    expect(isGuestOf(hex(50), guest)).toBe(false);
    expect(isGuestOf(device, lan)).toBe(false);
  });

  it('is whose card claimed it first, however often', () => {
    const events = [claimed(1, lan), claimed(2, lan), claimed(3, hoa)];
    expect(row<ClaimRow>(events)).toEqual({ guest, person: lan, at: '2026-11-23T01:00:00.000Z' });
  });

  it.each([
    ['from another device', claimed(1, lan, { device: hex(50) })],
    ['for nobody', claimed(1, '')],
    ['of somebody who is no guest', event(1, 'guest.claimed', { guest: hoa })],
    ['for itself', claimed(1, guest)],
  ])('is not claimed %s', (_what, said) => {
    expect(rowsOf(said)).toEqual([]);
  });
});

describe('the folds of cards and claims', () => {
  const history = fc
    .array(
      fc.oneof(
        fc.constantFrom(lan, hoa).map((person) => (n: number) => issued(n, { person })),
        fc.constantFrom('lost', 'mistake').map((reason) => (n: number) => revoked(n, reason)),
        fc.tuple(fc.boolean(), fc.constantFrom('', hex(2))).map(
          ([on, author]) =>
            (n: number) =>
              locked(n, on, author),
        ),
        fc.constantFrom(lan, hoa, '').map((person) => (n: number) => claimed(n, person)),
      ),
      { minLength: 1, maxLength: 12 },
    )
    .map((makes) => makes.map((make, at) => make(at + 1)));

  it('come to the same rows in whatever order the events arrive', () => {
    fc.assert(
      fc.property(
        history.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, arrived]) => {
          for (const ref of events.flatMap(rowsOf)) {
            const onServer = events.reduce<ReturnType<typeof foldInto>>(
              (kept, one) => foldInto(ref, kept, one),
              undefined,
            );
            expect(foldRow(ref, arrived)).toEqual(onServer);
          }
        },
      ),
    );
  });
});
