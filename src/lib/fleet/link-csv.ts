import type { LinkWeek } from '$lib/sync/fleet';

/** What a table program takes for the beginning of a formula. */
const formula = /^[=+\-@\t\r]/;

/**
 * Lines week by week as a table for others: semicolons, since a Vietnamese table program takes commas for decimals, whole
 * numbers, and nothing where something is not known. `head`: the names of the columns.
 */
export function linkCsv(
  weeks: readonly LinkWeek[],
  nameOf: (house: string) => string,
  head: readonly string[],
): string {
  const rows = weeks.map((one) => [
    nameOf(one.house),
    one.week,
    one.devices,
    one.hours,
    one.beats,
    one.failures,
    one.p50,
    one.p95,
    one.speed === null ? null : Math.round(one.speed / 1000),
  ]);
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const harmless = formula.test(value) ? `'${value}` : value;
  return /[;"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
