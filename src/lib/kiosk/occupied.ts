/**
 * True where somebody is to be thought of at this address: a learner anywhere; at a device that stands in a house's public
 * room also whoever works on its pages, and on its first screen as long as staff are signed in. A laptop that no house
 * has paired is its owner's own business.
 */
export function occupied(path: string, at: { paired: boolean; staff: boolean }): boolean {
  if (/^\/learn(\/|$)/.test(path)) return true;
  if (!at.paired) return false;
  return at.staff || /^\/(house|device|ward)(\/|$)/.test(path);
}
