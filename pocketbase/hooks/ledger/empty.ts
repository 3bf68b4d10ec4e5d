import * as v from 'valibot';
import { eventSchema, type LedgerEvent } from '$lib/ledger/event';
import { erasuresTable, reduced } from '$lib/ledger/reduced';
import type { PushResult } from '$lib/sync/protocol';
import { apart } from './clock-said';
import type { Judged } from './judge';
import { readRows, run, type Db } from './sql';

/** Empties what lies aside and names one of these people, `[house, person]` each as JSON, who have just been erased. */
export function emptyAbout(db: Db, pairs: string): void {
  const about = `AND (r.house, r.key) IN (SELECT value->>0, value->>1 FROM json_each({:pairs}))`;
  empty(db, about, { pairs });
}

/** Empties what has just been set aside of a client and names somebody who is erased. */
export function emptyLaid(
  db: Db,
  client: string,
  rows: readonly Judged[],
  results: readonly PushResult[],
): void {
  const laid = rows.filter((_row, at) => results[at]?.status === 'quarantined').map(({ hash }) => hash);
  if (laid.length === 0) return;
  const these = 'AND q.client = {:client} AND q.hash IN (SELECT value FROM json_each({:laid}))';
  empty(db, these, { client, laid: JSON.stringify(laid) });
}

/**
 * What was set aside stays, and why, and who decided; what it held of an erased person goes, and what staff wrote when
 * they decided about it. Whatever names the person counts: of what is no sound event nobody knows whom it is about.
 */
function empty(db: Db, where: string, params: { [name: string]: string }): void {
  const found = readRows<{ id: string; row: unknown }>(
    db,
    `SELECT DISTINCT json_object('id', q.id, 'row', json(q.row)) AS row FROM quarantine q
     JOIN rows r ON r.tbl = '${erasuresTable}' AND r.house IN (q.desk, q.house) AND instr(q.row, r.key)
     WHERE q.row->>'erased' IS NOT 1 ${where}`,
    params,
  );
  if (found.length === 0) return;
  const left = found.map(({ id, row }) => [id, JSON.stringify(emptied(row))]);
  run(
    db,
    `UPDATE quarantine SET row = j.value->>1 FROM json_each({:left}) j WHERE quarantine.id = j.value->>0`,
    { left: JSON.stringify(left) },
  );
  run(
    db,
    `UPDATE decisions SET reason = '' WHERE reason != '' AND aside IN (SELECT value->>0 FROM json_each({:left}))`,
    { left: JSON.stringify(left) },
  );
}

/** A row as it was sent without what may not stay: of an event as ever, else the parts of an envelope that are sound. */
function emptied(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null) return ''; // the beginning of a text
  const parts = apart(sent as Record<string, unknown>);
  const event = v.safeParse(eventSchema, parts?.row);
  if (event.success) return { ...reduced(event.output as LedgerEvent), erased: true, ...parts?.said };
  const said = sent as Record<string, unknown>;
  const sound = Object.entries(eventSchema.entries).filter(([part, schema]) => v.is(schema, said[part]));
  return { ...Object.fromEntries(sound.map(([part]) => [part, said[part]])), payload: {}, erased: true };
}
