import { addressBar } from '$lib/ui/drawings/address-bar';
import { balanceAlert } from '$lib/ui/drawings/balance-alert';
import { billCheck } from '$lib/ui/drawings/bill-check';
import { celebrate } from '$lib/ui/drawings/celebrate';
import { faceCheck } from '$lib/ui/drawings/face-check';
import { hangUp } from '$lib/ui/drawings/hang-up';
import { hookedLink } from '$lib/ui/drawings/hooked-link';
import { marketStall } from '$lib/ui/drawings/market-stall';
import { maskedCall } from '$lib/ui/drawings/masked-call';
import { message } from '$lib/ui/drawings/message';
import { pastedQr } from '$lib/ui/drawings/pasted-qr';
import { phoneAndCard } from '$lib/ui/drawings/phone-and-card';
import { powerBill } from '$lib/ui/drawings/power-bill';
import { proud } from '$lib/ui/drawings/proud';
import { secretCode } from '$lib/ui/drawings/secret-code';
import type { Picture } from '$lib/ui/drawings/shape';
import { storeOnly } from '$lib/ui/drawings/store-only';
import { threeC } from '$lib/ui/drawings/three-c';
import { threeRules } from '$lib/ui/drawings/three-rules';
import { together } from '$lib/ui/drawings/together';

/** The drawings that lessons may name. */
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

/** The names that a lesson may use, for the checker. */
export const pictureNames: readonly string[] = Object.keys(pictures);

/** The drawing of that name; undefined where there is none. */
export function pictureNamed(name: string): Picture | undefined {
  return pictures[name];
}
