import { writeThrough } from '../ledger/durable';

/**
 * A device that is marked as revoked loses its token with the same write: 401 from then on, whatever happens to the
 * power.
 */
export function voidTokenOfRevoked(e: core.RecordEvent): void {
  const record = e.record;
  if (record?.getBool('revoked') && !record.original().getBool('revoked')) {
    writeThrough($app);
    record.refreshTokenKey();
  }
  e.next();
}
