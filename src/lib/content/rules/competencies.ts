import type { Content } from '../parse';
import { allRead } from '../read-whole';
import type { Violation } from '../violation';

/** Lessons claim only what stands in `content/competencies`, and nothing stands there that no lesson claims. */
export function competenciesKnown(content: Content): Violation[] {
  const lessons = Object.values(content.lessons);
  const claimed = new Set(lessons.flatMap(({ value }) => value.competencies));
  const unknown = lessons.flatMap(({ value, source }) =>
    value.competencies
      .filter((id) => !content.met.has(`competencies/${id}`))
      .map((id) =>
        source.violation(
          ['competencies'],
          'unknown-competency',
          `there is no competency ${id}`,
          `Name one of content/competencies, or add content/competencies/${id}.yaml.`,
        ),
      ),
  );
  const whole = allRead(content, 'lessons'); // a lesson that could not be read may be the one that claims it
  const unused = Object.values(content.competencies)
    .filter(({ value: { id } }) => whole && !claimed.has(id))
    .map(({ value: { id }, source }) =>
      source.violation(
        ['id'],
        'unused-competency',
        `no lesson claims ${id}`,
        'Claim it in a lesson, or take it out.',
      ),
    );
  return [...unknown, ...unused];
}
