/** No look-alikes, in print or by hand: no 0 o, 1 i l, 2 z, 5 s, 8 b, 9 g q, u v, m (r n). */
const alphabet = 'acdefhjknprtwxy3467';

/** A random password that can be read aloud and copied from paper: four groups of four, about 68 bits. */
export function newPassword(): string {
  return Array.from({ length: 4 }, () => $security.randomStringWithAlphabet(4, alphabet)).join('-');
}
