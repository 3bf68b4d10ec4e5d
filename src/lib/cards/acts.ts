import { cardLocked } from '$lib/ledger/kinds/card-locked';
import { cardRevoked, type RevokeReason } from '$lib/ledger/kinds/card-revoked';
import type { CardRow } from '$lib/ledger/kinds/card-row';
import { session } from '$lib/session/session.svelte';

/** Says that a card counts no more. */
export async function revokeCard(
  house: string,
  { card, person }: CardRow,
  reason: RevokeReason,
): Promise<void> {
  await session.recordAsStaff(cardRevoked, { card, reason }, house, person);
}

/** Lets the PIN of a card be tried again at every kiosk of the house. */
export async function openCard(house: string, { card, person }: CardRow): Promise<void> {
  await session.recordAsStaff(cardLocked, { card, locked: false }, house, person);
}
