import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noCard, type CardRow } from '$lib/ledger/kinds/card-row';
import type { CardClaim } from '$lib/sync/card-claim';
import { byCardAlone, cardHolders, standingOf, validCard } from './standing';

const at = '2026-11-23T01:00:00.000Z';
const row = (card: string, person: string, serial: number, change: Partial<CardRow> = {}): CardRow => ({
  ...noCard(card),
  ...{ person, serial, picture: 7, issued: at },
  ...change,
});
const claim = (card: string, serial: number, change: Partial<CardClaim> = {}): CardClaim => ({
  ...{ person: 'lan', card, serial, picture: 7, pin: false },
  ...change,
});
const revoked = { revoked: { reason: 'lost', at } };

describe('a signed card', () => {
  it.each<[what: string, claim: CardClaim, cards: CardRow[], onRoll: boolean, standing: string]>([
    ['is good where it is the newest', claim('b', 2), [row('a', 'lan', 1), row('b', 'lan', 2)], true, 'good'],
    [
      'is old where there is a newer one',
      claim('a', 1),
      [row('a', 'lan', 1), row('b', 'lan', 2)],
      true,
      'replaced',
    ],
    [
      'is good beside other people’s newer ones',
      claim('a', 1),
      [row('a', 'lan', 1), row('b', 'hoa', 2)],
      true,
      'good',
    ],
    ['counts no more once it is revoked', claim('a', 1), [row('a', 'lan', 1, revoked)], true, 'revoked'],
    [
      'does not come back when its successor is revoked',
      claim('a', 1),
      [row('a', 'lan', 1), row('b', 'lan', 2, revoked)],
      true,
      'replaced',
    ],
    ['is good where this kiosk has not heard of it yet', claim('c', 3), [row('a', 'lan', 1)], true, 'good'],
    [
      'is old where the kiosk knows a newer one and not it',
      claim('c', 3),
      [row('d', 'lan', 4)],
      true,
      'replaced',
    ],
    [
      'is revoked also where only that was heard of it',
      claim('c', 3),
      [{ ...noCard('c'), ...revoked }],
      true,
      'revoked',
    ],
    ['is from elsewhere for whom the house does not know', claim('a', 1), [], false, 'elsewhere'],
    [
      'is nobody’s where it was issued for somebody else',
      claim('a', 1),
      [row('a', 'hoa', 1)],
      true,
      'foreign',
    ],
    ['with a PIN is not let in where the PIN is not known', claim('c', 3, { pin: true }), [], true, 'unsure'],
    [
      'with a PIN is good where it is',
      claim('a', 1, { pin: true }),
      [row('a', 'lan', 1, { pin: 'x' })],
      true,
      'good',
    ],
  ])('%s', (_what, said, cards, onRoll, standing) => {
    expect(standingOf(said, cards, onRoll)).toBe(standing);
  });
});

describe('of the cards of a house', () => {
  const cards = fc.uniqueArray(
    fc.record({
      card: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      person: fc.constantFrom('lan', 'hoa'),
      serial: fc.integer({ min: 1, max: 100 }),
      gone: fc.boolean(),
    }),
    { selector: ({ serial }) => serial },
  );
  const rows = cards.map((all) =>
    all.map(({ card, person, serial, gone }) => row(`${card}${serial}`, person, serial, gone ? revoked : {})),
  );

  it('one at most counts for each person, and it is the one that is let in', () => {
    fc.assert(
      fc.property(rows, (all) => {
        for (const person of ['lan', 'hoa']) {
          const good = all
            .filter((one) => one.person === person)
            .filter(({ card, serial }) => standingOf(claim(card, serial, { person }), all, true) === 'good');
          expect(good.map(({ card }) => card)).toEqual(
            [validCard(all, person)].flatMap((valid) => valid?.card ?? []),
          );
          expect(cardHolders(all).has(person)).toBe(good.length > 0);
        }
      }),
    );
  });
});

it('whoever has a card with a PIN comes in by it alone, until it is revoked or replaced by one without', () => {
  const first = row('a', 'lan', 1, { pin: 'x' });
  expect(byCardAlone([first, row('b', 'hoa', 2)])).toEqual(new Set(['lan']));
  expect(byCardAlone([{ ...first, ...revoked }])).toEqual(new Set());
  expect(byCardAlone([first, row('c', 'lan', 3)])).toEqual(new Set());
});
