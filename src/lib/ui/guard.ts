/** How long a second tap on the same button counts as the same tap: hands that tremble tap twice. */
export const doubleTapMs = 600;

/** Tells a tap from its echo: true where the tap comes at least `windowMs` after the last one let through. */
export function createGuard(windowMs = doubleTapMs, now: () => number = () => performance.now()) {
  let last = -Infinity;
  return function isNewTap(): boolean {
    const time = now();
    if (time - last < windowMs) return false;
    last = time;
    return true;
  };
}
