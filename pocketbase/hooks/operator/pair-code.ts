import { codeMinutes, mintCode } from '../api/codes';
import { Complaint } from './complaint';
import { houseWith } from './houses';

const day = 1440;

/** A one-time pairing code of a house, good for ten minutes or as many as are asked for, a day at most. */
export function pairCode(
  app: CoreApp,
  id: string,
  typed = String(codeMinutes),
): { code: string; expires: string } {
  const minutes = Number(typed);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > day) {
    throw new Complaint(
      `Số phút là số nguyên từ 1 đến ${day}, không phải «${typed}».`,
      `The minutes are a whole number from 1 to ${day}, not «${typed}».`,
    );
  }
  return mintCode(app, houseWith(app, id).id, minutes);
}
