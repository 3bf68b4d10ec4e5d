import * as v from 'valibot';

/** Sizes of text, as `data-text` in tokens.css names them; the second is where everybody begins. */
export const textSizes = ['1', '2', '3', '4'] as const;

/** Colours, as `data-theme` in tokens.css names them. VVSG 2.0 7.1-C: one of low and two of high contrast beside the usual. */
export const themes = ['normal', 'contrast-light', 'contrast', 'gentle'] as const;

/** How fast is read, in per cent of the speed a text was recorded at. VVSG 2.0: 50–200 % in 6 to 8 steps. */
export const rates = [50, 75, 100, 125, 150, 175, 200] as const;

/** How loud, in per cent of what the machine gives: steps of no more than 10 dB (VVSG 2.0 7.1-K). */
export const volumes = [10, 20, 40, 60, 80, 100] as const;

const shape = v.object({
  text: v.fallback(v.picklist(textSizes), '2'),
  theme: v.fallback(v.picklist(themes), 'normal'),
  rate: v.fallback(v.picklist(rates), 100),
  volume: v.fallback(v.picklist(volumes), 80),
  /** Whatever is touched is read aloud. */
  readOnTouch: v.fallback(v.boolean(), true),
  /** Every new screen is read aloud when it comes. */
  readScreens: v.fallback(v.boolean(), false),
});

/** What somebody may choose of how they see and hear. */
export type Choices = v.InferOutput<typeof shape>;

/** The choices in what a phone has kept; whatever is missing or not known any more is as at first. */
export function choicesFrom(kept: unknown): Choices {
  return v.parse(shape, typeof kept === 'object' && kept !== null ? kept : {});
}

/** What everybody begins with. */
export const first: Choices = choicesFrom(null);

/** The next of a row up (1) or down (-1) from a step; null at the end of the row. */
export function nextStep<Step>(row: readonly Step[], step: Step, way: 1 | -1): Step | null {
  return row[row.indexOf(step) + way] ?? null;
}

/**
 * The text size of the practice phone on a kiosk, which stands beside other things: the smallest until somebody asks
 * for larger, then as large as they ask; a step less on a low panel, where a button would not fit under its words,
 * and the smallest there beside a keyboard of letters.
 */
export function phoneText(text: Choices['text'], low: boolean, besideLetters = false): Choices['text'] {
  if (low && besideLetters) return '1';
  const size = { 1: '1', 2: '1', 3: low ? '2' : '3', 4: low ? '3' : '4' } as const;
  return size[text];
}

/**
 * The text size of what stands beside that phone: on a low panel the largest step would leave no place beside it, and
 * a keyboard of letters has its five rows only at the step where everybody begins.
 */
export function besideText(text: Choices['text'], low: boolean, besideLetters = false): Choices['text'] {
  if (low && besideLetters) return '2';
  return low && text === '4' ? '3' : text;
}
