import type { LedgerEvent } from './event';
import { kindByName } from './kinds';
import { personErased } from './kinds/person-erased';
import { readEvent } from './read';

/** The table that says who was erased in a house: a row for each of them, under their id. */
export const erasuresTable = 'erasures';

/** True for what erases the person it is about. */
export function isTombstone(event: LedgerEvent): boolean {
  return event.kind === personErased.name && event.person !== '' && 'event' in readEvent(event);
}

/**
 * What may stay of an event whose person is erased. The envelope stays: it counts, and names nobody. A tombstone stays
 * as it is; of what cannot be read nothing stays, for nobody knows what it holds. Doing it twice changes nothing.
 */
export function reduced<E extends LedgerEvent>(event: E): E {
  if (isTombstone(event)) return event;
  const read = readEvent(event);
  const keeps = kindByName.get(event.kind)?.keeps;
  if ('why' in read || !keeps) return { ...event, payload: {}, erased: true };
  const payload = keeps(read.event.payload) as Record<string, unknown>;
  return { ...event, v: read.event.v, payload, erased: true };
}
