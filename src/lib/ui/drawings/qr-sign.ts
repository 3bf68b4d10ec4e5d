import { box, type Shape } from './shape';

/** A payment code as a sign to be scanned, its corner at (x, y), `side` wide; a picture of one, no camera reads it. */
export function qrSign(x: number, y: number, side: number): Shape[] {
  const unit = side / 12;
  const eye = (dx: number, dy: number) => box(x + dx * unit, y + dy * unit, 3 * unit, 3 * unit, 1);
  return [
    { d: box(x, y, side, side, 3), fill: 'paper' },
    { d: eye(1.5, 1.5), fill: 'plum' },
    { d: eye(7.5, 1.5), fill: 'plum' },
    { d: eye(1.5, 7.5), fill: 'plum' },
    { d: `M${x + 8 * unit} ${y + 8 * unit}h.01M${x + 10 * unit} ${y + 10 * unit}h.01` },
    { d: `M${x + 10 * unit} ${y + 7.5 * unit}h.01M${x + 7.5 * unit} ${y + 10.2 * unit}h.01` },
  ];
}
