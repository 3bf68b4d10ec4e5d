import type { Guard } from './schema/guard';

/** Two guards of which both must hold; either may be missing. */
export function both<Than>(
  one: Guard<Than> | undefined,
  other: Guard<Than> | undefined,
): Guard<Than> | undefined {
  return one && other ? { kind: 'all', of: [one, other] } : (one ?? other);
}

/** A guard and every guard inside it. */
export function partsOf<Than>(guard: Guard<Than>): Guard<Than>[] {
  return guard.kind === 'all' || guard.kind === 'any' ? [guard, ...guard.of.flatMap(partsOf)] : [guard];
}
