import { celebrate } from '$lib/ui/drawings/celebrate';
import { message } from '$lib/ui/drawings/message';
import { phoneAndCard } from '$lib/ui/drawings/phone-and-card';
import { proud } from '$lib/ui/drawings/proud';
import { secretCode } from '$lib/ui/drawings/secret-code';
import type { Picture } from '$lib/ui/drawings/shape';
import { threeRules } from '$lib/ui/drawings/three-rules';
import { together } from '$lib/ui/drawings/together';

/** The drawings that lessons may name. */
const pictures: Record<string, Picture> = {
  celebrate,
  'notice-and-phone': message,
  'phone-and-card': phoneAndCard,
  proud,
  'secret-code': secretCode,
  'three-rules': threeRules,
  together,
};

/** The names that a lesson may use, for the checker. */
export const pictureNames: readonly string[] = Object.keys(pictures);

/** The drawing of that name; undefined where there is none. */
export function pictureNamed(name: string): Picture | undefined {
  return pictures[name];
}
