import type { LedgerEvent, Mark, SequencedEvent } from '$lib/ledger/event';
import type { Role } from '$lib/ledger/kind';
import { kinds } from '$lib/ledger/kinds';
import { readEvent, viewFor } from '$lib/ledger/read';
import type { PullResponse } from '$lib/sync/protocol';
import { holds, marksOf } from './chain';
import { epochOf } from './epoch';
import { readRows } from './sql';
import { storedEvent } from './stored';

/** What is asked of a house's ledger. */
export interface Asked {
  house: string;
  since: number;
  limit: number;
  roles: readonly Role[];
  /** What the asker was told before of this house's history. */
  mark: Mark | undefined;
}

/** Gives the events of a house after a number, as far as any of the roles may see them. */
export function give(app: CoreApp, asked: Asked): PullResponse {
  // The head is read first: whatever is numbered up to it has been committed, for numbers are taken in
  // the writing transaction.
  const mark = marksOf(app.db(), [asked.house])[asked.house] ?? { seq: 0, chain: '' };
  const head = mark.seq;
  const readable = kinds.filter((kind) => asked.roles.some((role) => kind.may.read.includes(role)));
  const found = readRows<SequencedEvent>(
    app.db(),
    `SELECT ${storedEvent} AS row
     FROM events e WHERE e.house = {:house} AND e.seq > {:since} AND e.seq <= {:head}
       AND e.kind IN (SELECT value FROM json_each({:kinds}))
     ORDER BY e.seq LIMIT {:limit}`,
    {
      house: asked.house,
      since: asked.since,
      head,
      kinds: JSON.stringify(readable.map((kind) => kind.name)),
      limit: asked.limit + 1,
    },
  );
  const more = found.length > asked.limit;
  const page = more ? found.slice(0, asked.limit) : found;
  return {
    epoch: epochOf(app),
    events: page.flatMap((event) => seenBy(asked.roles, event) ?? []),
    // Below `since` where a restored server has fewer events than the asker has seen.
    next: more ? (page[page.length - 1]?.seq ?? asked.since) : head,
    more,
    forked: asked.mark !== undefined && !holds(app.db(), asked.house, asked.mark),
    mark,
    now: new Date().toISOString(),
  };
}

/** An event as the widest of the roles sees it; nothing where none may. */
export function seenBy(roles: readonly Role[], event: SequencedEvent): SequencedEvent | null {
  const kind = kinds.find((candidate) => candidate.name === event.kind);
  const readers = roles.filter((role) => kind?.may.read.includes(role));
  if (readers.some((role) => !kind?.view?.[role])) return event;
  // A view is written for the payload as it is now.
  const read = readEvent(event as LedgerEvent);
  if ('why' in read) return event.erased && readers.length > 0 ? event : null; // nothing is left to be seen in part
  for (const role of readers) {
    const payload = viewFor(role, read.event);
    if (payload) return { ...read.event, payload, seq: event.seq };
  }
  return null;
}
