import type { PracticeApp } from '$lib/content/app';
import { liveNames } from './live';
import { screenOf, type PracticeSnapshot } from './machine';

/**
 * What makes a state itself: the screen, and of all the app remembers only what something can still look at from
 * there, before it is emptied or overwritten (the live variables of the app). Two snapshots with one key do the
 * same forever after. How often somebody erred on the way is no part of it.
 */
export function stateKey(app: PracticeApp): (snapshot: PracticeSnapshot) => string {
  const live = liveNames(app);
  return (snapshot) => {
    const at = screenOf(snapshot);
    const matters = live.get(at);
    const { values, picks, messages, flags } = snapshot.context;
    const kept = [
      ...Object.entries(values).map(([field, value]) => [`field.${field}`, `=${value}`]),
      ...Object.entries(picks).map(([list, taken]) => [`field.${list}`, `:${taken.toSorted().join()}`]),
      ...messages.map(({ id }) => [`message.${id}`, '']),
      ...flags.map((flag) => [`flag.${flag}`, '']),
    ].flatMap(([name = '', value = '']) => (matters?.has(name) ? [name + value] : []));
    return JSON.stringify([at, ...kept.sort()]);
  };
}
