import { readRows, type Db } from '../ledger/sql';

/** What the SDK and every browser subscribe to: «this house has something new». */
export const topicOf = (house: string): string => `house/${house}`;

/** Kept with a listener: whose it is, by which key it was let in, and whether it was poked since it last read. */
const accountKept = 'nhaso-account';
const keyKept = 'nhaso-key';
const pokedKept = 'nhaso-poked';

/** Who listens from now on: whenever the account's key is another (revoked, closed, signed out) it hears nothing more. */
export function admit(listener: subscriptions.Client, account: core.Record): void {
  listener.set(accountKept, account.id);
  listener.set(keyKept, account.tokenKey());
}

/**
 * Tells who listens to a house, and may still read it by the database as it is now, how far its ledger has come; nothing
 * else is said. To be called when what is new can be read, outside the transaction that wrote it. A listener is told once
 * until its account reads again: what is not taken off the line does not pile up and hold the writer back.
 */
export function poke(app: CoreApp, house: string): void {
  const broker = app.subscriptionsBroker();
  if (broker.totalClients() === 0) return;
  const listeners = clientsOf(app).filter((listener) => listener.hasSubscription(topicOf(house)));
  if (listeners.length === 0) return;
  const { seq, keys } = standing(app.db(), house);
  for (const listener of listeners) {
    const account = accountOf(listener);
    if (!account || keys.get(account) !== listener.get(keyKept)) broker.unregister(listener.id());
    else if (listener.get(pokedKept) !== true) {
      listener.set(pokedKept, true);
      say(listener, house, seq);
    }
  }
}

/** Tells one account to ask, because something changed about itself: that it is to leave, or may stay. */
export function call(app: CoreApp, account: string, house: string): void {
  for (const listener of clientsOf(app)) {
    if (accountOf(listener) === account && listener.hasSubscription(topicOf(house))) say(listener, house);
  }
}

/** The account reads now: what is new after this is worth another poke. To be called before it reads. */
export function reads(app: CoreApp, account: string): void {
  if (app.subscriptionsBroker().totalClients() === 0) return;
  for (const listener of clientsOf(app)) if (accountOf(listener) === account) listener.unset(pokedKept);
}

function say(listener: subscriptions.Client, house: string, seq?: number): void {
  listener.send(new SubscriptionMessage({ name: topicOf(house), data: JSON.stringify({ seq }) }));
}

function clientsOf(app: CoreApp): subscriptions.Client[] {
  const clients = app.subscriptionsBroker().clients() as { [id: string]: subscriptions.Client };
  return Object.keys(clients).flatMap((id) => clients[id] ?? []);
}

function accountOf(listener: subscriptions.Client): string | undefined {
  return listener.get(accountKept) as string | undefined; // PocketBase's own note is gone with the account's key
}

/** How far a house has come, and the present key of everybody who may read it. */
function standing(db: Db, house: string): { seq: number; keys: ReadonlyMap<string, string> } {
  const rows = readRows<[string, string, number]>(
    db,
    `SELECT json_array(a.id, a.tokenKey, h.seq) AS row FROM houses h JOIN (
       SELECT id, tokenKey FROM devices WHERE house = {:house} AND NOT revoked AND NOT leaving
       UNION SELECT s.id, s.tokenKey FROM memberships m JOIN staff s ON s.id = m.staff
       WHERE m.house = {:house} AND m.ended = '' AND NOT s.closed
     ) a WHERE h.id = {:house}`,
    { house },
  );
  return { seq: rows[0]?.[2] ?? 0, keys: new Map(rows.map(([id, key]) => [id, key])) };
}
