import type { Content } from '$lib/content/parse';
import type { Violation } from '$lib/content/violation';
import { pictureNames } from '$lib/ui/drawings/named';

/** Every picture that a track names has been drawn. */
export function tracksDrawn(content: Content): Violation[] {
  return Object.values(content.tracks)
    .filter(({ value }) => !pictureNames.includes(value.picture))
    .map(({ value, source }) =>
      source.violation(
        ['picture'],
        'unknown-picture',
        `there is no picture ${value.picture}`,
        `Choose one of ${pictureNames.join(', ')}, or draw it in src/lib/ui/drawings and name it in named.ts.`,
      ),
    );
}
