import { tick } from 'svelte';
import type { PracticeAction } from '$lib/practice/actions';
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
  /** Says the caption that is shown, and resolves when it has been said. */
  say: () => Promise<unknown>;
  after: After;
}

/** A demonstration on screen: what it points at, and the caption of what it is about to do. */
export class Showing {
  #demonstration = $state.raw<Demonstration | null>(null);
  #target = $state.raw<Element | null>(null);
  #caption = $state.raw<Caption | null>(null);

  constructor(private readonly stage: Stage) {}

  get demonstration(): Demonstration | null {
    return this.#demonstration;
  }

  /** The control that the pointer is on. */
  get target(): Element | null {
    return this.#demonstration?.current ? this.#target : null;
  }

  get caption(): Caption | null {
    return this.#caption;
  }

  /** Plays the solution of a task from where it stands, until what it returns is called. */
  play(task: PracticeRun): () => void {
    const demonstration = new Demonstration({
      next: () => task.next(),
      act: (action) => task.act(action),
      say: (action) => this.#say(action),
      after: this.stage.after,
    });
    this.#demonstration = demonstration;
    demonstration.begin();
    return () => {
      demonstration.stop();
      this.#demonstration = this.#target = this.#caption = null;
    };
  }

  async #say(action: PracticeAction): Promise<void> {
    await tick(); // the screen of the action is drawn
    const control = controlOf(this.stage.root(), action);
    this.#target = control;
    this.#caption = captionOf(action, control);
    await tick();
    await this.stage.say();
  }
}

/** The control that an action touches, where it is drawn. */
function controlOf(root: Element | undefined, { control, option }: PracticeAction): Element | null {
  const of = option === undefined ? '' : `[data-option="${CSS.escape(option)}"]`;
  return root?.querySelector(`[data-control="${CSS.escape(control)}"]${of}`) ?? null;
}

function captionOf({ event }: PracticeAction, control: Element | null): Caption {
  const what = nameOf(control);
  if (event.type === 'enter') return { k: 'show:type', vars: { what, value: event.value } };
  return { k: event.type === 'pick' ? 'show:pick' : 'show:press', vars: { what } };
}

/** What a control is called, as it stands on screen. */
function nameOf(control: Element | null): string {
  const labelled = control instanceof HTMLInputElement ? control.labels?.[0] : control;
  const said = labelled?.querySelector('[data-say]') ?? labelled;
  return (said?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
