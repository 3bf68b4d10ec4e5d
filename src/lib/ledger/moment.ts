import type { LedgerEvent } from './event';

/** How the moment of an event stands where `occurred` is not to be believed: when it happened instead, and how sure that is. */
export interface Stands {
  happened: string;
  clock: 'corrected' | 'doubtful';
}

/** When an event happened, for whatever shows or counts a moment or a day; `occurred` alone is what a clock said. ISO, UTC. */
export function happenedOf(event: Pick<LedgerEvent, 'happened' | 'occurred'>): string {
  return [event.happened, event.occurred].find(Boolean) ?? ''; // '' where the database has nothing to say
}

/** The row, marked where nobody can vouch for the day that it was last given by this event. */
export function dated<R extends { doubtful?: true }>(row: R, { clock }: Pick<LedgerEvent, 'clock'>): R {
  const { doubtful, ...certain } = row;
  if (clock === 'doubtful') return { ...row, doubtful: true };
  return doubtful ? (certain as R) : row;
}
