import { cardsRequestSchema, type CardsResponse } from '$lib/sync/protocol';
import { keyPair, takeSerials } from '../cards/keys';
import { sign } from '../cards/sign';
import { readRows } from '../ledger/sql';
import { askerOf } from './asker';
import { bodyOf, smallBody } from './body';
import { Refusal } from './refusal';
import { reply } from './reply';

/**
 * POST /api/v1/cards: signs new cards for people of the roll. Of a card's secret the server is told a hash alone; what
 * the card means the asker writes down, as all that happens, with `card.issued`.
 */
export function cards(e: core.RequestEvent): void {
  const asker = askerOf(e);
  const { house, cards: asked } = bodyOf(e, smallBody, cardsRequestSchema);
  const roles = asker.roles.get(house) ?? [];
  if (!roles.includes('trainer') && !roles.includes('coordinator')) throw new Refusal('not-allowed');
  if (!areOnRoll(house, [...new Set(asked.map(({ person }) => person))])) throw new Refusal('not-found');
  const keys = keyPair($app);
  const first = takeSerials($app, asked.length);
  const answer: CardsResponse = {
    cards: asked.map((one, at) => {
      const claim = { ...one, serial: first + at };
      return { ...claim, signature: sign(claim, keys) };
    }),
    key: keys.public,
    now: new Date().toISOString(),
  };
  reply(e, 200, answer);
}

function areOnRoll(house: string, people: readonly string[]): boolean {
  const found = readRows(
    $app.db(),
    `SELECT json_array(r.key) AS row FROM json_each({:people}) j
     JOIN rows r ON r.house = {:house} AND r.tbl = 'people' AND r.key = j.value`,
    { house, people: JSON.stringify(people) },
  );
  return found.length === people.length;
}
