import { guestId } from '$lib/ledger/guest';
import { deviceId } from '$lib/ledger/record';
import { dropCurtain } from './curtain';
import { store } from './device';
import { session } from './session.svelte';
import { throwPageAway } from './throw-page-away';

/** Whoever stands at the screen now: a learner of the house, or a guest. Lives in memory only. */
export interface Visitor {
  /** The person's id; of a guest at a kiosk that of their visit, '' on a phone. */
  person: string;
  /** The given name, to greet with; '' for a guest. */
  name: string;
  /** The number of their picture; 0 for a guest. */
  picture: number;
  guest: boolean;
  /** The visit as a guest that their card claimed: what they do belongs to it, so that a wrong claim takes nothing along. */
  visit?: string;
}

/** Somebody who says nothing of themselves. At a kiosk what they do belongs together, so that a card can claim it. */
export async function newGuest(): Promise<Visitor> {
  const person = session.pairing ? guestId(await deviceId(store), randomHex()) : '';
  return { person, name: '', picture: 0, guest: true };
}

/** 64 random bits as 16 hexadecimal digits. */
function randomHex(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
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
export const leave = (): Promise<void> => leaveTo(`/${goodbye}`);

/** As `leave`, where something covers the whole screen already: it stands there until the page goes. */
export const leaveCovered = (): Promise<void> => leaveTo(`/${goodbye}`, true);

/** As `leave`, but the next person stands there already: they are asked at once who they are. */
export const handOver = (): Promise<void> => leaveTo('/learn');

async function leaveTo(place: string, covered = false): Promise<void> {
  if (!covered) dropCurtain();
  await session.written();
  visitor = null;
  throwPageAway(place);
}
