import type { PracticeApp } from '$lib/content/app';
import type { Cast } from '$lib/content/cast';
import { bypassed } from './checkpoints';
import { distances, reaching, type Graph, type Node } from './explore';
import type { PracticeEvent } from './context';
import { screenOf, type PracticeSnapshot } from './machine';
import { rightMoves } from './next-right';
import type { Way } from './screen-state';
import { slipBetween, walk } from './walk';

type State = Node<PracticeSnapshot, PracticeEvent>;

/** Whatever somebody has done, the goal is at most so many right actions further away than from the start. */
export const mostExtra = 12;

/** What walking one way through an app, from a screen to a goal, found. */
export interface WayProof {
  states: number;
  actions: number;
  wrongActions: number;
  /** Right actions from the start to the goal, if `nextRight` is followed. */
  shortest: number;
  /** The most right actions that any state is away from the goal. */
  farthest: number;
  /** Screens from which the goal can no more be reached, whatever is done. */
  stuck: string[];
  /** Screens from which no right way leads to the goal, so that `nextRight` knows nothing to do. */
  lost: string[];
  /** Screens more than `mostExtra` right actions further away than the start. */
  far: string[];
  /** Screens behind a checkpoint that can be come to without passing it. */
  bypassed: string[];
}

/** Proves that the goal stays within reach whatever a resident does, and that the solution leads there from anywhere. */
export function proveWay(app: PracticeApp, cast: Cast, way: Required<Way>): WayProof {
  const { graph } = walk(app, cast, way);
  const atGoal = ({ snapshot }: State) => screenOf(snapshot) === way.goal;
  const free = reaching(graph, atGoal);
  const away = distances(rightly(app, cast, graph), atGoal);
  const [start] = graph.keys();
  const shortest = away.get(start ?? '') ?? 0;
  const moves = [...graph.values()].flatMap(({ snapshot, edges }) =>
    edges.map(({ after }) => slipBetween(snapshot, after)),
  );
  return {
    states: graph.size,
    actions: moves.length,
    wrongActions: moves.filter((slip) => slip !== null).length,
    shortest,
    farthest: Math.max(0, ...away.values()),
    stuck: screensOf(graph, (key) => !free.has(key)),
    lost: screensOf(graph, (key) => free.has(key) && !away.has(key)),
    far: screensOf(graph, (key) => (away.get(key) ?? 0) > shortest + mostExtra),
    bypassed: bypassed(app, graph),
  };
}

/** The graph that is left where everybody does only what is right. */
function rightly(
  app: PracticeApp,
  cast: Cast,
  graph: Graph<PracticeSnapshot, PracticeEvent>,
): Graph<PracticeSnapshot, PracticeEvent> {
  return new Map(
    [...graph].map(([key, node]) => {
      const told = new Set(rightMoves(app, cast, node.snapshot).map(({ event }) => JSON.stringify(event)));
      const edges = node.edges.filter(
        ({ event, after }) => told.has(JSON.stringify(event)) && slipBetween(node.snapshot, after) === null,
      );
      return [key, { ...node, edges }];
    }),
  );
}

function screensOf(graph: Graph<PracticeSnapshot, PracticeEvent>, where: (key: string) => boolean): string[] {
  const nodes = [...graph.values()].filter(({ key }) => where(key));
  return [...new Set(nodes.map(({ snapshot }) => screenOf(snapshot)))];
}
