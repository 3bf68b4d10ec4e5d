import { addressBar } from './address-bar';
import { balanceAlert } from './balance-alert';
import { billCheck } from './bill-check';
import { celebrate } from './celebrate';
import { faceCheck } from './face-check';
import { hangUp } from './hang-up';
import { hookedLink } from './hooked-link';
import { marketStall } from './market-stall';
import { maskedCall } from './masked-call';
import { message } from './message';
import { pastedQr } from './pasted-qr';
import { phoneAndCard } from './phone-and-card';
import { powerBill } from './power-bill';
import { proud } from './proud';
import { secretCode } from './secret-code';
import type { Picture } from './shape';
import { storeOnly } from './store-only';
import { threeC } from './three-c';
import { threeRules } from './three-rules';
import { together } from './together';

/** The drawings that lessons and apps may name. */
const pictures: Record<string, Picture> = {
  'address-bar': addressBar,
  'balance-alert': balanceAlert,
  'bill-check': billCheck,
  celebrate,
  'face-check': faceCheck,
  'hang-up': hangUp,
  'hooked-link': hookedLink,
  'market-stall': marketStall,
  'masked-call': maskedCall,
  'notice-and-phone': message,
  'pasted-qr': pastedQr,
  'phone-and-card': phoneAndCard,
  'power-bill': powerBill,
  proud,
  'secret-code': secretCode,
  'store-only': storeOnly,
  'three-c': threeC,
  'three-rules': threeRules,
  together,
};

/** The names that a lesson or an app may use, for the checker. */
export const pictureNames: readonly string[] = Object.keys(pictures);

/** The drawing of that name; undefined where there is none. */
export function pictureNamed(name: string): Picture | undefined {
  return pictures[name];
}
