import type { HouseSet } from '$lib/ledger/kinds/house-set';

/** When a house is open, from Monday on; see `house.set`. */
export type Hours = HouseSet['hours'];

const [minute, day, week] = [60_000, 1440, 7 * 1440];

/** Minutes since the beginning of a Monday at the house (UTC+7, no summer time; 1970 began on a Thursday). */
function minuteOfWeek(now: number): number {
  return (((Math.floor(now / minute) + 7 * 60 + 3 * day) % week) + week) % week;
}

/** The times of a week at which a house is open, in minutes since Monday, in order. */
function spansOf(hours: Hours): { from: number; to: number }[] {
  return hours.flatMap((spans, at) =>
    spans.map(({ from, to }) => ({ from: at * day + from, to: at * day + to })),
  );
}

/**
 * Since when a house is open without a break (ms), as far back as a week; null where it is closed. Open up to midnight and
 * again from midnight on is no break.
 */
export function openSince(hours: Hours, now: number): number | null {
  const spans = spansOf(hours);
  const at = minuteOfWeek(now);
  let first = spans.find(({ from, to }) => from <= at && at < to);
  if (!first) return null;
  let open = at - first.from;
  for (let looked = 1; looked < spans.length; looked++) {
    const start: number = first.from;
    const before: typeof first | undefined = spans.find(({ to }) => to % week === start);
    if (!before) break;
    open += before.to - before.from;
    first = before;
  }
  return (Math.floor(now / minute) - open) * minute;
}

/** What is wrong with the times of one day, where something is: the code of a sentence. */
export type HoursProblem = 'form' | 'backwards' | 'overlap' | 'many';

/** So often may a house open on one day (`house.set`). */
const mostSpans = 4;

/**
 * The times of one day as somebody types them: «7:30-11:30, 13:30-17:00», nothing for a closed day; 24:00 (or 0:00 as an
 * end) is midnight. Answers what is wrong where it cannot be read.
 */
export function readHours(typed: string): Hours[number] | HoursProblem {
  const parts = typed.split(/[,;\n]+/).filter((part) => part.trim() !== '');
  if (parts.length > mostSpans) return 'many';
  const spans: Hours[number] = [];
  for (const part of parts) {
    const [from = null, to = null, ...more] = part.split(/[-–—]|đến|to/).map(readClock);
    if (from === null || to === null || more.length > 0 || from === day) return 'form';
    const end = to === 0 ? day : to;
    if (end <= from) return 'backwards';
    spans.push({ from, to: end });
  }
  spans.sort((a, b) => a.from - b.from);
  return spans.some(({ from }, at) => from < (spans[at - 1]?.to ?? 0)) ? 'overlap' : spans;
}

/** «7», «7:30», «7h30», «07.30», «7 giờ» as minutes of the day; null for what is none. */
function readClock(typed: string): number | null {
  const [, hours = '', minutes = '0'] =
    /^\s*(\d{1,2})\s*(?:(?:[:.h]|giờ)\s*(\d{2})?)?\s*$/i.exec(typed) ?? [];
  const at = Number(hours) * 60 + Number(minutes);
  return hours === '' || Number(minutes) > 59 || at > day ? null : at;
}

/** The times of one day as they are typed; '' for a closed day. */
export function writeHours(spans: Hours[number]): string {
  return spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(', ');
}

const clock = (at: number) => `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
