import type { QuarantineReason } from '$lib/ledger/read';

/** Rows in groups of one reason each, in the order in which the reasons come up. */
export function byReason<Row extends { why: QuarantineReason }>(
  rows: readonly Row[],
): [why: QuarantineReason, rows: Row[]][] {
  const groups = new Map<QuarantineReason, Row[]>();
  for (const row of rows) groups.set(row.why, [...(groups.get(row.why) ?? []), row]);
  return [...groups];
}
