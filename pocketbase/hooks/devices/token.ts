import { toHex } from '../cards/sign';

/** Tokens are short; what is longer is none. */
const maxLength = 2_000;

/** The token that a request shows, whether it is good or not; '' where it shows none. */
export function tokenOf(e: core.RequestEvent): string {
  const shown = (e.request?.header.get('Authorization') ?? '').replace(/^Bearer /i, '');
  return shown.length > maxLength ? '' : shown;
}

/** Whose token it says it is, unchecked, also where it has run out; '' where it does not say. */
export function namedIn(token: string): string {
  const [, claims = '', seal = ''] = token.split('.');
  if (seal === '') return '';
  try {
    const { id } = JSON.parse(String.fromCharCode(...bytesOf(claims))) as { id?: unknown };
    return typeof id === 'string' ? id : '';
  } catch {
    return ''; // not a token at all
  }
}

/** True for a token that was made for this record, also one that has run out; not one that was voided since. */
export function isOwnToken(token: string, record: core.Record): boolean {
  const [head = '', claims = '', seal = ''] = token.split('.');
  const secret = record.tokenKey() + record.collection().authToken.secret;
  const right = $security.hs256(`${head}.${claims}`, secret);
  return $security.equal(toHex(Uint8Array.from(bytesOf(seal))), right);
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url as bytes: PocketBase itself reads no token that has run out. */
function bytesOf(text: string): number[] {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const digit of text) {
    held = ((held << 6) | digits.indexOf(digit)) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return bytes;
}
