/** The first hint comes after this long without progress, in milliseconds (Oppia Android's timing). */
const firstHintMs = 60_000;
/** Each further one comes after this long, in milliseconds. */
const nextHintMs = 30_000;
/** Wrong answers that bring the first hint; after it, every one brings the next. */
const wrongBeforeHint = 2;
/** Hints a screen has; after them comes the solution. */
const hintCount = 2;

/** How far help has come on one screen. Times are milliseconds of any clock that the caller keeps to. */
export interface HintLadder {
  /** 0 nothing, 1 and 2 that many hints, 3 the solution too. */
  shown: number;
  /** Wrong answers since the last hint, or since the screen opened. */
  wrong: number;
  /** When the wait for the next hint began. */
  since: number;
}

/** What moves the ladder: a wrong answer, something right, Help pressed, or only time. */
export type HintCause = 'wrong' | 'right' | 'help' | 'time';

/** No help yet on a screen that opens at `now`. */
export function noHints(now: number): HintLadder {
  return { shown: 0, wrong: 0, since: now };
}

/** The ladder after something happened at `now`: it goes up at most one rung, and never down on one screen. */
export function climb(ladder: HintLadder, cause: HintCause, now: number): HintLadder {
  if (cause === 'right') return { ...ladder, wrong: 0, since: now };
  const wrong = ladder.wrong + (cause === 'wrong' ? 1 : 0);
  const enough = ladder.shown === 0 ? wrongBeforeHint : 1;
  const due = cause === 'help' || wrong >= enough || now >= (nextHintAt(ladder) ?? Infinity);
  return due && ladder.shown <= hintCount
    ? { shown: ladder.shown + 1, wrong: 0, since: now }
    : { ...ladder, wrong };
}

/** When the next hint comes by time alone; null after the solution. */
export function nextHintAt(ladder: HintLadder): number | null {
  if (ladder.shown > hintCount) return null;
  return ladder.since + (ladder.shown === 0 ? firstHintMs : nextHintMs);
}

/** True where the solution is to be shown: the player makes the next right control glow. */
export function showsSolution(ladder: HintLadder): boolean {
  return ladder.shown > hintCount;
}
