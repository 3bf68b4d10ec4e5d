import type { PracticeApp } from '$lib/content/app';
import type { Cast } from '$lib/content/cast';
import { hintKeys } from '$lib/content/ids';
import { asks } from '$lib/content/keys';
import type { Source } from '$lib/content/source';
import type { Violation } from '$lib/content/violation';
import { codeless, deadPresses, neverTaken, rightValues, screensOf, stuck, unreached } from './app-faults';
import { bypassed } from './checkpoints';
import { drawn } from './drawn';
import { coverage } from './explore';
import { screenOf } from './machine';
import { slipBetween, walk } from './walk';

/** What walking a whole app found. */
export interface AppProof {
  counts: {
    screens: number;
    scenes: number;
    /** States, on all walks together: from each screen where a task begins, in each scene. */
    states: number;
    /** Transitions the machine declares, and those taken on some walk. */
    transitions: number;
    taken: number;
    /** Everything that can be done in all states, and what of it is wrong. */
    actions: number;
    wrongActions: number;
    /** Different slips those make. */
    slips: number;
    hints: number;
    checkpoints: number;
  };
  violations: Violation[];
}

/**
 * Proves an app from its start and from every screen in `doors`, in each of its scenes: all of it can be come to, all
 * of it happens, nobody is ever stuck, nobody is led past a checkpoint. A door is where some task begins, so that one
 * app can hold several situations.
 */
export function proveApp(
  app: PracticeApp,
  source: Source,
  { persona, place }: Cast,
  doors: string[] = [],
): AppProof {
  const scenes = Object.keys(app.scenes);
  const casts = scenes.length ? scenes.map((scene) => ({ persona, place, scene })) : [{ persona, place }];
  const begins = [...new Set([app.start, ...doors])];
  const proofs = casts.flatMap((cast) => begins.map((from) => proveWalk(app, source, cast, from)));
  const seen = new Set(proofs.flatMap((proof) => [...proof.screens]));
  const [first] = proofs;
  // The machines of two walks differ in numbers and their first screen alone, so their transitions stand in the same order.
  const untaken = (first?.transitions ?? []).filter((_, index) =>
    proofs.every(({ transitions }) => !transitions[index]?.taken),
  );
  const slips = proofs.flatMap((proof) => proof.slips);
  const asking = Object.entries(app.screens).filter(([, screen]) => asks(screen));
  const sum = (of: (proof: (typeof proofs)[number]) => number) =>
    proofs.reduce((all, proof) => all + of(proof), 0);
  return {
    counts: {
      screens: Object.keys(app.screens).length,
      scenes: scenes.length,
      states: sum(({ states }) => states),
      transitions: first?.transitions.length ?? 0,
      taken: (first?.transitions.length ?? 0) - untaken.length,
      actions: sum(({ actions }) => actions),
      wrongActions: slips.length,
      slips: new Set(slips).size,
      hints: asking.flatMap(([id]) => hintKeys(id)).length,
      checkpoints: app.checkpoints.length,
    },
    violations: distinct([
      ...drawn(app, source),
      ...proofs.flatMap(({ violations }) => violations),
      ...unreached(app, source, seen),
      ...untaken.flatMap(({ transition }) => neverTaken(app, source, seen, transition)),
    ]),
  };
}

function proveWalk(app: PracticeApp, source: Source, cast: Cast, from: string) {
  const wrong = rightValues(app, source, cast);
  const way = walk(app, cast, { from });
  const { transitions, untaken, dead } = coverage(way.machine, way.graph);
  const moves = [...way.graph.values()].flatMap(({ snapshot, edges }) =>
    edges.map(({ after }) => slipBetween(snapshot, after)),
  );
  const presses = dead.map(({ snapshot, event }) => ({ screen: screenOf(snapshot), event: event.type }));
  return {
    screens: screensOf(way),
    states: way.graph.size,
    actions: moves.length,
    slips: moves.filter((slip) => slip !== null),
    transitions: transitions.map((transition) => ({ transition, taken: !untaken.includes(transition) })),
    violations: [
      ...wrong,
      ...stuck(app, source, way),
      ...codeless(app, source, way),
      ...deadPresses(app, source, presses),
      ...bypassed(app, way.graph).map((screen) =>
        source.violation(
          ['checkpoints'],
          'checkpoint',
          `${screen} can be come to without looking first`,
          'Let every way there lead through the screen of the checkpoint.',
        ),
      ),
    ],
  };
}

function distinct(violations: Violation[]): Violation[] {
  return [...new Map(violations.map((one) => [`${one.file}:${one.line} ${one.message}`, one])).values()];
}
