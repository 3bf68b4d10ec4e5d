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

/** A machine in which more than this can happen is better cut in two; each takes about 0.1 ms to walk. */
const mostMoves = 30_000;

/** More can happen in a machine than is worth walking. */
export class TooLarge extends Error {
  constructor() {
    super(`more than ${mostMoves} things can happen`);
  }
}

/**
 * Walks a machine with its real guards, breadth first. `events` says what can happen in a state; two states are
 * one where their keys agree. Throws `TooLarge` past `mostMoves`.
 */
export function explore<State extends Snapshot<unknown>, Event extends EventObject, Input>(
  machine: ActorLogic<State, Event, Input>,
  events: (snapshot: State) => Event[],
  key: (snapshot: State) => string,
): Graph<State, Event> {
  const map = adjacency(machine, events, key);
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
) {
  try {
    return getAdjacencyMap(machine, { events, serializeState, limit: mostMoves });
  } catch (error) {
    if (error instanceof Error && error.message === 'Traversal limit exceeded') throw new TooLarge();
    throw error;
  }
}

/** The states from which one of `ends` can be reached, the ends among them. */
export function reaching<State, Event>(
  graph: Graph<State, Event>,
  ends: (node: Node<State, Event>) => boolean,
): Set<string> {
  const into = new Map<string, string[]>();
  for (const { key, edges } of graph.values())
    for (const { to } of edges) into.set(to, [...(into.get(to) ?? []), key]);
  const reached = new Set([...graph.values()].filter(ends).map(({ key }) => key));
  for (const key of reached) for (const before of into.get(key) ?? []) reached.add(before);
  return reached;
}

/** The declared transitions, and those among them that no state ever takes. */
export function coverage<State, Event>(machine: AnyStateMachine, graph: Graph<State, Event>) {
  const all = declaredBy(machine);
  const left = new Set(all);
  for (const { snapshot, edges } of graph.values())
    for (const { event } of edges)
      for (const transition of machine.getTransitionData(snapshot as never, event as never))
        left.delete(transition);
  return { declared: all.length, untaken: [...left] };
}

/** Every transition that a machine declares. */
export function declaredBy(machine: AnyStateMachine): ReturnType<AnyStateMachine['getTransitionData']> {
  return declared(machine.root);
}

function declared(state: AnyStateNode): ReturnType<AnyStateMachine['getTransitionData']> {
  return [...[...state.transitions.values()].flat(), ...Object.values(state.states).flatMap(declared)];
}
