import type { PracticeApp } from '$lib/content/app';
import { outcomes, slipsOf } from '$lib/content/inputs';

/** What somebody who makes this slip believes, by name; undefined for a mere slip of the finger or memory. */
export function misconceptionOf(app: PracticeApp, slip: string): string | undefined {
  const dot = slip.indexOf('.');
  const screen = app.screens[slip.slice(0, dot)];
  const made = screen && outcomes(screen).flatMap(([, outcome]) => slipsOf(outcome));
  return made?.find((one) => one.slip === slip.slice(dot + 1))?.misconception;
}
