import type { PracticeApp } from '$lib/content/app';
import type { Persona } from '$lib/content/persona';
import { reaching, type Graph, type Node } from './explore';
import type { PracticeEvent } from './context';
import { screenOf, type PracticeSnapshot } from './machine';
import { nextRight } from './next-right';
import { keyOf, slipBetween, walk } from './walk';

type State = Node<PracticeSnapshot, PracticeEvent>;

/** What walking one way through an app, from a screen to a goal, found. */
export interface WayProof {
  states: number;
  actions: number;
  wrongActions: number;
  /** Right actions from the start to the goal, if `nextRight` is followed. */
  shortest: number;
  /** Screens from which the goal can no more be reached, whatever is done. */
  stuck: string[];
  /** Screens on which following `nextRight` makes a slip, goes in circles or ends before the goal. */
  lost: string[];
}

/** Proves that the goal stays within reach whatever a resident does, and that the solution leads there from anywhere. */
export function proveWay(app: PracticeApp, persona: Persona, way: { from: string; goal: string }): WayProof {
  const { graph } = walk(app, persona, way);
  const atGoal = ({ snapshot }: State) => screenOf(snapshot) === way.goal;
  const free = reaching(graph, atGoal);
  const right = follow(app, persona, graph, way.goal);
  const home = reaching(right, atGoal);
  const moves = [...graph.values()].flatMap(({ snapshot, edges }) =>
    edges.map(({ after }) => slipBetween(snapshot, after)),
  );
  return {
    states: graph.size,
    actions: moves.length,
    wrongActions: moves.filter((slip) => slip !== null).length,
    shortest: lengthOf(right),
    stuck: screensOf(graph, (key) => !free.has(key)),
    lost: screensOf(graph, (key) => free.has(key) && !home.has(key)),
  };
}

/** The graph that is left where everybody does what `nextRight` says and nothing else. */
function follow(
  app: PracticeApp,
  persona: Persona,
  graph: Graph<PracticeSnapshot, PracticeEvent>,
  goal: string,
): Graph<PracticeSnapshot, PracticeEvent> {
  return new Map(
    [...graph].map(([key, node]) => {
      const action = nextRight(app, persona, node.snapshot, goal);
      const told = JSON.stringify(action?.event);
      const edges = node.edges.filter(
        ({ event, after }) => JSON.stringify(event) === told && slipBetween(node.snapshot, after) === null,
      );
      return [key, { ...node, edges }];
    }),
  );
}

function lengthOf(right: Graph<PracticeSnapshot, PracticeEvent>): number {
  let [node] = right.values();
  let length = 0;
  while (node?.edges[0] && length < right.size) {
    node = right.get(keyOf(node.edges[0].after));
    length += 1;
  }
  return length;
}

function screensOf(graph: Graph<PracticeSnapshot, PracticeEvent>, where: (key: string) => boolean): string[] {
  const nodes = [...graph.values()].filter(({ key }) => where(key));
  return [...new Set(nodes.map(({ snapshot }) => screenOf(snapshot)))];
}
