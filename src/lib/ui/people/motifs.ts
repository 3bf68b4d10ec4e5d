import { circle, type Shape } from '../drawings/shape';

/** The ids of the twelve motifs, in the order in which numbers choose them; each has a name in the words. */
export const motifIds = [
  'lotus',
  'buffalo',
  'fish',
  'hat',
  'bicycle',
  'boat',
  'starfruit',
  'teapot',
  'rice',
  'bird',
  'sun',
  'leaf',
] as const;
export type MotifId = (typeof motifIds)[number];

/** What each motif looks like, on a 64×64 sheet. */
export const motifs: Record<MotifId, readonly Shape[]> = {
  lotus: [
    { d: 'M32 46C20 45 12 37 11 26C19 26 26 31 29 38Z', fill: 'paper' },
    { d: 'M32 46C44 45 52 37 53 26C45 26 38 31 35 38Z', fill: 'paper' },
    { d: 'M32 14C41 23 41 37 32 46C23 37 23 23 32 14Z', fill: 'paper' },
    { d: 'M20 52Q32 57 44 52' },
  ],
  buffalo: [
    { d: 'M23 27C22 38 26 52 32 52S42 38 41 27Z', fill: 'paper' },
    { d: 'M11 16C10 30 20 33 32 33S54 30 53 16C49 24 43 26 38 25H26C21 26 15 24 11 16Z', fill: 'line' },
    { d: 'M27.5 38v.01M36.5 38v.01M30 46.500v.01M34 46.500v.01' },
  ],
  fish: [
    { d: 'M41 32L54 22V42Z', fill: 'paper' },
    { d: 'M9 32C16 19 33 18 43 32C33 46 16 45 9 32Z', fill: 'paper' },
    { d: 'M18 30v.01M25 24Q29 32 25 40M34 29l-1 6' },
  ],
  hat: [
    { d: 'M20 43C22 56 42 56 44 43' },
    { d: 'M10 42L32 13L54 42Q32 51 10 42Z', fill: 'paper' },
    { d: 'M23 26Q32 30 41 26M17 34Q32 40 47 34' },
  ],
  bicycle: [
    { d: circle(18, 42, 9.5), fill: 'paper' },
    { d: circle(46, 42, 9.5), fill: 'paper' },
    { d: 'M18 42L27 27H40L32 42H18M27 27L32 42M46 42L39 22H45M23 23H30' },
  ],
  boat: [
    { d: 'M34 12C45 18 50 27 50 35H34Z', fill: 'paper' },
    { d: 'M28 18C24 26 20 31 15 35H28Z', fill: 'paper' },
    { d: 'M9 40H55C52 49 47 51 41 51H23C17 51 12 49 9 40Z', fill: 'line' },
    { d: 'M31 12V40' },
  ],
  starfruit: [
    { d: 'M32 11L38 25L53 26L41 36L45 51L32 43L19 51L23 36L11 26L26 25Z', fill: 'paper' },
    { d: 'M32 26V30M38 31L35 33M36 39L34 36M28 39L30 36M26 31L29 33' },
  ],
  teapot: [
    { d: 'M43 34C50 33 47 26 54 25' },
    { d: 'M19 29C8 27 8 43 21 42' },
    { d: 'M17 32C17 25 23 22 31 22S45 25 45 32C45 43 39 49 31 49S17 43 17 32Z', fill: 'paper' },
    { d: 'M23 23Q31 14 39 23M31 15v.01' },
  ],
  rice: [
    { d: 'M39 20L52 9M43 22L55 14' },
    { d: 'M16 34C15 26 20 22 25 23C27 17 37 17 39 23C44 22 49 26 48 34Z', fill: 'paper' },
    { d: 'M11 34H53C53 46 44 50 40 51H24C20 50 11 46 11 34Z', fill: 'line' },
  ],
  bird: [
    { d: 'M29 47V54M36 46V53' },
    { d: 'M9 47L17 38C16 26 26 19 36 23C39 16 49 17 50 25L57 28L50 31C49 43 39 49 27 47Z', fill: 'paper' },
    { d: 'M24 32C31 29 39 32 40 39C33 43 25 41 24 32ZM44 25v.01' },
  ],
  sun: [
    { d: circle(32, 32, 10), fill: 'paper' },
    {
      d: 'M32 10V16M32 48V54M10 32H16M48 32H54M16.5 16.500L20.5 20.500M43.5 43.500L47.5 47.500M47.5 16.500L43.5 20.500M20.5 43.500L16.5 47.5',
    },
  ],
  leaf: [
    { d: 'M17 53C9 32 22 12 52 11C56 38 40 54 17 53Z', fill: 'paper' },
    { d: 'M11 56L44 20M26 39V28M26 39L38 41M34 31V22M34 31L45 32' },
  ],
};
