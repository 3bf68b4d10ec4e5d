import type { ActorLogic, AnyStateMachine, AnyStateNode, EventObject, Snapshot } from 'xstate';
import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph';

/** A state that can be come to, with one snapshot of it, and all that can happen there. */
export interface Node<State, Event> {
  key: string;
  snapshot: State;
  edges: { event: Event; to: string; after: State }[];
}

/** All states of a machine by key, the first one first. */
export type Graph<State, Event> = Map<string, Node<State, Event>>;

/** More than this can hardly be walked while somebody waits; each move takes about 0.1 ms. */
const mostMoves = 30_000;

/** More can happen in a machine than is worth walking. */
export class TooLarge extends Error {
  constructor(
    readonly most: number,
    because = '',
  ) {
    super(`more than ${most} things can happen${because}`);
  }
}

/**
 * Walks a machine with its real guards, breadth first. `events` says what can happen in a state; two states are
 * one where their keys agree. Throws `TooLarge` where more than `most` can happen.
 */
export function explore<State extends Snapshot<unknown>, Event extends EventObject, Input>(
  machine: ActorLogic<State, Event, Input>,
  events: (snapshot: State) => Event[],
  key: (snapshot: State) => string,
  most = mostMoves,
): Graph<State, Event> {
  const map = adjacency(machine, events, key, most);
  const graph: Graph<State, Event> = new Map(
    Object.entries(map).map(([id, { state }]) => [id, { key: id, snapshot: state, edges: [] }]),
  );
  for (const { state, event, nextState } of adjacencyMapToArray(map))
    graph.get(key(state))?.edges.push({ event, to: key(nextState), after: nextState });
  return graph;
}

function adjacency<State extends Snapshot<unknown>, Event extends EventObject, Input>(
  machine: ActorLogic<State, Event, Input>,
  events: (snapshot: State) => Event[],
  serializeState: (snapshot: State) => string,
  limit: number,
) {
  try {
    return getAdjacencyMap(machine, { events, serializeState, limit });
  } catch (error) {
    if (error instanceof Error && error.message === 'Traversal limit exceeded') throw new TooLarge(limit);
    throw error;
  }
}

/** The states from which one of `ends` can be reached, the ends among them. */
export function reaching<State, Event>(
  graph: Graph<State, Event>,
  ends: (node: Node<State, Event>) => boolean,
): Set<string> {
  return new Set(distances(graph, ends).keys());
}

/** How many moves each state is away from the nearest of `ends`; no entry where none can be reached. */
export function distances<State, Event>(
  graph: Graph<State, Event>,
  ends: (node: Node<State, Event>) => boolean,
): Map<string, number> {
  const into = new Map<string, string[]>();
  for (const { key, edges } of graph.values())
    for (const { to } of edges) {
      const known = into.get(to);
      if (known) known.push(key);
      else into.set(to, [key]);
    }
  const away = new Map([...graph.values()].filter(ends).map(({ key }) => [key, 0]));
  for (const [key, moves] of away)
    for (const before of into.get(key) ?? []) if (!away.has(before)) away.set(before, moves + 1);
  return away;
}

/** The declared transitions, how many they are, those among them that no state ever takes, and events that no transition takes up. */
export function coverage<State, Event>(machine: AnyStateMachine, graph: Graph<State, Event>) {
  const all = declaredBy(machine);
  const left = new Set(all);
  const dead: { snapshot: State; event: Event }[] = [];
  for (const { snapshot, edges } of graph.values())
    for (const { event } of edges) {
      const taken = machine.getTransitionData(snapshot as never, event as never);
      for (const transition of taken) left.delete(transition);
      if (!taken.length) dead.push({ snapshot, event });
    }
  return { transitions: all, declared: all.length, untaken: [...left], dead };
}

/** Every transition that a machine declares. */
export function declaredBy(machine: AnyStateMachine): ReturnType<AnyStateMachine['getTransitionData']> {
  return declared(machine.root);
}

function declared(state: AnyStateNode): ReturnType<AnyStateMachine['getTransitionData']> {
  return [...[...state.transitions.values()].flat(), ...Object.values(state.states).flatMap(declared)];
}
