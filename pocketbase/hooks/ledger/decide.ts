import { actsFor, vouchers, type AsideState } from '$lib/ledger/desk';
import type { QuarantineReason } from '$lib/ledger/read';
import type { Decide, DecideOutcome } from '$lib/sync/desk';
import { noteDecision } from './aside';
import { courtOf, type Court } from './court';
import { writeThrough } from './durable';
import { recognised } from './erase';
import { judgeSent } from './judge-sealed';
import { deviceSender, staffSender, type Sender } from './sender';
import { readRows, type Db } from './sql';
import { poke } from '../realtime/poke';
import { enter } from './take';

/** A row on a desk, with all that it takes to judge it again. */
interface OnDesk {
  id: string;
  client: string;
  sender: string;
  why: QuarantineReason;
  state: AsideState;
  truncated: boolean;
  row: Record<string, unknown>;
  sentAt: string;
  at: string;
}

/** What came of a decision; null where there is no such row on the desk, 'refused' where it is not the asker's to decide. */
type Decided = DecideOutcome | 'refused' | null;

/** Does what somebody decided about a row, and writes the decision down: both in one transaction, and on the disk. */
export function decide(app: CoreApp, asker: Sender, decision: Decide): Decided {
  let decided: Decided = null;
  writeThrough(app);
  app.runInTransaction((tx) => {
    const row = onDesk(tx.db(), decision.house, decision.id);
    decided = row && decideOn(tx, asker, decision, row);
  });
  if (decided === 'taken') poke(app, decision.house);
  return decided;
}

function decideOn(tx: CoreApp, asker: Sender, decision: Decide, row: OnDesk): Decided {
  const roles = asker.roles.get(decision.house) ?? [];
  if (row.state !== (decision.act === 'reopen' ? 'discarded' : 'open')) return 'decided-before';
  if (!actsFor(row, roles).includes(decision.act)) return 'refused';

  const { id, why } = row;
  const at = new Date().toISOString();
  const reason = 'reason' in decision ? decision.reason : '';
  const note = (state: AsideState, now?: QuarantineReason) =>
    noteDecision(tx.db(), { aside: id, act: decision.act, actor: asker.id, reason, why, at }, state, now);

  if (decision.act === 'discard') {
    note('discarded');
    return 'discarded';
  }
  if (decision.act === 'reopen') {
    note('open');
    return 'reopened';
  }
  const found = again(tx, row, at, decision.act === 'vouch' ? { asker, house: decision.house } : null);
  note(found ? 'open' : 'taken', found ?? why);
  return found ? 'still' : 'taken';
}

/** Judges a row anew, and enters it where it is right by now; answers why it is not, or null. */
function again(
  tx: CoreApp,
  row: OnDesk,
  at: string,
  voucher: { asker: Sender; house: string } | null,
): QuarantineReason | null {
  const court = courtOf(tx, row.client, senderAgain(tx, row.sender));
  const judged = judgeSent(tx, row.row, voucher ? lend(court, row.why, voucher) : court);
  const skew = Date.parse(row.at) - Date.parse(row.sentAt);
  const sending = {
    client: row.client,
    sender: row.sender,
    sentAt: row.sentAt,
    at,
    came: row.at,
    skew: Number.isSafeInteger(skew) ? skew : 0,
  };
  const [result] = enter(tx.db(), sending, recognised(tx.db(), row.client, [judged]));
  return result?.status === 'quarantined' ? result.why : null;
}

/** The sender of a row as they stand now, whom they belonged to when they sent it. */
function senderAgain(app: CoreApp, id: string): Sender {
  const [device] = readRows<[string]>(
    app.db(),
    `SELECT json_array(house) AS row FROM devices WHERE id = {:id}`,
    {
      id,
    },
  );
  return device ? deviceSender(id, device[0]) : staffSender(app, id);
}

/** Lends a sender the voucher's role in the house of the desk: whatever else is wrong with the row is not helped by it. */
function lend(
  court: Court,
  why: QuarantineReason,
  { asker, house }: { asker: Sender; house: string },
): Court {
  const lent = (asker.roles.get(house) ?? []).filter((role) => vouchers[why].includes(role));
  const roles = new Map(court.sender.roles);
  roles.set(house, [...(roles.get(house) ?? []), ...lent]);
  return { ...court, sender: { ...court.sender, roles } };
}

function onDesk(db: Db, house: string, id: string): OnDesk | null {
  const [found] = readRows<Omit<OnDesk, 'truncated'> & { truncated: number }>(
    db,
    `SELECT json_object('id', id, 'client', client, 'sender', sender, 'why', why, 'state', state,
       'truncated', truncated, 'row', json(row), 'sentAt', sent_at, 'at', at) AS row
     FROM quarantine WHERE id = {:id} AND desk = {:house}`,
    { id, house },
  );
  return found ? { ...found, truncated: found.truncated !== 0 } : null;
}
