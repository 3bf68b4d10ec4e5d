import { shownDays, type LinkDay, type LinkFigures } from '$lib/sync/fleet';

const [hour, day] = [3_600_000, 86_400_000];

/** The days that end with today at the house (UTC+7), each with what was measured on it; null where nothing was. */
export function lastDays(days: readonly LinkDay[], now: number): { day: string; figures: LinkDay | null }[] {
  const today = Math.floor((now + 7 * hour) / day);
  return Array.from({ length: shownDays }, (_, at) => {
    const name = new Date((today - shownDays + 1 + at) * day).toISOString().slice(0, 10);
    return { day: name, figures: days.find((one) => one.day === name) ?? null };
  });
}

/** So much of a picture's height (0–1) is a wait of so many ms: what is felt grows with the root, and 4 s is as bad as more. */
export function heightOf(ms: number): number {
  return Math.sqrt(Math.min(ms, 4_000) / 4_000);
}

/** How many of 100 tries found no server; 0 where nothing was tried. */
export function missedOf({ beats, failures }: Pick<LinkFigures, 'beats' | 'failures'>): number {
  const tries = beats + failures;
  return tries === 0 ? 0 : Math.round((failures / tries) * 100);
}
