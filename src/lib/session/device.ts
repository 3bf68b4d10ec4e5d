import { LedgerStore } from '$lib/ledger/store';

/** The one database of this browser. */
export const store = new LedgerStore();

/** A kiosk stands in a public room; a phone or tablet is in somebody's hand. */
export type Profile = 'kiosk' | 'phone';

/** What the installer told the device, and the token it got when it was paired. */
export interface Pairing {
  token: string;
  house: { id: string; name: string };
}

/** How large things are here: the profile, and CSS pixels per millimetre of this panel. */
export interface Panel {
  profile: Profile;
  mm: number;
}

/** Panels that kiosks have: diagonal in inches and pixels across, from which a millimetre follows. */
export const panels = [
  { id: '10.1', inches: 10.1, width: 1280, height: 800 },
  { id: '15.6', inches: 15.6, width: 1920, height: 1080 },
  { id: '21.5', inches: 21.5, width: 1920, height: 1080 },
  { id: '32', inches: 32, width: 1920, height: 1080 },
] as const;

/** CSS pixels per millimetre of a panel: pixels along the diagonal over its length. */
export function pixelsPerMillimetre(panel: { inches: number; width: number; height: number }): number {
  const diagonal = Math.hypot(panel.width, panel.height);
  return panelFrom(diagonal / (panel.inches * 25.4));
}

/** So much a line of 50 mm grows or shrinks at a time when it is measured: half a millimetre, the least that a ruler shows. */
export const inRuler = 0.01;

/** CSS pixels per millimetre as they may be kept: from a wall of 85 inches to a phone held very close. */
export function panelFrom(mm: number): number {
  return Math.round(Math.min(16, Math.max(1, mm)) * 1000) / 1000;
}

/** What a device is taken for before anybody says: large screens stand like a 21.5" kiosk, small ones are phones. */
export function guessPanel(width: number): Panel {
  return width >= 1000
    ? { profile: 'kiosk', mm: pixelsPerMillimetre(panels[2]) }
    : { profile: 'phone', mm: 6.3 };
}
