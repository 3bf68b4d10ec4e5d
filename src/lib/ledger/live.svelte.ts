import { liveQuery } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';

/**
 * A query whose answer follows the database, in this tab and from others. Read `.current` in markup or an
 * effect; it holds `initial` until the first answer. Errors of the query keep the last answer.
 *
 * What the query depends on is given beside it, so that `$derived(live(rowsOf, [house], []))` sees it change:
 * the query itself runs later, where nothing is tracked.
 */
export function live<Args extends readonly unknown[], Answer>(
  query: (...args: Args) => Promise<Answer>,
  args: Args,
  initial: Answer,
): { readonly current: Answer } {
  let answer = initial;
  const subscribe = createSubscriber((update) => {
    const subscription = liveQuery(() => query(...args)).subscribe({
      next: (next) => {
        answer = next;
        update();
      },
      error: (problem: unknown) => console.error(problem),
    });
    return () => subscription.unsubscribe();
  });
  return {
    get current() {
      subscribe();
      return answer;
    },
  };
}
