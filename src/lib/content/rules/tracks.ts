import type { Content } from '../parse';
import type { Violation } from '../violation';

/** Each lesson stands under a track there is, and no two tracks claim one place in the menu. */
export function tracksKnown(content: Content): Violation[] {
  const tracks = Object.values(content.tracks);
  return [
    ...Object.values(content.lessons)
      .filter(({ value }) => !content.met.has(`tracks/${value.track}`))
      .map(({ value, source }) =>
        source.violation(
          ['track'],
          'unknown-track',
          `there is no track ${value.track}`,
          'Name a file of content/tracks, or add one.',
        ),
      ),
    ...tracks
      .filter(({ value }, at) => tracks.findIndex((other) => other.value.order === value.order) < at)
      .map(({ value, source }) =>
        source.violation(
          ['order'],
          'twice',
          `two tracks have the order ${value.order}`,
          'Give each track a place of its own.',
        ),
      ),
  ];
}
