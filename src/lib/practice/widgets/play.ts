import type { PracticeApp } from '$lib/content/app';
import { appNamespace } from '$lib/content/ids';
import type { PracticeAction } from '../actions';
import type { PracticeContext } from '../context';

/** What a widget needs to draw itself and to say what was done to it. */
export interface Play {
  app: PracticeApp;
  /** The id of the screen. */
  at: string;
  context: PracticeContext;
  /** What words and cards show: the values of persona, place and scene. */
  variables: Record<string, string>;
  /** What Help points at. */
  glow: PracticeAction | null;
  /** The field that the screen's own keyboard writes into. */
  active: string | null;
  /** False where the device brings a keyboard of its own. */
  ownKeyboard: boolean;
  act: (action: PracticeAction) => void;
  /** A field is being written into. */
  focus: (field: string) => void;
}

/** The id of a text of the app: `app-vneid:identify.send`. */
export function wordsOf({ app }: Play, path: string): string {
  return `${appNamespace(app.id)}:${path}`;
}

/** True where Help points at a control, or at one of its options. */
export function isLit({ glow }: Play, control: string, option?: string): boolean {
  return glow?.control === control && glow.option === option;
}

/** The option of a list that is taken, the first where there are several. */
export function takenOf({ context }: Play, list: string): string | undefined {
  return context.picks[list]?.[0];
}
