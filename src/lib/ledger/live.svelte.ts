import { liveQuery } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';

/**
 * A query whose answer follows the database, in this tab and from others. Read `.current` in markup or an
 * effect; it holds `initial` until the first answer. Errors of the query keep the last answer.
 */
export function live<Answer>(query: () => Promise<Answer>, initial: Answer): { readonly current: Answer } {
  let answer = initial;
  const subscribe = createSubscriber((update) => {
    const subscription = liveQuery(query).subscribe({
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
