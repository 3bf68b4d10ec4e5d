import type { UndoReason } from './guest-unclaimed';

/**
 * Whose a guest's visit is. What the events say of it stands side by side, so that it does not matter whether a claim or
 * what takes it back comes first. The guest's own events stay as they are: whoever reads adds both together.
 */
export type ClaimRow = {
  guest: string;
  /** Whose the visit is; '' for nobody's, or nobody's any more. */
  person: string;
  /** When their card said so (ISO, UTC); '' where it is nobody's. */
  at: string;
  /** Whether that moment is not certain (`ledger/moment.ts`). */
  doubtful?: true;
  /** Whose cards claimed it later: the first of them has it once the claim before is taken back. */
  later?: Claim[];
  /** Whose it is not, whatever their card says. */
  undone?: UndoneClaim[];
};

/** That somebody's card claimed a visit, and when. */
export interface Claim {
  person: string;
  at: string;
  doubtful?: true;
}

/** That a claim was taken back: whose it was, why, in the words of staff where they used their own, by whom, when. */
export type UndoneClaim = { person: string; why: UndoReason; reason?: string; by: string; at: string };

/** The row after somebody's card claimed the visit. */
export function withClaim(row: ClaimRow | undefined, guest: string, claim: Claim): ClaimRow {
  const base = row ?? { guest, person: '', at: '' };
  const claims = claimsIn(base);
  const is = ({ person }: { person: string }) => person === claim.person;
  return claims.some(is) || base.undone?.some(is) ? base : rowOf(base, [...claims, claim], base.undone);
}

/** The row after the claim of somebody was taken back, or before it is made known here. */
export function withoutClaim(row: ClaimRow | undefined, guest: string, undone: UndoneClaim): ClaimRow {
  const base = row ?? { guest, person: '', at: '' };
  const known = base.undone ?? [];
  if (known.some(({ person }) => person === undone.person)) return base;
  const left = claimsIn(base).filter(({ person }) => person !== undone.person);
  return rowOf(base, left, [...known, undone]);
}

/** The claims that stand, in the order of the house. */
function claimsIn({ person, at, doubtful, later = [] }: ClaimRow): Claim[] {
  return person === '' ? [] : [{ person, at, ...(doubtful && { doubtful }) }, ...later];
}

function rowOf({ guest }: ClaimRow, [first, ...later]: Claim[], undone: UndoneClaim[] = []): ClaimRow {
  return {
    guest,
    person: first?.person ?? '',
    at: first?.at ?? '',
    ...(first?.doubtful && { doubtful: true as const }),
    ...(later.length > 0 && { later }),
    ...(undone.length > 0 && { undone }),
  };
}
