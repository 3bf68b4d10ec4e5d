/** What the server says with its signature on a card. */
export interface CardClaim {
  /** Whose it is. */
  person: string;
  /** The card's id: half the SHA-256 of its secret. */
  card: string;
  /** Of a person's cards the one with the highest counts. */
  serial: number;
  /** The picture printed on it, 1–72, so that a kiosk can ask for it that has not heard of the card yet. */
  picture: number;
  /** Whether a PIN is asked for: a kiosk that does not know by what it is proved lets nobody in without. */
  pin: boolean;
}

/** The text that is signed; ASCII. */
export function signedText({ person, card, serial, picture, pin }: CardClaim): string {
  return ['nha-so card 1', person, card, serial, picture, pin ? 'pin' : 'no pin'].join('|');
}
