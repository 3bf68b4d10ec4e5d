import { fromBase32, fromHex, toBase32, toHex } from './bytes';

/** What stands in the code on a card. */
export interface CardText {
  person: string;
  /** 128 random bits that no device keeps: who holds them holds the card. */
  secret: Uint8Array<ArrayBuffer>;
  serial: number;
  picture: number;
  pin: boolean;
  /** The server's word for all of it, 64 bytes. */
  signature: Uint8Array<ArrayBuffer>;
}

/** Names the project and the form of what follows; a change of the form is another number. */
const prefix = 'NHASO1-';
/** Person 16, secret 16, serial 4, picture and PIN 1, signature 64. */
const length = 101;
const pinBit = 0x80;

/** The text of a card's code: `NHASO1-` and 162 letters, which fit into a code of 45×45 squares. */
export function writeCardText(card: CardText): string {
  const bytes = new Uint8Array(length);
  bytes.set(fromHex(card.person), 0);
  bytes.set(card.secret, 16);
  new DataView(bytes.buffer).setUint32(32, card.serial);
  bytes[36] = card.picture | (card.pin ? pinBit : 0);
  bytes.set(card.signature, 37);
  return prefix + toBase32(bytes);
}

/**
 * Reads the text of a code. `damaged`: it begins as a card of ours, but is not whole. `foreign`: it is something else.
 * Whether somebody made it up, only the signature tells.
 */
export function readCardText(scanned: string): CardText | 'damaged' | 'foreign' {
  const text = scanned.trim().toUpperCase();
  if (!text.startsWith(prefix)) return 'foreign';
  const bytes = fromBase32(text.slice(prefix.length));
  if (bytes?.length !== length) return 'damaged';
  const flags = bytes[36] ?? 0;
  return {
    person: toHex(bytes.subarray(0, 16)),
    secret: bytes.slice(16, 32),
    serial: new DataView(bytes.buffer).getUint32(32),
    picture: flags & ~pinBit,
    pin: (flags & pinBit) !== 0,
    signature: bytes.slice(37),
  };
}
