import { live } from '$lib/ledger/live.svelte';
import type { BulletinRow } from '$lib/ledger/kinds/bulletin-row';
import { clockFacts, momentOf, type ClockFacts } from './moment';
import { bulletinsOf } from './rows';

/** How often the time is looked at: what ends by itself ends within so long (ms). */
const lookEvery = 10_000;

/** What was put up in a house, and the time by which it is judged (null where it is not known), for as long as a component lives. */
export function onAir(house: () => string): { readonly rows: BulletinRow[]; readonly moment: Date | null } {
  let now = $state(Date.now());
  $effect(() => {
    const clock = setInterval(() => (now = Date.now()), lookEvery);
    return () => clearInterval(clock);
  });
  const rows = $derived(live(bulletinsOf, [house()], []));
  const facts = live<[], ClockFacts>(clockFacts, [], { skew: null, told: null });
  return {
    get rows() {
      return rows.current;
    },
    get moment() {
      return momentOf(now, facts.current);
    },
  };
}
