import { expect, test } from 'vitest';
import type { Graph } from './explore';
import { tours } from './tour';

/** States are letters; `a:x>b` is an edge from a to b by x. */
function graphOf(...edges: string[]): Graph<string, string> {
  const graph: Graph<string, string> = new Map();
  const node = (key: string) => {
    const known = graph.get(key) ?? { key, snapshot: key, edges: [] };
    graph.set(key, known);
    return known;
  };
  for (const edge of edges) {
    const [, from = '', event = '', to = ''] = /(\w):(\w)>(\w)/.exec(edge) ?? [];
    node(from).edges.push({ event, to, after: to });
    node(to);
  }
  return graph;
}
const takes = (state: string, event: string) => [`${state}${event}`];
const said = (all: ReturnType<typeof tours<string, string>>) =>
  all.map((tour) => tour.map(({ before, event }) => before + event).join(' '));

test('one tour takes everything on a ring', () => {
  const graph = graphOf('a:x>b', 'b:y>c', 'c:z>a', 'a:w>a');
  expect(said(tours(graph, takes, ['ax', 'by', 'cz', 'aw']))).toEqual(['ax by cz aw']);
});

test('where there is no way back, another tour begins at the start', () => {
  const graph = graphOf('a:x>b', 'a:y>c', 'b:z>d', 'c:z>d');
  expect(said(tours(graph, takes, ['ax', 'ay', 'bz', 'cz']))).toEqual(['ax bz', 'ay cz']);
});

test('goes through what was taken before, by the shortest way, to what was not', () => {
  const graph = graphOf('a:x>b', 'b:y>a', 'b:z>c', 'c:y>b');
  expect(said(tours(graph, takes, ['ax', 'by', 'bz', 'cy']))).toEqual(['ax by ax bz cy']);
});

test('what nobody can take is left out, and it ends', () => {
  const graph = graphOf('a:x>b');
  expect(said(tours(graph, takes, ['ax', 'qq']))).toEqual(['ax']);
});

test('what a node does not tell apart is thought over after every step', () => {
  // The graph believes that x leads to b; really it leads to c the first time.
  const graph = graphOf('a:x>b', 'b:y>a', 'c:z>a');
  let times = 0;
  const after = (state: string, event: string) => {
    if (state + event !== 'ax') return 'a';
    times += 1;
    return times === 1 ? 'c' : 'b';
  };
  expect(said(tours(graph, takes, ['ax', 'by', 'cz'], { after, key: (state) => state }))).toEqual([
    'ax cz ax by',
  ]);
});
