/** The colours a drawing may use: the `--art-…` tokens. `line` is the ink itself. */
export type ArtColour = 'line' | 'paper' | 'plum' | 'leaf' | 'sun' | 'clay' | 'water' | 'sand' | 'skin';

/**
 * One shape: its outline, and the flat colour laid under it. Without a colour only the ink is drawn; with
 * `bare` only the colour. Colour and ink are printed a little out of register, as in a woodblock print.
 */
export type Shape = { d: string; fill?: ArtColour; bare?: true };

/** A drawing on a 160×120 sheet, back to front. */
export type Picture = readonly Shape[];

/** The outline of a circle. */
export function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

/** The outline of a box with round corners. */
export function box(x: number, y: number, width: number, height: number, r: number): string {
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return (
    `M${x + r} ${y}h${width - 2 * r}${corner(r, r)}v${height - 2 * r}${corner(-r, r)}` +
    `h${2 * r - width}${corner(-r, -r)}v${2 * r - height}${corner(r, -r)}Z`
  );
}
