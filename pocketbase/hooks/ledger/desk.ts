import * as v from 'valibot';
import { actsFor, type AsideState } from '$lib/ledger/desk';
import { eventSchema, type SequencedEvent } from '$lib/ledger/event';
import type { Role } from '$lib/ledger/kind';
import type { QuarantineReason } from '$lib/ledger/read';
import type { AsideDecision, AsideResponse, AsideRow, FirstOfId } from '$lib/sync/desk';
import { seenBy } from './give';
import { readRows, type Db } from './sql';
import { storedEvent } from './stored';

/** What is asked of a desk. */
interface Asked {
  house: string;
  state: AsideState;
  after?: string | undefined;
  limit: number;
}

type Roles = ReadonlyMap<string, readonly Role[]>;

/** The rows on the desk of a house that stand so, the newest first, as far as somebody with these roles may see them. */
export function deskOf(db: Db, asked: Asked, roles: Roles): Pick<AsideResponse, 'rows' | 'more'> {
  const { house, state, after = '', limit } = asked;
  const found = readRows<StoredRow>(
    db,
    `${selectRow} WHERE q.desk = {:house} AND q.state = {:state} AND ({:after} = '' OR (q.at, q.id) <
       (SELECT p.at, p.id FROM quarantine p WHERE p.id = {:after} AND p.desk = {:house}))
     ORDER BY q.at DESC, q.id DESC LIMIT {:limit}`,
    { house, state, after, limit: limit + 1 },
  );
  return { rows: shown(db, found.slice(0, limit), house, roles), more: found.length > limit };
}

/** One row on the desk of a house. */
export function rowOn(db: Db, house: string, id: string, roles: Roles): AsideRow | undefined {
  const found = readRows<StoredRow>(db, `${selectRow} WHERE q.id = {:id} AND q.desk = {:house}`, {
    id,
    house,
  });
  return shown(db, found, house, roles)[0];
}

/** How many rows wait on the desk of a house, by the reason. */
export function openOn(db: Db, house: string): AsideResponse['open'] {
  const found = readRows<[QuarantineReason, number]>(
    db,
    `SELECT json_array(why, count(*)) AS row FROM quarantine WHERE desk = {:house} AND state = 'open' GROUP BY why`,
    { house },
  );
  return Object.fromEntries(found);
}

/** A row as the database has it. What was sent is null where only its beginning is kept. */
type StoredRow = Pick<
  AsideRow,
  'id' | 'event' | 'why' | 'state' | 'sender' | 'author' | 'device' | 'deviceName' | 'arrived'
> & { truncated: number; sent: Record<string, unknown> | null };

const selectRow = `SELECT json_object('id', q.id, 'event', q.event, 'why', q.why, 'state', q.state,
    'sender', coalesce(s.name, ''), 'author', coalesce(a.name, ''), 'device', q.client,
    'deviceName', coalesce(d.name, ''), 'arrived', q.at, 'truncated', q.truncated,
    'sent', json(iif(q.truncated, 'null', q.row))) AS row
  FROM quarantine q LEFT JOIN staff s ON s.id = q.sender LEFT JOIN devices d ON d.id = q.client
  LEFT JOIN staff a ON a.id = iif(q.truncated, NULL, q.row->>'author')`;

function shown(db: Db, rows: readonly StoredRow[], house: string, roles: Roles): AsideRow[] {
  const held = roles.get(house) ?? [];
  const decisions = decisionsOn(db, rows);
  const firsts = firstsOf(db, rows, roles);
  return rows.map(({ sent, ...row }) => {
    const stands = { ...row, truncated: row.truncated !== 0 };
    return {
      ...stands,
      ...saidBy(sent),
      ...heldBy(sent, held),
      first: (row.why === 'id_conflict' ? firsts.get(row.event) : null) ?? null,
      may: actsFor(stands, held),
      decisions: decisions.get(row.id) ?? [],
    };
  });
}

/** What the row says of itself, each part where it is sound. */
function saidBy(sent: Record<string, unknown> | null): Pick<AsideRow, 'kind' | 'v' | 'occurred'> {
  const { kind, v: version, occurred } = eventSchema.entries;
  const [named, written, moment] = [
    v.safeParse(kind, sent?.['kind']),
    v.safeParse(version, sent?.['v']),
    v.safeParse(occurred, sent?.['occurred']),
  ];
  return {
    kind: named.success ? named.output : '',
    v: written.success ? written.output : 0,
    occurred: moment.success ? moment.output : '',
  };
}

/** By the read table of the kind, as everywhere; of what has no known kind, nobody is shown what it holds or of whom. */
function heldBy(
  sent: Record<string, unknown> | null,
  roles: readonly Role[],
): Pick<AsideRow, 'payload' | 'person'> {
  const { payload: held, person } = eventSchema.entries;
  const payload = v.is(held, sent?.['payload'])
    ? (seenBy(roles, sent as unknown as SequencedEvent)?.payload ?? null)
    : null;
  return { payload, person: payload && v.is(person, sent?.['person']) ? sent['person'] : '' };
}

function decisionsOn(db: Db, rows: readonly StoredRow[]): Map<string, AsideDecision[]> {
  const found = readRows<AsideDecision & { aside: string }>(
    db,
    `SELECT json_object('aside', c.aside, 'act', c.act, 'by', coalesce(s.name, ''), 'reason', c.reason,
       'state', c.state, 'at', c.at) AS row
     FROM json_each({:ids}) j JOIN decisions c ON c.aside = j.value LEFT JOIN staff s ON s.id = c.actor
     ORDER BY c.at, c.rowid`,
    { ids: JSON.stringify(rows.map(({ id }) => id)) },
  );
  const byRow = new Map<string, AsideDecision[]>();
  for (const { aside, ...decision } of found) byRow.set(aside, [...(byRow.get(aside) ?? []), decision]);
  return byRow;
}

/** What the ledger has under the ids of rows that came second, where somebody with these roles may read it. */
function firstsOf(db: Db, rows: readonly StoredRow[], roles: Roles): Map<string, FirstOfId> {
  const ids = rows.filter(({ why }) => why === 'id_conflict').map(({ event }) => event);
  if (ids.length === 0) return new Map();
  const found = readRows<SequencedEvent & { arrived: string }>(
    db,
    `SELECT json_set(${storedEvent}, '$.arrived', e.created) AS row
     FROM json_each({:ids}) j JOIN events e ON e.id = j.value
     WHERE e.house IN (SELECT value FROM json_each({:houses}))`,
    { ids: JSON.stringify(ids), houses: JSON.stringify([...roles.keys()]) },
  );
  return new Map(
    found.flatMap(({ arrived, ...event }) => {
      const seen = seenBy(roles.get(event.house) ?? [], event);
      if (!seen) return [];
      const { id, seq, kind, device, occurred, payload } = seen;
      return [[id, { seq, kind, device, occurred, arrived, payload }] as const];
    }),
  );
}
