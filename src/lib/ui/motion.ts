/** How to bring something into view: gliding, but at once for whoever asked for less motion. */
export function glide(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}
