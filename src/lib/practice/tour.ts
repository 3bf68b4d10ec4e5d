import type { AnyStateMachine } from 'xstate';
import { declaredBy, type Graph } from './explore';

/** One thing done on a tour, and the state before and after it. */
export interface Leg<State, Event> {
  before: State;
  event: Event;
  after: State;
}

/**
 * Tours through a walked machine that together take every transition of `wanted` that anybody can take, each
 * tour from the start on. Greedy: from where it stands a tour goes the shortest way to the nearest transition
 * not taken yet, and a new one begins where none can be come to. `takes` names the transitions an event takes.
 *
 * States that the graph takes for one may still remember different things. `really` then says to which state an
 * event leads from the very state the tour has come to, and which node of the graph that is; the way is thought
 * over after every step.
 */
export function tours<State, Event>(
  graph: Graph<State, Event>,
  takes: (state: State, event: Event) => string[],
  wanted: Iterable<string>,
  really?: { after: (state: State, event: Event) => State; key: (state: State) => string },
): Leg<State, Event>[][] {
  const left = new Set(wanted);
  const [start] = graph.values();
  const all: Leg<State, Event>[][] = [];
  if (!start) return all;
  let tour: Leg<State, Event>[] = [];
  let at = { key: start.key, state: start.snapshot };
  const longest = graph.size * 4; // a tour this long goes in circles
  while (left.size > 0) {
    const way = wayToNew(graph, at.key, (state, event) => takes(state, event).some((name) => left.has(name)));
    if (way.length === 0 || tour.length > longest) {
      if (tour.length === 0 || tour.length > longest) break; // what is left nobody can take
      all.push(tour);
      tour = [];
      at = { key: start.key, state: start.snapshot };
      continue;
    }
    for (const { event, after, to } of really ? way.slice(0, 1) : way) {
      const next = really?.after(at.state, event) ?? after;
      for (const name of takes(at.state, event)) left.delete(name);
      tour.push({ before: at.state, event, after: next });
      at = { key: really?.key(next) ?? to, state: next };
    }
  }
  return tour.length > 0 ? [...all, tour] : all;
}

/** One thing that can be done on the way, and the node it leads to. */
interface Stretch<State, Event> {
  event: Event;
  after: State;
  to: string;
}

/** The shortest way from a node to the first thing that is new, that thing included; empty where there is none. */
function wayToNew<State, Event>(
  graph: Graph<State, Event>,
  from: string,
  isNew: (state: State, event: Event) => boolean,
): Stretch<State, Event>[] {
  const cameBy = new Map<string, { from: string; by: Stretch<State, Event> } | null>([[from, null]]);
  for (const key of cameBy.keys()) {
    const node = graph.get(key);
    for (const by of node?.edges ?? []) {
      if (node && isNew(node.snapshot, by.event)) return [...back(cameBy, key), by];
      if (!cameBy.has(by.to)) cameBy.set(by.to, { from: key, by });
    }
  }
  return [];
}

function back<State, Event>(
  cameBy: Map<string, { from: string; by: Stretch<State, Event> } | null>,
  key: string,
): Stretch<State, Event>[] {
  const way: Stretch<State, Event>[] = [];
  for (let step = cameBy.get(key); step; step = cameBy.get(step.from)) way.unshift(step.by);
  return way;
}

/**
 * Names the transitions that machines declare, by what they are and not by which machine has them, so that two ways
 * through one app can share the work: where it starts, what happens, which guard, where it leads.
 */
export function transitionNames(machine: AnyStateMachine) {
  const nameOf = (one: ReturnType<typeof declaredBy>[number]) =>
    JSON.stringify([
      one.source.path,
      one.eventType,
      one.guard ?? null,
      one.target?.map(({ path }) => path) ?? null,
    ]);
  return {
    all: new Set(declaredBy(machine).map(nameOf)),
    takes: (state: unknown, event: unknown) =>
      machine.getTransitionData(state as never, event as never).map(nameOf),
  };
}
