import type { KeptEvent } from '$lib/ledger/store';
import type { PersonRow } from '$lib/ledger/kinds/person-registered';

/** So much is held of one kind. */
export interface HeldOfKind {
  kind: string;
  count: number;
}

/** What is held about somebody, kind by kind, in the order in which each kind came first. */
export function heldByKind(events: readonly Pick<KeptEvent, 'kind'>[]): HeldOfKind[] {
  const counts = new Map<string, number>();
  for (const { kind } of events) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

/**
 * All that is held about somebody as the text of a JSON file, for them to take away. Ids of others (who wrote it down, on
 * which device) are not theirs and stay out.
 */
export function fileOf(
  person: PersonRow,
  house: string,
  events: readonly KeptEvent[],
  made: Date,
): { name: string; text: string } {
  const { name, birthYear, number } = person;
  const held = events.map(({ kind, v, occurred, happened, clock, payload }) => {
    return { kind, v, occurred, ...(happened && { happened, clock }), payload };
  });
  const file = { house, made: made.toISOString(), person: { name, birthYear, number }, events: held };
  return { name: `nha-so-${number}.json`, text: `${JSON.stringify(file, null, 2)}\n` };
}
