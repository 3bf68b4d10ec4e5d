import { cardLocked } from '$lib/ledger/kinds/card-locked';
import { cardRevoked, type RevokeReason } from '$lib/ledger/kinds/card-revoked';
import type { CardRow } from '$lib/ledger/kinds/card-row';
import { guestClaimed } from '$lib/ledger/kinds/guest-claimed';
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

/** Tells the house that a kiosk takes no more PINs for a card for a while. */
export async function lockCard({ card, person }: CardRow): Promise<void> {
  await session.record(cardLocked, { card, locked: true }, person);
}

/** Says that what a guest did at this kiosk is somebody's. */
export async function claimVisit(guest: string, person: string): Promise<void> {
  await session.record(guestClaimed, { guest }, person);
}
