import * as v from 'valibot';
import { sealedRowSchema, type SealedRow } from '$lib/ledger/sealed';
import { open } from '../sealing/open';
import type { Court } from './court';
import { dseqOf, judge, type Judged } from './judge';

/**
 * Judges a row as it was sent: one that is sealed is opened first, and then judged exactly as if it had been sent open, so
 * that the same event is a duplicate either way. Never throws.
 */
export function judgeSent(app: CoreApp, sent: Record<string, unknown>, court: Court): Judged {
  const row = sealedRow(sent);
  if (!row) return judge(sent, court);
  const event = open(app, row.sealed);
  const { off, clock } = row; // learnt after it was sealed, so they lie beside the seal
  const said = { ...(off !== undefined && { off }), ...(clock && { clock }) };
  return event && isOf(row, event) ? judge({ ...event, ...said }, court) : unreadable(row, court);
}

/** Most rows are not sealed, and a schema costs the hooks' engine more than a look. */
function sealedRow(sent: Record<string, unknown>): SealedRow | null {
  return 'sealed' in sent && v.is(sealedRowSchema, sent) ? sent : null;
}

/** A seal holds for one row only: what lies in another's place is none. */
function isOf(row: SealedRow, event: Record<string, unknown>): boolean {
  return (['id', 'house', 'device', 'dseq'] as const).every((name) => event[name] === row[name]);
}

/** It is kept as it came: the right key may come back with another backup. */
function unreadable(sent: SealedRow, court: Court): Judged {
  return {
    id: sent.id,
    dseq: dseqOf(sent, court),
    house: sent.house,
    hash: $security.sha256(JSON.stringify(sent)),
    sent,
    said: null,
    verdict: { why: 'unreadable' },
  };
}

/** How many keys the sealed rows among these have between them. */
export function keysOf(rows: readonly Record<string, unknown>[]): number {
  const keys = rows.flatMap((row) => {
    const sealed = sealedRow(row);
    return sealed ? [sealed.sealed.key] : [];
  });
  return new Set(keys).size;
}
