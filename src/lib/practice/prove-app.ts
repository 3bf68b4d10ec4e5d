import type { PracticeApp } from '$lib/content/app';
import { hintKeys } from '$lib/content/ids';
import { asks } from '$lib/content/keys';
import type { Persona } from '$lib/content/persona';
import type { Source } from '$lib/content/source';
import type { Violation } from '$lib/content/violation';
import { codeless, neverTaken, rightValues, stuck, unreached } from './app-faults';
import { coverage } from './explore';
import { slipBetween, walk } from './walk';

/** What walking a whole app found. */
export interface AppProof {
  counts: {
    screens: number;
    states: number;
    /** Transitions the machine declares, and those taken on the walk. */
    transitions: number;
    taken: number;
    /** Everything that can be done in all states, and what of it is wrong. */
    actions: number;
    wrongActions: number;
    /** Different slips those make. */
    slips: number;
    hints: number;
  };
  violations: Violation[];
}

/** Proves an app from its start: all of it can be come to, all of it happens, and nobody is ever stuck. */
export function proveApp(app: PracticeApp, source: Source, persona: Persona): AppProof {
  const wrongFrom = rightValues(app, source, persona);
  const way = walk(app, persona, { from: app.start });
  const { declared, untaken } = coverage(way.machine, way.graph);
  const moves = [...way.graph.values()].flatMap(({ snapshot, edges }) =>
    edges.map(({ after }) => slipBetween(snapshot, after)),
  );
  const slips = moves.filter((slip) => slip !== null);
  const asking = Object.entries(app.screens).filter(([, screen]) => asks(screen));
  return {
    counts: {
      screens: Object.keys(app.screens).length,
      states: way.graph.size,
      transitions: declared,
      taken: declared - untaken.length,
      actions: moves.length,
      wrongActions: slips.length,
      slips: new Set(slips).size,
      hints: asking.flatMap(([id]) => hintKeys(id)).length,
    },
    violations: [
      ...wrongFrom,
      ...unreached(app, source, way),
      ...untaken.flatMap((transition) => neverTaken(app, source, way, transition)),
      ...stuck(app, source, way),
      ...codeless(app, source, way),
    ],
  };
}
