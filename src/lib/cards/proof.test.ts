import { p256 } from '@noble/curves/nist.js';
import { describe, expect, it } from 'vitest';
import { signedText } from '$lib/sync/card-claim';
import { toHex } from './bytes';
import { cardId, claimOf, isPin, isSigned, pinProof } from './proof';

const secret = Uint8Array.from({ length: 16 }, (_, at) => at * 7);
const keys = p256.keygen();
const key = toHex(p256.getPublicKey(keys.secretKey, false));
const person = '01936a7e5c007abc9def0123456789ab';

async function signedCard() {
  const card = { person, secret, serial: 40, picture: 7, pin: true, signature: new Uint8Array(64) };
  const claim = await claimOf(card);
  const text = new TextEncoder().encode(signedText(claim));
  return { claim, signature: Uint8Array.from(p256.sign(text, keys.secretKey)) };
}

describe('a card', () => {
  it('is known by its signature, as the server’s library makes it and the browser checks it', async () => {
    const { claim, signature } = await signedCard();
    expect(await isSigned(claim, signature, key)).toBe(true);
  });

  it.each([
    ['person', { person: person.replace('a', 'b') }],
    ['number', { serial: 41 }],
    ['picture', { picture: 8 }],
    ['PIN taken off', { pin: false }],
    ['secret', { card: '0'.repeat(32) }],
  ])('is not with another %s', async (_what, other) => {
    const { claim, signature } = await signedCard();
    expect(await isSigned({ ...claim, ...other }, signature, key)).toBe(false);
  });

  it('is not with one bit of the signature turned, nor by another server’s key', async () => {
    const { claim, signature } = await signedCard();
    for (const at of [0, 31, 32, 63]) {
      const turned = signature.map((byte, place) => (place === at ? byte ^ 1 : byte));
      expect(await isSigned(claim, turned, key)).toBe(false);
    }
    const other = toHex(p256.getPublicKey(p256.keygen().secretKey, false));
    expect(await isSigned(claim, signature, other)).toBe(false);
  });

  it('goes by an id that tells nothing of its secret', async () => {
    expect(await cardId(secret)).toMatch(/^[0-9a-f]{32}$/);
    expect(await cardId(secret)).not.toBe(toHex(secret));
    expect(await cardId(secret.map((byte) => byte ^ 1))).not.toBe(await cardId(secret));
  });
});

describe('a PIN', () => {
  it('is proved by the card and the PIN together', async () => {
    const proof = await pinProof('2468', secret);
    expect(proof).toMatch(/^[0-9a-f]{64}$/);
    expect(await pinProof('2468', secret)).toBe(proof);
    expect(await pinProof('2469', secret)).not.toBe(proof);
    expect(
      await pinProof(
        '2468',
        secret.map((byte) => byte ^ 1),
      ),
    ).not.toBe(proof);
  });

  it.each([
    ['1234', true],
    ['123456', true],
    ['123', false],
    ['1234567', false],
    ['12a4', false],
    ['', false],
  ])('may be «%s»: %s', (typed, may) => {
    expect(isPin(typed)).toBe(may);
  });
});
