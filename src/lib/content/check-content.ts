import type { Content } from './parse';
import { appShape } from './rules/app-shape';
import { competenciesKnown } from './rules/competencies';
import { datedFacts } from './rules/dated-facts';
import { distinctWords } from './rules/distinct-words';
import { lessonShape } from './rules/lesson-shape';
import { lockKept } from './rules/lock-kept';
import { misconceptions } from './rules/misconceptions';
import { personaFits } from './rules/persona-fits';
import { plainWords } from './rules/plain-words';
import { prerequisitesEnd } from './rules/prerequisites';
import { posterShape } from './rules/poster-shape';
import { reservedData } from './rules/reserved-data';
import { taskScenes } from './rules/task-scenes';
import { tracksKnown } from './rules/tracks';
import { wordsComplete } from './rules/words-complete';
import type { Violation } from './violation';

const rules = [
  appShape,
  lessonShape,
  misconceptions,
  competenciesKnown,
  tracksKnown,
  taskScenes,
  prerequisitesEnd,
  wordsComplete,
  distinctWords,
  personaFits,
  reservedData,
  datedFacts,
  plainWords,
  posterShape,
  lockKept,
];

/** Everything wrong with content that can be seen without walking through it. */
export function checkContent(content: Content): Violation[] {
  return [...content.violations, ...rules.flatMap((rule) => rule(content))];
}
