/** Somebody who works or worked in a house, as far as it matters for what may be done about them there. */
export interface Colleague {
  id: string;
  /** Made up, with a password that is printed in public. */
  demo: boolean;
  closed: boolean;
  /** ISO: a one-time password that they have yet to change is good until then; '' where they have their own. */
  due: string;
  /** Every role that they hold now, wherever it is, is in a house that the asker coordinates. */
  ours: boolean;
  /** What they are and were in this house; `ended` is '' while it holds. */
  roles: readonly { role: string; ended: string }[];
}

/** What a coordinator does about somebody in their house. */
export type Deed = { does: 'give' | 'end'; role: string } | { does: 'reset' | 'close' | 'reopen' };

/** Why it cannot be done. */
export type Hindrance = 'not-allowed' | 'last-coordinator';

/** Whose house it is: who sees who works there, and changes it. */
export const coordinator = 'coordinator';

/** True where somebody is in this role now. */
export function isNow({ roles }: Pick<Colleague, 'roles'>, role: string): boolean {
  return roles.some((one) => one.role === role && one.ended === '');
}

/**
 * Why a coordinator of a house may not do this about somebody there; null where they may. `people` are all who work or
 * worked in the house. Asked by the server in the transaction that does it, and by the screen before it offers it.
 *
 * - A demo account stays as it is.
 * - A house keeps a coordinator who can come in by themselves.
 * - Password and account belong to every house where somebody works: who coordinates one of them alone could come in as
 *   that person to the others. Of who works nowhere now, only the house's own list is at stake.
 * - One's own password is changed by oneself, who knows it; and nobody shuts themself out.
 */
export function hindrance(
  deed: Deed,
  whom: Colleague,
  people: readonly Colleague[],
  asker: string,
): Hindrance | null {
  if (whom.demo) return 'not-allowed';
  switch (deed.does) {
    case 'give':
      return null;
    case 'end':
      return deed.role === coordinator && isNow(whom, coordinator) && !someoneElse(whom, people)
        ? 'last-coordinator'
        : null;
    case 'reset':
      return mine(whom, asker) && !whom.closed && worksHere(whom) ? null : 'not-allowed';
    case 'close':
      return mine(whom, asker) && !whom.closed ? null : 'not-allowed';
    case 'reopen':
      return mine(whom, asker) && whom.closed ? null : 'not-allowed';
  }
}

const mine = (whom: Colleague, asker: string): boolean => whom.ours && whom.id !== asker;
const worksHere = ({ roles }: Colleague): boolean => roles.some(({ ended }) => ended === '');

/** Somebody else coordinates the house who can come in: a password that was never used may have reached nobody. */
function someoneElse(whom: Colleague, people: readonly Colleague[]): boolean {
  return people.some((one) => one.id !== whom.id && !one.closed && one.due === '' && isNow(one, coordinator));
}
