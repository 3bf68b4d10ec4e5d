import type { LessonCard } from '$lib/content/bundle';
import type { Track } from '$lib/content/track';

/** How far somebody has come with a lesson. */
export type Standing = 'new' | 'begun' | 'done';

/** Ids of lessons somebody has finished, or has begun and not finished. */
export interface Way {
  done: ReadonlySet<string>;
  begun: ReadonlySet<string>;
}

export interface MenuCard {
  card: LessonCard;
  standing: Standing;
}

export interface Menu {
  /** What to do now: what is half done, else what comes next; null where all is done, or all begins. */
  next: MenuCard | null;
  /** The tracks that have lessons, in their order; within a track a lesson comes after what it builds on. */
  tracks: { track: Track; cards: MenuCard[] }[];
}

/** The menu of lessons as it is for one person. */
export function menuOf(cards: readonly LessonCard[], tracks: readonly Track[], { done, begun }: Way): Menu {
  const standing = (id: string): Standing => (done.has(id) ? 'done' : begun.has(id) ? 'begun' : 'new');
  const shown = [...tracks]
    .sort((a, b) => a.order - b.order)
    .map((track) => ({
      track,
      cards: inOrder(cards.filter((card) => card.track === track.id)).map((card) => ({
        card,
        standing: standing(card.id),
      })),
    }))
    .filter(({ cards: some }) => some.length > 0);
  const all = shown.flatMap(({ cards: some }) => some);
  const ready = ({ card }: MenuCard) => card.prerequisites.every((id) => done.has(id));
  const next =
    all.find((one) => one.standing === 'begun') ??
    (all.some((one) => one.standing === 'done')
      ? all.find((one) => one.standing === 'new' && ready(one))
      : undefined);
  return { next: next ?? null, tracks: shown };
}

/** Lessons after those they build on, else as they were; a ring of lessons does not hold the menu up. */
function inOrder(cards: readonly LessonCard[]): LessonCard[] {
  const placed: LessonCard[] = [];
  const waiting = [...cards];
  while (waiting.length > 0) {
    const free = waiting.findIndex(
      (card) => !card.prerequisites.some((id) => waiting.some((other) => other.id === id)),
    );
    placed.push(...waiting.splice(Math.max(free, 0), 1));
  }
  return placed;
}
