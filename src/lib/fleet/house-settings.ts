import { warnAfter, type HouseRow } from '$lib/ledger/kinds/house-set';
import type { HouseSettings } from '$lib/sync/fleet';

const [morning, afternoon] = [
  { from: 7 * 60 + 30, to: 11 * 60 + 30 },
  { from: 13 * 60 + 30, to: 17 * 60 },
];
const workday = [morning, afternoon];

/** What holds where nobody has said: an office's hours from Monday to Friday, and the usual wait of a kiosk. */
export const usualSettings: HouseRow = {
  hours: [workday, workday, workday, workday, workday, [], []],
  warnAfter: warnAfter.usual,
};

/** How a house is set up, by what was said last. */
export function settingsFrom(row: HouseRow | undefined): HouseSettings {
  return row ? { ...row, set: true } : { ...usualSettings, set: false };
}
