/** What is wrong with a new password; each has a sentence on screen. */
export type PasswordFault = 'short' | 'long' | 'common' | 'same';

/** NIST SP 800-63B 3.1.1: eight characters at least, no rule about which. */
export const shortestPassword = 8;

/** bcrypt reads 72 bytes, and the last is its own. */
export const longestPassword = 71;

/** What people take where they are asked for a password in a hurry; compared without marks, digits at the ends and signs. */
const common = new Set(
  `password passw passwd matkhau matkhaumoi matma admin administrator adminadmin root user username login
   iloveyou iloveu anhyeuem emyeuanh yeuem yeuanh yeuemnhieu tinhyeu conyeume giadinh hanhphuc maimaiyeuem nguyen
   vietnam vietnamvodich saigon hanoi hochiminh tphcm nhavanhoa khupho nhaso welcome letmein changeme default guest
   qwerty qwertyuiop qwertyui asdfghjkl asdfghjk zxcvbnm qazwsx qazwsxedc qwe qweasd qweasdzxc abc abcd abcdef abcabc
   football baseball superman batman monkey dragon sunshine princess trustno master shadow computer internet
   test testtest demo luyentap doimatkhau chaoban xinchao khongbiet khongco giaovien taphuan dieuphoi`
    .split(/\s+/)
    .filter(Boolean),
);

/** Rows of keys and the alphabet, along which fingers run. */
const rows = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
];

/**
 * What is wrong with a password that somebody chooses; null where nothing is. Asked on screen before it is sent, and by
 * the server before it is taken. `old` is the one that it takes the place of.
 */
export function passwordFault(typed: string, username: string, old: string): PasswordFault | null {
  if ([...typed].length < shortestPassword) return 'short';
  if (bytesOf(typed) > longestPassword) return 'long';
  if (typed === old) return 'same';
  return isCommon(typed, username) ? 'common' : null;
}

function isCommon(typed: string, username: string): boolean {
  const plain = plainOf(typed);
  if (new Set(plain).size < 4) return true; // 11112222, abababab
  if (/^\d{1,11}$/.test(plain)) return true; // a birthday, a telephone number
  if (rows.some((row) => runsAlong(plain, row))) return true;
  const word = plain.replace(/^\d+|\d+$/g, '');
  return common.has(word) || word === plainOf(username).replace(/^\d+|\d+$/g, '');
}

/** Small letters without marks, and digits. */
function plainOf(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^a-z0-9]/g, '');
}

function runsAlong(plain: string, row: string): boolean {
  return row.includes(plain) || [...row].reverse().join('').includes(plain);
}

/** Bytes of a text as UTF-8. */
function bytesOf(text: string): number {
  return [...text].reduce((sum, letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }, 0);
}
