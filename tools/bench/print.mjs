import { cpus } from 'node:os';
import { say } from '../say.mjs';

/** @typedef {import('../../tests/bench/report').Report} Report */

/**
 * Prints what a part measured, as a table or as one JSON document.
 * @param {string} part
 * @param {Report} report
 * @param {boolean} json
 */
export function print(part, report, json) {
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? '' };
  if (json) return say(JSON.stringify({ part, machine, ...report }));
  const lines = [report.columns, ...report.rows].map((row) => row.map(String));
  const widths = report.columns.map((_, at) => Math.max(...lines.map((row) => row[at]?.length ?? 0)));
  for (const row of lines) say(row.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('  '));
  for (const { target, found, met } of report.targets)
    say(`${met === null ? '·' : met ? '✓' : '✘ missed:'} ${target}: ${found}`);
  for (const note of report.notes) say(`  ${note}`);
  say(`  ${machine.cores} cores; load while it ran: ${report.load.join(', ')}`);
}
