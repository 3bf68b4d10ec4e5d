import type { Accepted } from './number';
import { run, type Db } from './sql';

/** Who sent a batch, through which client, when by either clock. */
export interface Sending {
  client: string;
  sender: string;
  sentAt: string;
  at: string;
  /** ms that the server's clock is ahead of the device's; 0 where the device's clock cannot be read. */
  skew: number;
}

/** Puts new events into the ledger. */
export function writeEvents(db: Db, sending: Sending, accepted: readonly Accepted[]): void {
  if (accepted.length === 0) return;
  const rows = accepted.map(({ judged, event: { payload, ...envelope }, seq, chain }) => {
    return { ...envelope, payload: JSON.stringify(payload), hash: judged.hash, seq, chain };
  });
  run(
    db,
    `INSERT INTO events (id, house, household, person, author, kind, v, payload, device, dseq, occurred,
       erased, sent_at, sender, hash, seq, chain, skew, created)
     SELECT value->>'id', value->>'house', value->>'household', value->>'person', value->>'author',
       value->>'kind', value->>'v', value->>'payload', value->>'device', value->>'dseq', value->>'occurred',
       coalesce(value->>'erased', 0),
       {:sentAt}, {:sender}, value->>'hash', value->>'seq', value->>'chain', {:skew}, {:at}
     FROM json_each({:rows})`,
    {
      rows: JSON.stringify(rows),
      sentAt: sending.sentAt,
      sender: sending.sender,
      skew: sending.skew,
      at: sending.at,
    },
  );
}
