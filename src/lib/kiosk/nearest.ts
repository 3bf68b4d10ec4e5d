/** Where something lies on the screen (CSS pixels). */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How far a point lies from a box; 0 inside it (CSS pixels). */
export function distance(x: number, y: number, { left, top, right, bottom }: Box): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/**
 * The one control that a finger which came down beside all of them meant: the nearest within `reach`; null where none is so
 * near, or where another is nearly as near (within half of `reach`), for nobody may be taken at a word they did not say.
 */
export function meant<Of>(
  x: number,
  y: number,
  controls: readonly { of: Of; box: Box }[],
  reach: number,
): Of | null {
  const near = controls
    .map(({ of, box }) => ({ of, far: distance(x, y, box) }))
    .sort((a, b) => a.far - b.far);
  const [first, second] = near;
  if (!first || first.far > reach) return null;
  return second && second.far - first.far < reach / 2 ? null : first.of;
}
