/** A point of the pad, 100 wide and 40 high. */
export type Point = [x: number, y: number];

/** The outline of a drawn line; a point alone is a dot. */
export function stroke(points: readonly Point[]): string {
  const [first, ...rest] = points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return first === undefined
    ? ''
    : `M${first}${(rest.length ? rest : [first]).map((to) => `L${to}`).join('')}`;
}

/** A signature for whoever has it drawn: nobody's. */
export const signature =
  'M18 27C22 12 27 9 27 15S20 30 24 28S32 16 34 18S32 27 36 26S42 18 44 20S42 27 46 26C52 22 54 10 58 12S50 30 56 27S66 18 70 21S72 26 84 20';
