import { tick } from 'svelte';
import type { PracticeAction } from '$lib/practice/actions';
import { whenDrawn } from '$lib/practice/drawn-control';
import { screenOf } from '$lib/practice/machine';
import { nameOf } from '$lib/practice/names';
import { t } from '$lib/words/words.svelte';
import { Demonstration, type After } from './demonstration.svelte';
import type { PracticeRun } from './practice-run.svelte';

/** What is said of an action before it is done. */
export interface Caption {
  k: 'show:press' | 'show:type' | 'show:pick';
  vars: { what: string; value?: string };
}

interface Stage {
  /** Where the practice app is drawn. */
  root: () => Element | undefined;
  /** What the words of the app may show. */
  variables: () => Record<string, string>;
  /** Says the caption that is shown, and resolves when it has been said. */
  say: () => Promise<unknown>;
  after: After;
}

/** A demonstration on screen: what it points at, and the caption of what it is about to do. */
export class Showing {
  #demonstration = $state.raw<Demonstration | null>(null);
  #target = $state.raw<Element | null>(null);
  /** What is about to be done, and the string id of what that is called. */
  #about = $state.raw<{ action: PracticeAction; name: string } | null>(null);
  #seek: () => void = () => undefined;

  constructor(private readonly stage: Stage) {}

  get demonstration(): Demonstration | null {
    return this.#demonstration;
  }

  /** The control that the pointer is on. */
  get target(): Element | null {
    return this.#demonstration?.current ? this.#target : null;
  }

  get caption(): Caption | null {
    return this.#about && captionOf(this.#about.action, t(this.#about.name, this.stage.variables()));
  }

  /** Plays the solution of a task from where it stands, until what it returns is called. */
  play(task: PracticeRun): () => void {
    const demonstration = new Demonstration({
      next: () => task.next(),
      act: (action) => task.act(action),
      say: (action) => this.#say(task, action),
      after: this.stage.after,
    });
    this.#demonstration = demonstration;
    demonstration.begin();
    return () => {
      demonstration.stop();
      this.#seek();
      this.#demonstration = this.#target = this.#about = null;
    };
  }

  async #say({ app, snapshot }: PracticeRun, action: PracticeAction): Promise<void> {
    const name = nameOf(app, screenOf(snapshot), action);
    this.#about = name === undefined ? null : { action, name };
    await tick(); // the screen of the action is drawn
    this.#seek();
    this.#target = null;
    this.#seek = whenDrawn(this.stage.root(), action, (control) => (this.#target = control));
    await this.stage.say();
  }
}

function captionOf({ event }: PracticeAction, what: string): Caption {
  if (event.type === 'enter') return { k: 'show:type', vars: { what, value: event.value } };
  return { k: event.type === 'pick' ? 'show:pick' : 'show:press', vars: { what } };
}
