import type { CardRow } from '$lib/ledger/kinds/card-row';
import { store } from '$lib/session/device';

/** Every card that this device has heard of in a house, in no order. */
export function cardsOf(house: string): Promise<CardRow[]> {
  return store.list<CardRow>(house, 'cards', 'house');
}
