import { motifIds, type MotifId } from './motifs';

/** The six colours of people's pictures; each comes in a frame of its own shape, for eyes that mix colours up. */
const pictureColours = ['sun', 'water', 'leaf', 'clay', 'plum', 'sand'] as const;
export type PictureColour = (typeof pictureColours)[number];

/** How many people of one house have a picture unlike all others. */
export const pictureCount = motifIds.length * pictureColours.length;

/**
 * The picture of the person with this number (1, 2, 3 … as printed on the card): neighbours on the list differ
 * in motif and in colour, and 72 numbers in a row are all different.
 */
export function pictureOf(number: number): { motif: MotifId; colour: PictureColour } {
  const at = ((Math.trunc(number) % pictureCount) + pictureCount) % pictureCount;
  const round = Math.floor(at / motifIds.length);
  return {
    motif: motifIds[at % motifIds.length] ?? 'lotus',
    colour: pictureColours[(at + round) % pictureColours.length] ?? 'sun',
  };
}
