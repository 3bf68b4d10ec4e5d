import type { Writing } from './typing';
import { compose, erase } from './vietnamese';

/**
 * Lets a keyboard of keys and springs write as the one on screen does, into fields that this one is for
 * (`inputmode="none"`). What an input method composes by itself is left alone, and so is a caret that is not at
 * the end. Answers what takes the listener away again.
 */
export function alsoPhysical(writing: () => Writing): () => void {
  function before(event: InputEvent) {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || field.inputMode !== 'none' || field.readOnly) return;
    const { value, selectionStart, selectionEnd } = field;
    if (event.isComposing || selectionStart !== value.length || selectionEnd !== value.length) return;
    const next = after(value, event, writing());
    if (next === undefined) return;
    event.preventDefault();
    field.value = next;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: event.inputType }));
  }
  document.addEventListener('beforeinput', before);
  return () => document.removeEventListener('beforeinput', before);
}

/** What should stand there; undefined where the browser itself does just that. */
function after(value: string, { inputType, data }: InputEvent, writing: Writing): string | undefined {
  if (inputType === 'deleteContentBackward') return erase(value, writing);
  if (inputType !== 'insertText' || data === null) return undefined;
  const next = compose(value, data, writing);
  return next === value + data ? undefined : next;
}
