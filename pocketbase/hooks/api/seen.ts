import type { Sender } from '../ledger/sender';
import { run } from '../ledger/sql';

/** A device is noted as heard of once in this time (ms): knowing to the second would cost a write for each request. */
const noteEvery = 60_000;

/** Notes that a device was heard of now. */
export function noteSeen(app: CoreApp, { id, device }: Sender): void {
  if (!device) return;
  const now = Date.now();
  run(app.nonconcurrentDB(), 'UPDATE devices SET seen = {:now} WHERE id = {:id} AND seen < {:before}', {
    id,
    now: new Date(now).toISOString(),
    before: new Date(now - noteEvery).toISOString(),
  });
}
