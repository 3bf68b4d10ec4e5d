import { p256 } from '@noble/curves/nist.js';
import { describe, expect, it } from 'vitest';
import { noCard, type CardRow } from '$lib/ledger/kinds/card-row';
import { signedText } from '$lib/sync/card-claim';
import { toHex } from './bytes';
import { claimOf } from './proof';
import { readCard, type KnownCards } from './read-card';
import { writeCardText, type CardText } from './text';

const server = p256.keygen();
const key = toHex(p256.getPublicKey(server.secretKey, false));
const lan = { person: '01936a7e5c007abc9def0123456789ab', name: 'Trần Thị Lan', birthYear: null, number: 12 };
const plain: CardText = {
  person: lan.person,
  secret: Uint8Array.from({ length: 16 }, (_, at) => at * 5),
  serial: 40,
  picture: 7,
  pin: false,
  signature: new Uint8Array(64),
};

/** The text of a card as a server made it. */
async function made(change: Partial<CardText> = {}, by = server): Promise<{ text: string; card: string }> {
  const card = { ...plain, ...change };
  const claim = await claimOf(card);
  const signature = Uint8Array.from(p256.sign(new TextEncoder().encode(signedText(claim)), by.secretKey));
  return { text: writeCardText({ ...card, signature }), card: claim.card };
}
const known = (change: Partial<KnownCards> = {}): KnownCards => ({
  key,
  cards: [],
  people: [lan],
  ...change,
});
const row = (card: string, change: Partial<CardRow> = {}): CardRow => ({
  ...noCard(card),
  ...{ person: lan.person, serial: 40, picture: 7, issued: '2026-11-23T01:00:00.000Z' },
  ...change,
});

describe('a card shown at a kiosk without a network', () => {
  it('says whose it is, also where the kiosk has not heard of it yet', async () => {
    const { text, card } = await made();
    expect(await readCard(text, known())).toEqual({
      ...{ person: lan, card, picture: 7, pin: '', secret: plain.secret },
    });
  });

  it('says by what its PIN is proved', async () => {
    const { text, card } = await made({ pin: true });
    expect(await readCard(text, known({ cards: [row(card, { pin: 'proof' })] }))).toMatchObject({
      pin: 'proof',
    });
    expect(await readCard(text, known())).toBe('unsure');
  });

  it('is no card of ours where another server signed it, or something was changed', async () => {
    expect(await readCard((await made({}, p256.keygen())).text, known())).toBe('foreign');
    const { text } = await made({ pin: true });
    const letters = Array.from(text);
    letters[20] = letters[20] === 'A' ? 'B' : 'A';
    expect(await readCard(letters.join(''), known())).toBe('foreign');
    expect(await readCard('8934563138165', known())).toBe('foreign');
  });

  it('lets nobody in who is not on the roll, nor before the kiosk knows the server', async () => {
    const { text } = await made();
    expect(await readCard(text, known({ people: [] }))).toBe('elsewhere');
    expect(await readCard(text, known({ key: undefined }))).toBe('unsure');
  });

  it('lets nobody in once it is revoked, replaced or torn', async () => {
    const { text, card } = await made();
    const revoked = row(card, { revoked: { reason: 'lost', at: '2026-11-24T01:00:00.000Z' } });
    expect(await readCard(text, known({ cards: [revoked] }))).toBe('revoked');
    expect(await readCard(text, known({ cards: [row(card), row('newer', { serial: 41 })] }))).toBe(
      'replaced',
    );
    expect(await readCard(text.slice(0, 100), known())).toBe('damaged');
  });
});
