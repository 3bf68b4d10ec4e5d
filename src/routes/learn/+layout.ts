import { cardsOf } from '$lib/cards/rows';
import { shownCard } from '$lib/cards/shown.svelte';
import { peopleOf } from '$lib/people/rows';
import { session } from '$lib/session/session.svelte';
import { here, newGuest } from '$lib/session/visitor.svelte';

/** Brings what the first of these screens shows, while the one before still stands there: none is ever empty. */
export async function load() {
  await session.start();
  const house = session.pairing?.house.id ?? '';
  const [people, cards] = await Promise.all([peopleOf(house), cardsOf(house)]);
  // A phone at home, or a house without a roll: nobody to choose from, so whoever holds it is a guest.
  if (people.length === 0 && !here.current) {
    here.current = await newGuest();
    shownCard.putAway();
  }
  const [CardWay, WhoIsHere] = await Promise.all([
    shownCard.current ? import('$lib/cards/CardWay.svelte').then((found) => found.default) : undefined,
    people.length > 0 ? import('$lib/people/WhoIsHere.svelte').then((found) => found.default) : undefined,
  ]);
  return { people, cards, CardWay, WhoIsHere };
}
