import type { Sender } from './sender';
import { readRows } from './sql';

/** What the rows of a push are judged against. */
export interface Court {
  client: string;
  sender: Sender;
  /** True where the client's id is that of a paired device. */
  paired: boolean;
  /** True where what the sender brings counts among the numbers that the client has used. */
  counts: boolean;
}

/** Who brings rows, and of which client. */
export function courtOf(app: CoreApp, client: string, sender: Sender): Court {
  const house = houseOfDevice(app, client);
  const counts = sender.device
    ? sender.id === client
    : house === null || sender.roles.has(house) || hasBrought(app, client, sender.id);
  return { client, sender, paired: house !== null, counts };
}

/** The house that a paired device stands in; null for a client that is not paired. */
function houseOfDevice(app: CoreApp, client: string): string | null {
  const [found] = readRows<[string]>(
    app.db(),
    `SELECT json_array(house) AS row FROM devices WHERE id = {:client}`,
    { client },
  );
  return found?.[0] ?? null;
}

/**
 * True where rows by this sender count for the client already: staff who left the house, or used the tablet
 * before it was paired. Else a kiosk would count more than the server and believe it had forgotten.
 */
function hasBrought(app: CoreApp, client: string, sender: string): boolean {
  const found = readRows(
    app.db(),
    `SELECT json_array(dseq) AS row FROM receipts WHERE device = {:client} AND sender = {:sender} LIMIT 1`,
    { client, sender },
  );
  return found.length > 0;
}
