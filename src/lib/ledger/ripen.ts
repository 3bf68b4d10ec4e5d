/** What a server said of a house: how far a verified backup of it holds, and when that was, by both clocks (ms since 1970). */
export interface Told {
  safe: number;
  server: number;
  here: number;
}

/** How far the events of a house may be let go, and what becomes of that next. */
export interface Ripening {
  /** Every event up to this number has been in a backup for at least `ripeAfter`. */
  ripe: number;
  /** The mark that ripens: how far a backup held, and when this device was told so. */
  next: Told;
}

/** A backup has to be known for so long (ms) before anything is let go because of it: 30 days (sync design). */
export const ripeAfter = 30 * 24 * 3_600_000;

/**
 * Takes in what was told. A mark ripens when both the server's clock and the device's own have gone on for 30 days since
 * it was told: neither of them, set forward, lets anything go early, and one that was set back begins to wait anew.
 * So any backup of the last 30 days can be restored and holds what was let go. One mark ripens at a time; what is let go
 * is therefore between 30 and 60 days in a backup. Told less than before (backups were lost), it believes the less.
 */
export function ripen(known: Ripening | undefined, told: Told): Ripening {
  if (!known) return { ripe: 0, next: told };
  const ripe = Math.min(known.ripe, told.safe);
  const { next } = known;
  const [server, here] = [told.server - next.server, told.here - next.here];
  if (told.safe < next.safe || server < 0 || here < 0) return { ripe, next: told };
  if (server < ripeAfter || here < ripeAfter) return ripe === known.ripe ? known : { ripe, next };
  return { ripe: next.safe, next: told };
}
