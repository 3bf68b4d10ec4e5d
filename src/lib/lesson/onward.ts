/** What was said of a question does not belong to the next one. */
export const hush = { type: 'hush' as const };

/** The way on from a step, and the way back. */
export interface Ways {
  onward: { NEXT: { target: string; actions: typeof hush } };
  back: { BACK: { target: string; actions: typeof hush } | undefined };
}
