const form = /^nha-so:(\d+)$/;

/**
 * The name of this window, which lives exactly as long as the window does, whatever pages are shown in it: given by the first
 * page after the browser was started. '' where there is no window.
 */
export function windowName(now: number): string {
  if (typeof window === 'undefined') return '';
  if (!form.test(window.name)) window.name = `nha-so:${now}`;
  return window.name;
}

/** When a window was named (ms, by the device's clock then). */
export function namedAt(name: string): number {
  return Number(form.exec(name)?.[1]);
}
