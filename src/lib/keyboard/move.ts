const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const;

/**
 * The key that an arrow leads to: the next of its row, or the nearest of the row above or below. Undefined for
 * other keys, and at the edge.
 */
export function towards(arrow: string, from: Element, keys: readonly HTMLElement[]): HTMLElement | undefined {
  if (!(arrow in steps)) return undefined;
  const [right, down] = steps[arrow as keyof typeof steps];
  const here = centre(from);
  const ahead = keys
    .map((key) => ({ key, across: centre(key).x - here.x, away: centre(key).y - here.y }))
    .filter(({ across, away }) =>
      right === 0 ? away * down > 1 : Math.abs(away) <= 1 && across * right > 1,
    );
  const cost = (one: (typeof ahead)[number]) => Math.abs(one.away) * 1000 + Math.abs(one.across);
  return ahead.reduce<(typeof ahead)[number] | undefined>(
    (best, one) => (best && cost(best) <= cost(one) ? best : one),
    undefined,
  )?.key;
}

function centre(element: Element): { x: number; y: number } {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
