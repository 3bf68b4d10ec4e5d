import type { PushResponse, PushResult } from '$lib/sync/protocol';
import type { Judged } from './judge';
import { readRows, run, type Db } from './sql';
import type { Sending } from './write';

/** Writes down that the server answered for these rows: one receipt per number of the device, the first stands. */
export function writeReceipts(
  db: Db,
  sending: Sending,
  rows: readonly Judged[],
  results: readonly PushResult[],
): void {
  const receipts = results.flatMap((result, index) => {
    const dseq = rows[index]?.dseq;
    if (!dseq) return [];
    return [[dseq, result.id, ...statusOf(result)]];
  });
  if (receipts.length === 0) return;
  run(
    db,
    // What was once set aside may be accepted later, after an update or a new membership.
    `INSERT INTO receipts (sender, device, dseq, event, status, why)
     SELECT {:sender}, {:client}, value->>0, value->>1, value->>2, value->>3
     FROM jsonb_each({:receipts}) WHERE true
     ON CONFLICT (device, dseq) DO UPDATE SET sender = excluded.sender, event = excluded.event,
       status = excluded.status, why = excluded.why WHERE receipts.status = 'quarantined'`,
    { receipts: JSON.stringify(receipts), sender: sending.sender, client: sending.client },
  );
}

/** How many rows of a client the server ever answered for, and the highest number among them. */
export function receiptsOf(db: Db, client: string): PushResponse['receipts'] {
  const [totals] = readRows<PushResponse['receipts']>(
    db,
    `SELECT json_object('count', count(*), 'max', coalesce(max(dseq), 0)) AS row
     FROM receipts WHERE device = {:client}`,
    { client },
  );
  return totals ?? { count: 0, max: 0 };
}

function statusOf(result: PushResult): [status: string, why: string] {
  return result.status === 'quarantined' ? ['quarantined', result.why] : ['ok', ''];
}
