import type { PushRequest, PushResponse, PushResult } from '$lib/sync/protocol';
import { safeOf } from '../backup/safe';
import { beginToWrite, writeThrough } from './durable';
import { holds, marksOf } from './chain';
import { withStanding } from './clock-said';
import { courtOf } from './court';
import { emptyLaid } from './empty';
import { erase, recognised, withoutErased } from './erase';
import { epochOf } from './epoch';
import type { Judged } from './judge';
import { judgeSent } from './judge-sealed';
import { number } from './number';
import { project } from './project';
import { receiptsOf, writeReceipts } from './receipts';
import { laidAside, leaveOut, noteTaken, writeQuarantine } from './aside';
import type { Sender } from './sender';
import { poke } from '../realtime/poke';
import type { Db } from './sql';
import { writeEvents, type Sending } from './write';

/**
 * Takes custody of a batch: every row ends as ok, dup or quarantined, durably, before the answer is given.
 * Rows are judged outside the transaction and handed to SQLite as whole sets, so that it stays short.
 */
export function take(app: CoreApp, sender: Sender, request: PushRequest): PushResponse {
  const court = courtOf(app, request.client, sender);
  const rows = request.rows.map((row) => judgeSent(app, row, court));
  const now = new Date();
  const skew = now.getTime() - Date.parse(request.sentAt);
  const sending: Sending = {
    client: request.client,
    sender: sender.id,
    sentAt: request.sentAt,
    at: now.toISOString(),
    skew: Number.isSafeInteger(skew) ? skew : 0,
  };

  let results: PushResult[] = [];
  let forked = false;
  let marks: PushResponse['marks'] = {};
  let receipts: PushResponse['receipts'] = { count: 0, max: 0 };
  writeThrough(app);
  app.runInTransaction((tx) => {
    beginToWrite(tx.db());
    forked = Object.entries(request.marks).some(
      ([house, mark]) => sender.roles.has(house) && !holds(tx.db(), house, mark),
    );
    const known = recognised(tx.db(), request.client, rows);
    const before = laidAside(tx.db(), request.client, known);
    results = enter(tx.db(), sending, leaveOut(known, before));
    writeQuarantine(tx.db(), sending, known, results);
    emptyLaid(tx.db(), request.client, known, results);
    noteTaken(tx.db(), sending, before, known, results);
    marks = marksOf(tx.db(), [...sender.roles.keys()]);
    if (!sender.device || sender.id === request.client) receipts = receiptsOf(tx.db(), request.client);
  });
  for (const house of housesEntered(rows, results)) poke(app, house);
  const safe = safeOf(app.db(), [...sender.roles.keys()]);
  return { epoch: epochOf(app), results, receipts, forked, marks, safe, now: sending.at };
}

/**
 * Answers for judged rows, inside a transaction: what is new and right goes into the ledger, is numbered and folded (of who
 * is erased, what may stay), and every row gets its receipt. The only way into the ledger, for what is pushed and for what somebody takes up again.
 */
export function enter(db: Db, sending: Sending, rows: readonly Judged[]): PushResult[] {
  const { results, accepted } = number(db, rows);
  const kept = withStanding(sending, withoutErased(db, accepted));
  writeEvents(db, sending, kept);
  project(db, kept);
  erase(db, kept);
  writeReceipts(db, sending, rows, results);
  return results;
}

/** The houses whose ledgers are longer now. */
function housesEntered(rows: readonly Judged[], results: readonly PushResult[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ house }, at) => (results[at]?.status === 'ok' ? house : [])));
}
