import { circle, type ArtColour, type Shape } from './shape';

/** How somebody wears their head: own hair, white hair in a bun, or a nón lá. */
export type Head = 'hair' | 'bun' | 'hat';

/** Somebody from the waist up, the head's middle at (x, y): about 52 wide, 80 high. */
export function somebody(x: number, y: number, head: Head, shirt: ArtColour): Shape[] {
  const heads: Record<Head, Shape[]> = {
    hair: [
      {
        d: `M${x - 15} ${y + 2}A15 15 0 0 1 ${x + 15} ${y + 2}Q${x + 6} ${y - 1} ${x + 2} ${y - 8}Q${x - 5} ${y} ${x - 15} ${y + 2}Z`,
        fill: 'line',
      },
    ],
    bun: [
      { d: circle(x + 11, y - 14, 5.5), fill: 'paper' },
      {
        d: `M${x - 15} ${y + 2}A15 15 0 0 1 ${x + 15} ${y + 2}Q${x + 4} ${y - 3} ${x} ${y - 9}Q${x - 5} ${y - 2} ${x - 15} ${y + 2}Z`,
        fill: 'paper',
      },
    ],
    hat: [
      {
        d: `M${x - 29} ${y - 2}L${x} ${y - 28}L${x + 29} ${y - 2}Q${x} ${y + 5} ${x - 29} ${y - 2}Z`,
        fill: 'sun',
      },
    ],
  };
  return [
    {
      d: `M${x - 26} ${y + 56}C${x - 27} ${y + 28} ${x - 16} ${y + 18} ${x} ${y + 18}S${x + 27} ${y + 28} ${x + 26} ${y + 56}Z`,
      fill: shirt,
    },
    { d: circle(x, y, 15), fill: 'skin' },
    { d: `M${x - 5} ${y + 3}v.01M${x + 6} ${y + 3}v.01M${x - 4} ${y + 8.5}q4.5 3.5 9 0` },
    ...heads[head],
  ];
}

/** A hand that points up, its fingertip at (x, y); about 44 wide, 56 high. */
export function pointingHand(x: number, y: number): Shape {
  return {
    d: `M${x} ${y}c-4 0-5 3-5 6v22l-5-4c-3-2-7 0-5 4l10 18c3 5 7 7 12 7h8c8 0 13-5 13-13V${y + 26}c0-6-8-6-9-2c0-6-8-6-9-1c0-6-6-6-7-1V${y + 6}c0-3-1-6-3-6Z`,
    fill: 'skin',
  };
}
