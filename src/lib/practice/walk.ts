import type { PracticeApp } from '$lib/content/app';
import type { Persona } from '$lib/content/persona';
import { actionsAt } from './actions';
import type { PracticeEvent } from './context';
import { explore, type Graph } from './explore';
import { practiceMachine, screenOf, type PracticeMachine, type PracticeSnapshot } from './machine';
import type { Way } from './screen-state';

/** All that can happen in an app on one way. */
export interface Walk {
  machine: PracticeMachine;
  graph: Graph<PracticeSnapshot, PracticeEvent>;
}

/** Walks an app over everything a resident can do in it, right and wrong. */
export function walk(app: PracticeApp, persona: Persona, way: Way): Walk {
  const machine = practiceMachine(app, persona, way);
  const graph = explore(
    machine,
    (snapshot) => actionsAt(app, persona, snapshot).map(({ event }) => event),
    keyOf,
  );
  return { machine, graph };
}

/** What makes a state itself: all that guards can see. How often somebody erred on the way is no part of it. */
export function keyOf(snapshot: PracticeSnapshot): string {
  const { values, picks, messages } = snapshot.context;
  const taken = Object.entries(picks).flatMap(([field, options]) =>
    options.map((option) => `${field}.${option}`),
  );
  return JSON.stringify([
    screenOf(snapshot),
    Object.entries(values)
      .map(([field, value]) => `${field}=${value}`)
      .sort(),
    taken.sort(),
    messages.map(({ id }) => id).sort(),
  ]);
}

/** The slip that led from one snapshot to the next; null for a right or harmless action. */
export function slipBetween(before: PracticeSnapshot, after: PracticeSnapshot): string | null {
  return after.context.wrong > before.context.wrong ? (after.context.slip?.id ?? null) : null;
}
