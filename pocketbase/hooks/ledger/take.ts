import type { PushRequest, PushResponse, PushResult } from '$lib/sync/protocol';
import { writeThrough } from './durable';
import { holds, marksOf } from './chain';
import { courtOf } from './court';
import { epochOf } from './epoch';
import { judge } from './judge';
import { number } from './number';
import { project } from './project';
import { receiptsOf, writeReceipts } from './receipts';
import type { Sender } from './sender';
import { writeEvents, writeQuarantine, type Sending } from './write';

/**
 * Takes custody of a batch: every row ends as ok, dup or quarantined, durably, before the answer is given.
 * Rows are judged outside the transaction and handed to SQLite as whole sets, so that it stays short.
 */
export function take(app: CoreApp, sender: Sender, request: PushRequest): PushResponse {
  const court = courtOf(app, request.client, sender);
  const rows = request.rows.map((row) => judge(row, court));
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
    forked = Object.entries(request.marks).some(
      ([house, mark]) => sender.roles.has(house) && !holds(tx.db(), house, mark),
    );
    const numbered = number(tx.db(), rows);
    results = numbered.results;
    writeEvents(tx.db(), sending, numbered.accepted);
    project(tx.db(), numbered.accepted);
    writeReceipts(tx.db(), sending, rows, results);
    writeQuarantine(tx.db(), sending, rows, results);
    marks = marksOf(tx.db(), [...sender.roles.keys()]);
    if (!sender.device || sender.id === request.client) receipts = receiptsOf(tx.db(), request.client);
  });
  return { epoch: epochOf(app), results, receipts, forked, marks, now: sending.at };
}
