import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerEvent } from '../event';
import { foldInto, foldRow, rowsOf, type Placed } from '../fold';
import { guestId, isGuestOf } from '../guest';
import type { AttendanceRow } from './attendance-row';
import type { CardRow } from './card-row';
import type { ClaimRow } from './claim-row';

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
const undone = (n: number, person: string, reason?: string) =>
  event(
    n,
    'guest.unclaimed',
    { guest, why: 'wrong-card', ...(reason && { reason }) },
    { person, device: hex(50) },
  );

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
    expect(row<ClaimRow>(events)).toMatchObject({ guest, person: lan, at: '2026-11-23T01:00:00.000Z' });
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

describe('a claim that is taken back', () => {
  const back = { person: lan, why: 'wrong-card', by: hex(2), at: '2026-11-23T02:00:00.000Z' };

  it('leaves the visit to nobody, and says who took it back and why', () => {
    expect(row<ClaimRow>([claimed(1, lan), undone(2, lan, 'Nhầm thẻ hàng xóm')])).toEqual({
      guest,
      person: '',
      at: '',
      undone: [{ ...back, reason: 'Nhầm thẻ hàng xóm' }],
    });
  });

  it('leaves it to whose card claimed it next, before or after', () => {
    const hers = { guest, person: hoa, undone: [back] };
    expect(row<ClaimRow>([claimed(1, lan), undone(2, lan), claimed(3, hoa)])).toMatchObject(hers);
    expect(row<ClaimRow>([claimed(1, lan), claimed(3, hoa), undone(2, lan)])).toMatchObject(hers);
  });

  it('is theirs no more, whatever their card says, and whichever was known first', () => {
    expect(row<ClaimRow>([undone(1, lan), claimed(2, lan)])?.person).toBe('');
    expect(row<ClaimRow>([claimed(1, lan), undone(2, lan), claimed(3, lan)])?.person).toBe('');
  });

  it('is taken back once: the first reason stands', () => {
    const events = [claimed(1, lan), undone(2, lan), undone(3, lan, 'nữa')];
    expect(row<ClaimRow>(events)?.undone).toEqual([back]);
  });

  it('goes on from a row of before there was a way back', () => {
    const base = { upTo: 1, row: { guest, person: lan, at: '2026-11-23T01:00:00.000Z' } };
    const [ref] = rowsOf(undone(2, lan));
    expect(ref && foldRow(ref, [undone(2, lan), claimed(3, hoa)], base)).toMatchObject({ person: hoa });
  });

  it('of nobody, or of a guest, says nothing', () => {
    expect([...rowsOf(undone(1, '')), ...rowsOf(undone(1, guest))]).toEqual([]);
  });

  it('comes to the same row wherever it is put among the claims', () => {
    const someClaims = fc.array(fc.constantFrom(lan, hoa, hex(9)), { maxLength: 6 });
    const some = fc.array(fc.constantFrom(lan, hoa), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(someClaims, some, fc.infiniteStream(fc.nat()), (claims, backs, places) => {
        const order = claims.map((person) => ({ person, back: false }));
        const last = [...order, ...backs.map((person) => ({ person, back: true }))];
        const mixed = [...order];
        for (const person of backs) {
          const [at = 0] = places.take(1);
          mixed.splice(at % (mixed.length + 1), 0, { person, back: true });
        }
        const made = (said: typeof last) =>
          row<ClaimRow>(said.map(({ person, back: on }, at) => (on ? undone : claimed)(at + 1, person)));
        const [one, other] = [made(last), made(mixed)];
        const left = claims.find((person) => !backs.includes(person)) ?? '';
        expect(one?.person).toBe(left);
        expect(other?.person).toBe(left);
        const people = (of: ClaimRow | undefined) => of?.undone?.map(({ person }) => person).sort();
        expect(people(other)).toEqual(people(one));
        expect(other?.later?.map(({ person }) => person)).toEqual(one?.later?.map(({ person }) => person));
      }),
    );
  });
});

describe('a mark that only a claim makes', () => {
  const session = hex(60);
  const marked = (n: number, by: string, status = 'present') =>
    event(
      n,
      'attendance.marked',
      { session, status, ...(by && { guest: by }) },
      { author: by ? '' : hex(2), v: 2 },
    );

  it('says of which visit it is, and gives way to whoever saw them', () => {
    expect(row<AttendanceRow>([marked(1, guest)])).toMatchObject({ status: 'present', guest });
    const seen = row<AttendanceRow>([marked(1, guest), marked(2, '', 'late'), marked(3, '')]);
    expect(seen).toMatchObject({ status: 'late', author: hex(2) });
    expect(seen).not.toHaveProperty('guest');
    expect(row<AttendanceRow>([marked(1, '', 'late'), marked(2, guest)])).toEqual(
      row<AttendanceRow>([marked(1, '', 'late')]),
    );
  });

  it('is as ever in an event of before', () => {
    const old = event(1, 'attendance.marked', { session, status: 'late' });
    expect(row<AttendanceRow>([old, marked(2, guest)])).toMatchObject({ status: 'late' });
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
        fc.constantFrom(lan, hoa, '').map((person) => (n: number) => undone(n, person)),
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
