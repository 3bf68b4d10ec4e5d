import type { Content } from '$lib/content/parse';
import type { Violation } from '$lib/content/violation';
import type { AppProof } from '$lib/practice/prove-app';
import type { LessonCounts } from './prove-lesson';

/** What every lesson and app is counted by, walked or not, over all languages; `clips` where they were looked at. */
interface TextCounts {
  strings: number;
  clips?: number;
}

/** The proof of one lesson or app. What only a walk can count is missing where something kept it from being walked. */
export interface Proof<Counts> {
  id: string;
  version: number;
  /** The version in the lock; null for a draft. */
  released: number | null;
  counts: TextCounts & Partial<Counts>;
  violations: Violation[];
}

/** A fact to be looked at again. */
export interface Due {
  id: string;
  file: string;
  line: number;
  review: string;
}

/** All content, proved: what stands in it, and everything wrong with it. */
export interface Report {
  content: Content;
  lessons: Proof<LessonCounts & { competencies: number; facts: number }>[];
  apps: Proof<AppProof['counts']>[];
  /** Everything wrong, also what stands in the proofs above. */
  violations: Violation[];
  /** Facts to be looked at again, on or before the given day. */
  due: Due[];
}

/** A report as `npm run lessons -- --json` prints it: counts beside id and version, and each violation once. */
export function reportJson({ lessons, apps, violations, due }: Report) {
  const flat = <Counts>({ counts, violations: own, ...head }: Proof<Counts>) => ({
    ...head,
    ...counts,
    violations: own,
  });
  const owned = new Set([...lessons, ...apps].flatMap((one) => one.violations));
  return {
    lessons: lessons.map(flat),
    apps: apps.map(flat),
    violations: violations.filter((one) => !owned.has(one)),
    due,
  };
}
