import { appBreakages } from './app';
import type { Breakage } from './breakage';
import { factsBreakages } from './facts';
import { filesBreakages } from './files';
import { lessonBreakages } from './lesson';
import { menuBreakages } from './menu';
import { peopleBreakages } from './people';
import { postersBreakages } from './posters';
import { valuesBreakages } from './values';
import { wordsBreakages } from './words';

/** Every way in which good content is broken on purpose, by what is broken; one file each. */
export const areas: Record<string, Breakage[]> = {
  files: filesBreakages,
  words: wordsBreakages,
  people: peopleBreakages,
  facts: factsBreakages,
  lessons: lessonBreakages,
  apps: appBreakages,
  values: valuesBreakages,
  menu: menuBreakages,
  posters: postersBreakages,
};
