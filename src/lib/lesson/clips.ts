import { appNamespace, lessonNamespace } from '$lib/content/ids';
import type { Manifest } from '$lib/narration/manifest';
import type { Report } from './report';

/** A report in which each lesson and app also says how many of its strings have a clip, over all languages. */
export function withClips(report: Report, manifests: Manifest[]): Report {
  const counts = new Map<string, number>();
  for (const manifest of manifests)
    for (const id of new Set(Object.values(manifest).flatMap(({ ids }) => ids))) {
      const [namespace = ''] = id.split(':');
      counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
    }
  const counted = <One extends { id: string; counts: object }>(
    all: One[],
    namespace: (id: string) => string,
  ) => all.map((one) => ({ ...one, counts: { ...one.counts, clips: counts.get(namespace(one.id)) ?? 0 } }));
  return {
    ...report,
    lessons: counted(report.lessons, lessonNamespace),
    apps: counted(report.apps, appNamespace),
  };
}
