import { loadavg } from 'node:os';

/** What one part of `npm run bench` measured. A missed target is told like a met one: both are findings. */
export interface Report {
  columns: string[];
  rows: (string | number)[][];
  /** What was hoped for, what came of it, and whether that is good enough; null where there is no target. */
  targets: { target: string; found: string; met: boolean | null }[];
  /** What must be known to read the figures. */
  notes: string[];
  /** How busy the machine was (mean of a minute), after each round. */
  load: number[];
}

/** How much there is to measure; each part has a size that it takes where none is named. */
export interface Size {
  events?: number;
}

/** How busy the machine is. */
export function busy(): number {
  return round(loadavg()[0] ?? 0, 2);
}

/** A quantile of figures, 0.5 for the median; 0 of none. */
export function quantile(figures: readonly number[], at: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? 0;
}

/** A figure with so many places after the point. */
export function round(figure: number, places = 0): number {
  return Number(figure.toFixed(places));
}

/** How long something takes (ms), and what came of it. */
export async function timed<Result>(act: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
  const began = performance.now();
  const result = await act();
  return { ms: performance.now() - began, result };
}
