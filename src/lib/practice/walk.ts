import type { PracticeApp } from '$lib/content/app';
import type { Cast } from '$lib/content/cast';
import { actionsAt } from './actions';
import type { PracticeEvent } from './context';
import { explore, TooLarge, type Graph } from './explore';
import { rememberedInputs } from './live';
import { practiceMachine, type PracticeMachine, type PracticeSnapshot } from './machine';
import type { Way } from './screen-state';
import { stateKey } from './state-key';

/** All that can happen in an app on one way. */
export interface Walk {
  machine: PracticeMachine;
  graph: Graph<PracticeSnapshot, PracticeEvent>;
}

/** An app has this many moves a screen at most: more is a screen with too much on it, or an app that forgets nothing. */
const mostMovesAScreen = 1_000;

/** Walks an app over everything a resident can do in it, right and wrong. Throws `TooLarge` past what a screen may have. */
export function walk(app: PracticeApp, cast: Cast, way: Way): Walk {
  const machine = practiceMachine(app, cast, way);
  const most = mostMovesAScreen * Object.keys(app.screens).length;
  try {
    const events = (snapshot: PracticeSnapshot) => actionsAt(app, cast, snapshot).map(({ event }) => event);
    return { machine, graph: explore(machine, events, stateKey(app), most) };
  } catch (error) {
    const kept = rememberedInputs(app).join(', ');
    throw error instanceof TooLarge && kept
      ? new TooLarge(most, `; after their screen is left these are still remembered: ${kept}`)
      : error;
  }
}

/** The slip that led from one snapshot to the next; null for a right or harmless action. */
export function slipBetween(before: PracticeSnapshot, after: PracticeSnapshot): string | null {
  return after.context.wrong > before.context.wrong ? (after.context.slip?.id ?? null) : null;
}
