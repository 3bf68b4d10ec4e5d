import { hangUp } from './hang-up';
import { helper } from './helper';
import { hookedLink } from './hooked-link';
import { house } from './house';
import { secretCode } from './secret-code';
import type { Picture } from './shape';
import { showCard } from './show-card';
import { together } from './together';
import { touch } from './touch';

/** The drawings that posters may name. */
const pictures: Record<string, Picture> = {
  'hang-up': hangUp,
  helper,
  'hooked-link': hookedLink,
  house,
  'secret-code': secretCode,
  'show-card': showCard,
  together,
  touch,
};

/** The names that a poster may use, for the checker. */
export const posterPictures: readonly string[] = Object.keys(pictures);

/** The drawing of a poster; undefined where there is none of that name. */
export function posterPicture(name: string): Picture | undefined {
  return pictures[name];
}
