import { linesIn, read } from './read';

/** What is pressed as a whole, and so is read as a whole. */
const controls = 'button, a[href], label, [role="button"], [role="radio"], [role="switch"], [role="tab"]';

/**
 * Reads what is touched, a text or a whole control, until the returned function is called. The touch goes on to
 * where it was meant to go: reading never stands between a person and a button.
 */
export function readOnTouch(root: Document | HTMLElement = document): () => void {
  const listen = (event: Event) => {
    const { target } = event;
    const touched =
      target instanceof Element ? (target.closest(controls) ?? target.closest('[data-say]')) : null;
    if (touched && linesIn(touched).length > 0) void read(touched);
  };
  root.addEventListener('click', listen, { capture: true, passive: true });
  return () => root.removeEventListener('click', listen, { capture: true });
}
