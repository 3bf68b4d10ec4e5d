import type { BulletinRow } from '$lib/ledger/kinds/bulletin-row';

/** What decides what plays, the least first: content by itself, what staff put up, an emergency. */
export type Slot = 'default' | 'time' | 'emergency';

/** A bulletin that was put up. */
export type Posted = BulletinRow & { posted: NonNullable<BulletinRow['posted']> };

/**
 * Whether a bulletin is up. `moment` is the time, null where it is not known: then what is up only for a time stays down,
 * but an emergency does not, for one that is shown too long does less harm than one that nobody sees.
 */
export function isUp(row: BulletinRow, moment: Date | null): row is Posted {
  if (!row.posted || row.withdrawn) return false;
  const { until } = row.posted;
  if (until === null) return true;
  return moment ? moment.toISOString() < until : row.tier === 'emergency';
}

/** What decides what plays now. */
export function slot(rows: readonly BulletinRow[], moment: Date | null): Slot {
  const up = rows.filter((row) => isUp(row, moment));
  if (up.some(({ tier }) => tier === 'emergency')) return 'emergency';
  return up.length > 0 ? 'time' : 'default';
}

/** The emergencies that are on, the newest first; where one is real, exercises are over. */
export function emergencies(rows: readonly BulletinRow[], moment: Date | null): Posted[] {
  const on = newestFirst(rows.filter((row) => isUp(row, moment))).filter(({ tier }) => tier === 'emergency');
  const real = on.filter(({ posted }) => !posted.test);
  return real.length > 0 ? real : on;
}

/** Bulletins in the order of when they were put up, the newest first; the same order on every screen. */
export function newestFirst<Row extends BulletinRow>(rows: readonly Row[]): Row[] {
  const at = (row: Row) => `${row.posted?.at ?? row.withdrawn?.at ?? ''} ${row.bulletin}`;
  return [...rows].sort((one, other) => (at(one) < at(other) ? 1 : -1));
}
