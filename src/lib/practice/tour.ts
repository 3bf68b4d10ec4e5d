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
 */
export function tours<State, Event>(
  graph: Graph<State, Event>,
  takes: (state: State, event: Event) => string[],
  wanted: Iterable<string>,
): Leg<State, Event>[][] {
  const left = new Set(wanted);
  const start = [...graph.keys()][0];
  const all: Leg<State, Event>[][] = [];
  if (start === undefined) return all;
  let tour: Leg<State, Event>[] = [];
  let at = start;
  while (left.size > 0) {
    const way = wayToNew(graph, at, (state, event) => takes(state, event).some((name) => left.has(name)));
    if (way.legs.length === 0) {
      if (tour.length === 0) break; // what is left nobody can take from the start
      all.push(tour);
      tour = [];
      at = start;
      continue;
    }
    for (const leg of way.legs) for (const name of takes(leg.before, leg.event)) left.delete(name);
    tour.push(...way.legs);
    at = way.end;
  }
  return tour.length > 0 ? [...all, tour] : all;
}

/** The shortest way from a state to the first thing that is new, that thing included; no legs where there is none. */
function wayToNew<State, Event>(
  graph: Graph<State, Event>,
  from: string,
  isNew: (state: State, event: Event) => boolean,
): { legs: Leg<State, Event>[]; end: string } {
  const cameBy = new Map<string, { from: string; leg: Leg<State, Event> } | null>([[from, null]]);
  for (const key of cameBy.keys()) {
    const node = graph.get(key);
    for (const { event, to, after } of node?.edges ?? []) {
      if (!node) continue;
      const leg = { before: node.snapshot, event, after };
      if (isNew(node.snapshot, event)) return { legs: [...back(cameBy, key), leg], end: to };
      if (!cameBy.has(to)) cameBy.set(to, { from: key, leg });
    }
  }
  return { legs: [], end: from };
}

function back<State, Event>(
  cameBy: Map<string, { from: string; leg: Leg<State, Event> } | null>,
  key: string,
): Leg<State, Event>[] {
  const legs: Leg<State, Event>[] = [];
  for (let step = cameBy.get(key); step; step = cameBy.get(step.from)) legs.unshift(step.leg);
  return legs;
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
