import type { LedgerEvent, Mark, SequencedEvent } from '$lib/ledger/event';
import type { Kind, Role } from '$lib/ledger/kind';
import { kinds } from '$lib/ledger/kinds';
import { readEvent, viewFor } from '$lib/ledger/read';
import type { PullResponse } from '$lib/sync/protocol';
import { safeOf } from '../backup/safe';
import { holds, marksOf } from './chain';
import { epochOf } from './epoch';
import { readRows, type Db } from './sql';

/** What is asked of a house's ledger. */
export interface Asked {
  house: string;
  since: number;
  limit: number;
  roles: readonly Role[];
  /** What the asker was told before of this house's history. */
  mark: Mark | undefined;
}

/** What is given: the events as the text of a list, and all the rest. */
export interface Given {
  events: string;
  rest: Omit<PullResponse, 'events' | 'cardKey'>;
}

/** Gives the events of a house after a number, as far as any of the roles may see them. */
export function give(app: CoreApp, asked: Asked): Given {
  // The head is read first: whatever is numbered up to it has been committed, for numbers are taken in
  // the writing transaction.
  const mark = marksOf(app.db(), [asked.house])[asked.house] ?? { seq: 0, chain: '' };
  const readable = kinds.filter((kind) => asked.roles.some((role) => kind.may.read.includes(role)));
  const page = pageOf(app.db(), asked, mark.seq, readable);
  return {
    // For whoever may see all of it, the database has written the text already: reading it here only to write it
    // again would take three times as long.
    events: readable.every((kind) => seesAll(asked.roles, kind))
      ? page.events
      : JSON.stringify(
          (JSON.parse(page.events) as SequencedEvent[]).flatMap((event) => seenBy(asked.roles, event) ?? []),
        ),
    rest: {
      epoch: epochOf(app),
      // Below `since` where a restored server has fewer events than the asker has seen.
      next: page.more ? page.last : mark.seq,
      more: page.more,
      forked: asked.mark !== undefined && !holds(app.db(), asked.house, asked.mark),
      mark,
      safe: safeOf(app.db(), [asked.house])[asked.house] ?? 0,
      now: new Date().toISOString(),
    },
  };
}

/** Events as the text of a list; what stands in an envelope needs no signs before it (see `eventSchema`). */
const eventText = `'{"id":"' || id || '","house":"' || house || '","household":"' || household || '","person":"' || person ||
  '","author":"' || author || '","kind":"' || kind || '","v":' || v || ',"payload":' || payload || ',"device":"' ||
  device || '","dseq":' || dseq || ',"occurred":"' || occurred || '","seq":' || seq ||
  iif(happened = '', '', ',"happened":"' || happened || '","clock":"' || clock || '"') || iif(erased, ',"erased":true}', '}')`;

const asked = `FROM events WHERE house = {:house} AND seq > {:since} AND seq <= {:head}
  AND kind IN (SELECT value FROM json_each({:kinds}))`;

/** The next events of some kinds up to the head, the number of the last of them, and whether there are more. */
function pageOf(
  db: Db,
  { house, since, limit }: Asked,
  head: number,
  readable: readonly Kind[],
): { events: string; last: number; more: boolean } {
  const params = { house, head, kinds: JSON.stringify(readable.map(({ name }) => name)) };
  const page = new DynamicModel({ events: '', count: 0, last: 0 });
  db.newQuery(
    `SELECT '[' || coalesce(group_concat(text, ','), '') || ']' AS events, count(*) AS count,
       coalesce(max(seq), 0) AS last FROM (SELECT ${eventText} AS text, seq ${asked} ORDER BY seq LIMIT {:limit})`,
  )
    .bind({ ...params, since, limit })
    .one(page);
  const { events, count, last } = page;
  const more =
    count === limit &&
    readRows(db, `SELECT json_array(seq) AS row ${asked} LIMIT 1`, { ...params, since: last }).length > 0;
  return { events, last, more };
}

const seesAll = (roles: readonly Role[], kind: Kind): boolean =>
  roles.some((role) => kind.may.read.includes(role) && !kind.view?.[role]);

/** An event as the widest of the roles sees it; nothing where none may. */
export function seenBy(roles: readonly Role[], event: SequencedEvent): SequencedEvent | null {
  const kind = kinds.find((candidate) => candidate.name === event.kind);
  if (kind && seesAll(roles, kind)) return event;
  const readers = roles.filter((role) => kind?.may.read.includes(role));
  // A view is written for the payload as it is now.
  const read = readEvent(event as LedgerEvent);
  if ('why' in read) return event.erased && readers.length > 0 ? event : null; // nothing is left to be seen in part
  for (const role of readers) {
    const payload = viewFor(role, read.event);
    if (payload) return { ...read.event, payload, seq: event.seq };
  }
  return null;
}
