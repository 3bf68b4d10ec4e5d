import type { Content } from '$lib/content/parse';
import type { Violation } from '$lib/content/violation';
import { posterPictures } from '$lib/ui/drawings/posters';

/** Every picture that a poster names has been drawn. */
export function postersDrawn(content: Content): Violation[] {
  return Object.values(content.posters)
    .filter(({ value }) => !posterPictures.includes(value.picture))
    .map(({ value, source }) =>
      source.violation(
        ['picture'],
        'unknown-picture',
        `there is no picture ${value.picture}`,
        `Choose one of ${posterPictures.join(', ')}, or draw it in src/lib/ui/drawings and name it in posters.ts.`,
      ),
    );
}
