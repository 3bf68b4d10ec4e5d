import { session } from './session.svelte';
import { housesOf } from './staff';

let chosen = $state<string | null>(null);

/** The house that a staff member is working in: the one they chose here, else their first. */
export const house = {
  get current(): { id: string; name: string } | null {
    const houses = session.staff ? housesOf(session.staff) : [];
    return houses.find(({ id }) => id === chosen) ?? houses[0] ?? null;
  },
  choose(id: string): void {
    chosen = id;
  },
};
