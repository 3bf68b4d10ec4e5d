import type { Source } from '$lib/ledger/kinds/bulletin-row';
import { endOf, faultOf, tidy } from './compose';

/** What somebody is writing for the screens, until it is put up. */
export class Draft {
  title = $state('');
  text = $state('');
  hours = $state(0);
  /** Somebody tried to go on: what is wrong is said from then on. */
  tried = $state(false);

  /** The words as they are put up; null where something is wrong with them, which is said from now on. */
  ready(): Extract<Source, { title: string }> | null {
    this.tried = true;
    if (faultOf('title', this.title) || faultOf('text', this.text)) return null;
    return { title: tidy(this.title), text: tidy(this.text) };
  }

  /** When it ends that is put up now. */
  until(now: Date): string | undefined {
    return endOf(now, this.hours);
  }
}
