import type { Checkpoint, PracticeApp } from '$lib/content/app';
import type { PracticeEvent } from './context';
import type { Graph } from './explore';
import { screenOf, type PracticeSnapshot } from './machine';

/** The screens that a checkpoint guards and that can be come to from the start of a graph without leaving through it. */
export function bypassed(app: PracticeApp, graph: Graph<PracticeSnapshot, PracticeEvent>): string[] {
  return app.checkpoints.filter((checkpoint) => canBypass(checkpoint, graph)).map(({ before }) => before);
}

function canBypass({ before, screen }: Checkpoint, graph: Graph<PracticeSnapshot, PracticeEvent>): boolean {
  const [start] = graph.values();
  const met = new Set(start ? [start.key] : []);
  for (const key of met) {
    const node = graph.get(key);
    if (!node || screenOf(node.snapshot) === screen) continue;
    if (screenOf(node.snapshot) === before) return true;
    for (const { to } of node.edges) met.add(to);
  }
  return false;
}
