import type { Accepted } from './number';
import { run, type Db } from './sql';

/** Who sent a batch, through which client, when by either clock. */
export interface Sending {
  client: string;
  sender: string;
  sentAt: string;
  at: string;
  /** When the rows came, where they lay aside since. */
  came?: string;
  /** ms that the server's clock is ahead of the device's; 0 where the device's clock cannot be read. */
  skew: number;
}

/** Puts new events into the ledger. */
export function writeEvents(db: Db, sending: Sending, accepted: readonly Accepted[]): void {
  if (accepted.length === 0) return;
  const rows = accepted.map(({ judged, event, payload, seq, chain }) => {
    const { id, house, household, person, author, kind, v, device, dseq, occurred, erased } = event;
    // A list, and the payload as a text in it: SQLite takes both apart faster than what nests.
    const envelope = [id, house, household, person, author, kind, v, payload, device, dseq, occurred];
    return [
      ...envelope,
      ...[judged.hash, seq, chain, erased ? 1 : 0],
      ...[event.happened ?? '', event.clock ?? ''],
    ];
  });
  run(
    db,
    `INSERT INTO events (id, house, household, person, author, kind, v, payload, device, dseq, occurred,
       sent_at, sender, hash, seq, chain, erased, happened, clock, skew, created)
     SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8,
       value->>9, value->>10, {:sentAt}, {:sender}, value->>11, value->>12, value->>13, value->>14, value->>15, value->>16,
       {:skew}, {:at}
     FROM jsonb_each({:rows})`,
    {
      rows: JSON.stringify(rows),
      sentAt: sending.sentAt,
      sender: sending.sender,
      skew: sending.skew,
      at: sending.at,
    },
  );
}
