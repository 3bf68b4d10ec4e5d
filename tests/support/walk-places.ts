import { kioskOnStand, kioskOnWall, phoneAtHome, type Place } from './resident';

/**
 * Where the walk goes: everything on every device, or with `WALK=part` each thing on one of them, so that `npm test`
 * still does every transition by hand: lessons on the kiosk, where they are met first, and apps on the phone, where
 * there is least room.
 */
const part = process.env['WALK'] === 'part';
const everywhere = [kioskOnWall, kioskOnStand, phoneAtHome];

export const lessonPlaces: Place[] = part ? [kioskOnWall] : everywhere;
export const appPlaces: Place[] = part ? [phoneAtHome] : everywhere;
