import type { Mark } from '$lib/ledger/event';
import { holds } from '../ledger/chain';
import { readRows } from '../ledger/sql';
import type { Tried } from './try-copy';

/**
 * Looks through the database that is open, which is a copy: SQLite's own check, every house without a gap, and the
 * places that it was made to hold.
 */
export function holdings(app: CoreApp, marks: Record<string, Mark>): Tried {
  const db = app.db();
  const [check] = readRows<{ said: string }>(
    db,
    `SELECT json_object('said', group_concat(quick_check)) AS row FROM pragma_quick_check`,
    {},
  );
  if (check?.said !== 'ok') return { why: 'damaged', events: 0 };
  const houses = readRows<[string, number, number]>(
    db,
    `SELECT json_array(h.id, h.seq, (SELECT count(*) FROM events e WHERE e.house = h.id)) AS row FROM houses h`,
    {},
  );
  const whole = houses.every(([, seq, count]) => seq === count);
  const far = Object.entries(marks).every(([house, mark]) => holds(db, house, mark));
  return { why: whole && far ? '' : 'short', events: houses.reduce((sum, [, , count]) => sum + count, 0) };
}
