import { session } from './session.svelte';

/** Whoever stands at the screen now: a learner of the house, or a guest. Lives in memory only. */
export interface Visitor {
  /** The person's id; '' for a guest. */
  person: string;
  /** The given name, to greet with; '' for a guest. */
  name: string;
  /** The number on the roll, which also chooses their picture; 0 for a guest. */
  number: number;
}

let visitor = $state.raw<Visitor | null>(null);

/** Who is here; null between two people. */
export const here = {
  get current(): Visitor | null {
    return visitor;
  },
  set current(next: Visitor | null) {
    visitor = next;
  },
};

/** With this the first screen says goodbye before it welcomes the next person. */
export const goodbye = '#bye';

/**
 * The person leaves, the screen forgets: the page is thrown away whole, and with it everything in its memory,
 * its forms and its history entry. What they did is written down first.
 */
export async function leave(): Promise<void> {
  await session.written();
  visitor = null;
  location.replace(`/${goodbye}`);
}
