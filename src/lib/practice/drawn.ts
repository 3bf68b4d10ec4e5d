import type { PracticeApp } from '$lib/content/app';
import type { Source } from '$lib/content/source';
import type { Path, Violation } from '$lib/content/violation';
import { pictureNames } from '$lib/ui/drawings/named';
import { signNames } from './signs';

/** Every picture and sign that an app names has been drawn. */
export function drawn(app: PracticeApp, source: Source): Violation[] {
  return Object.entries(app.screens).flatMap(([id, screen]) =>
    screen.shows.flatMap((widget, index): Violation[] => {
      const at: Path = ['screens', id, 'shows', index];
      if (widget.kind === 'picture' && !pictureNames.includes(widget.id))
        return [
          source.violation(
            at,
            'unknown-picture',
            `there is no picture ${widget.id}`,
            `Choose one of ${pictureNames.join(', ')}, or draw it in src/lib/ui/drawings and name it in named.ts.`,
          ),
        ];
      const rows = widget.kind === 'list' ? widget.rows : widget.kind === 'tabs' ? widget.bar : [];
      return rows.flatMap(({ icon }) =>
        icon === undefined || signNames.includes(icon)
          ? []
          : [
              source.violation(
                at,
                'unknown-sign',
                `there is no sign ${icon}`,
                `Choose one of ${signNames.join(', ')}, or draw it in src/lib/practice/signs.ts.`,
              ),
            ],
      );
    }),
  );
}
