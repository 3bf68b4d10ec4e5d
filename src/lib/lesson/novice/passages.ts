import type { Lesson } from '$lib/content/lesson';
import type { Content } from '$lib/content/parse';
import { expert, novice } from './habits';
import { LessonToWalk } from './walk';

/** How residents who are new to it came through a lesson, against the shortest path. */
export interface Passages {
  lesson: string;
  residents: number;
  finished: number;
  passed: number;
  /** Touches of somebody who does everything right at once. */
  shortest: number;
  mean: number;
  /** 95 of 100 needed no more touches than this. */
  p95: number;
  worst: number;
  /** The seed of who needed the most, to look at. */
  worstSeed: number;
  /** On average for each resident. */
  slips: number;
  hints: number;
  pauses: number;
}

/** Sends residents with seeds one after the other through a lesson. The same seeds come to the same figures. */
export function passages(content: Content, lesson: Lesson, residents: number, firstSeed = 1): Passages {
  const walk = new LessonToWalk(content, lesson);
  const all = Array.from({ length: residents }, (_, index) => ({
    seed: firstSeed + index,
    ...walk.by(novice, firstSeed + index),
  })).sort((one, other) => one.touches - other.touches);
  const worst = all.at(-1);
  const mean = (count: 'touches' | 'slips' | 'hints' | 'pauses') =>
    all.reduce((sum, one) => sum + one[count], 0) / Math.max(1, all.length);
  return {
    lesson: lesson.id,
    residents,
    finished: all.filter(({ finished }) => finished).length,
    passed: all.filter(({ passed }) => passed).length,
    shortest: walk.by(expert, 0).touches,
    mean: mean('touches'),
    p95: all[Math.ceil(all.length * 0.95) - 1]?.touches ?? 0,
    worst: worst?.touches ?? 0,
    worstSeed: worst?.seed ?? firstSeed,
    slips: mean('slips'),
    hints: mean('hints'),
    pauses: mean('pauses'),
  };
}
