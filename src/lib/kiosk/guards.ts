import { meant } from './nearest';

/** How far beside a control a finger may come down and still be taken to mean it (mm): what older hands miss by. */
const reachMm = 3;

const controls = 'button, a[href], label, input, select, textarea, summary, [role="button"]';

/**
 * Guards a public screen against what fingers do by themselves, until the answer is called: no zoom by two fingers, wheel or
 * keys, no menu, no dragging and no marking of text (the rest of that is in base.css), no step back by a key, and a finger
 * that comes down just beside a control is taken to mean it.
 */
export function guardTouch(): () => void {
  const over = new AbortController();
  const { signal } = over;
  const prevent = (event: Event) => event.preventDefault();
  const firmly = { signal, passive: false, capture: true };

  addEventListener('contextmenu', prevent, firmly);
  addEventListener('dragstart', prevent, firmly);
  addEventListener('touchmove', (event) => event.touches.length > 1 && event.preventDefault(), firmly);
  addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), firmly);
  addEventListener(
    'keydown',
    (event) => {
      const zoom = event.ctrlKey && ['+', '-', '=', '0'].includes(event.key);
      const back = event.altKey && ['ArrowLeft', 'ArrowRight'].includes(event.key);
      if (zoom || back || event.key === 'BrowserBack' || event.key === 'BrowserForward')
        event.preventDefault();
    },
    firmly,
  );
  addEventListener('click', helpFinger, { signal });
  return () => over.abort();
}

/** Presses what a finger meant that came down on nothing. Not for a mouse, whose point is where it is seen. */
function helpFinger(event: MouseEvent): void {
  const { target, clientX: x, clientY: y } = event;
  if (!(event instanceof PointerEvent) || event.pointerType !== 'touch' || event.defaultPrevented) return;
  if (!(target instanceof Element) || target.closest(controls)) return;
  const mm = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm')) || 4;
  const within = target.closest('dialog') ?? document.querySelector('dialog:modal') ?? document;
  const near = [...within.querySelectorAll<HTMLElement>(controls)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled'))
    .map((of) => ({ of, box: of.getBoundingClientRect() }));
  const control = meant(x, y, near, reachMm * mm);
  control?.focus();
  control?.click();
}
