import type { Content } from '../parse';
import type { Violation } from '../violation';

/** No lesson waits, over others or at once, for itself: nobody could begin it. */
export function prerequisitesEnd(content: Content): Violation[] {
  const before = (id: string) => content.lessons[id]?.value.prerequisites ?? [];
  return Object.values(content.lessons)
    .filter(({ value: { id, prerequisites } }) => {
      const met = new Set(prerequisites.filter((other) => other !== id));
      for (const other of met) for (const further of before(other)) met.add(further);
      return met.has(id);
    })
    .map(({ value: { id }, source }) =>
      source.violation(
        ['prerequisites'],
        'prerequisite-cycle',
        `${id} comes before itself`,
        'Take one prerequisite out, so that one of the lessons can be the first.',
      ),
    );
}
