import { hear, type Burst } from './burst';
import { cardTextOf } from './scanned';

/**
 * Hears a scanner that types, until the returned function is called. What a scanner types goes nowhere else: no button
 * is pressed by its Enter, and a field that stood open is put back as it was. `early` is what was typed before.
 */
export function listenToScanner(
  onscan: (text: string) => void,
  early: readonly KeyboardEvent[] = [],
): () => void {
  let burst: Burst | null = null;
  let before: { field: HTMLInputElement; value: string } | null = null;
  const listen = (event: KeyboardEvent) => {
    const { target, key, code, timeStamp, repeat, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey) return;
    const heard = hear(burst, { key, code, at: timeStamp, repeat });
    if (heard.burst?.keys === 1)
      before = target instanceof HTMLInputElement ? { field: target, value: target.value } : null;
    burst = heard.burst;
    if (heard.taken) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (!heard.scan) return;
    if (before && before.field.value !== before.value) {
      before.field.value = before.value;
      before.field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    onscan(cardTextOf(heard.scan));
  };
  addEventListener('keydown', listen, { capture: true });
  for (const event of early) listen(event);
  return () => removeEventListener('keydown', listen, { capture: true });
}
