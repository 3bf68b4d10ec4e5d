/**
 * A card as a house knows it. What the events say of it stands side by side, so that it does not matter which of them
 * comes first. Moments are ISO, UTC.
 */
export type CardRow = {
  card: string;
  /** Whose it is, '' until its issue is known. */
  person: string;
  /** Grows from card to card over all houses of a server: of a person's cards the highest is the one that counts. */
  serial: number;
  /** The picture printed on it, by its number; 0 until its issue is known. */
  picture: number;
  /** What a PIN is proved by, '' where there is none. Nobody can try PINs with it who does not hold the card. */
  pin: string;
  issued: string | null;
  revoked: { reason: string; at: string } | null;
  /** Whether too many wrong PINs were typed at a kiosk, and since when staff have seen to it; null where nobody did. */
  locked: boolean;
  opened: string | null;
};

/** A card of which nothing is known yet. */
export function noCard(card: string): CardRow {
  return {
    card,
    person: '',
    serial: 0,
    picture: 0,
    pin: '',
    issued: null,
    revoked: null,
    locked: false,
    opened: null,
  };
}
