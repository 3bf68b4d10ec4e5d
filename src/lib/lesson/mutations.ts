import type { Files } from '$lib/content/parse';
import type { Violation } from '$lib/content/violation';
import { areas } from './breakages/areas';
import type { Edit } from './breakages/breakage';
import { Prover } from './prove';

/** One breakage and what the checker said to it. */
export interface Mutation {
  area: string;
  what: string;
  rule: string;
  /** What caught it; undefined where the checker let it through, or said something else. */
  caught: Violation | undefined;
  /** All that was said. */
  violations: Violation[];
}

/** Breaks good content in every known way, one at a time, and asks the checker about each. */
export function* mutations(good: Files, today: string): Generator<Mutation> {
  const prover = new Prover();
  for (const [area, rows] of Object.entries(areas))
    for (const [what, rule, said, ...edits] of rows) {
      const { violations } = prover.prove(broken(good, edits), today);
      const caught = violations.find((one) => one.rule === rule && one.message.includes(said));
      yield { area, what, rule, caught, violations };
    }
}

/** The files with some changes. Throws where a text to be replaced is not there: the breakage would break nothing. */
export function broken(good: Files, edits: Edit[]): Files {
  return edits.reduce((files, [file, from, to]) => {
    const before = files[file] ?? '';
    if (!before.includes(from)) throw new Error(`${file} does not hold «${from}»`);
    return { ...files, [file]: before.replace(from, () => to) };
  }, good);
}
