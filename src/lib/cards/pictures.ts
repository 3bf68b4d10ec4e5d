/** The pictures of a house, as `PersonPicture` draws them; twelve in a row have twelve motifs. */
export const pictureCount = 72;
const motifs = 12;

/** The picture that somebody has on the roll, and so on their card unless they choose another. */
export function pictureOfNumber(number: number): number {
  return ((number - 1) % pictureCount) + 1;
}

/** One picture of each motif, the person's own first: to choose from when a card is made. */
export function picturesFor(number: number): number[] {
  return Array.from({ length: motifs }, (_, at) => pictureOfNumber(number + at));
}

/**
 * Six pictures of six motifs with the right one among them, in an order that is the card's own: whoever tries again is
 * asked the same.
 */
export function sixPictures(picture: number, card: string): number[] {
  const first = parseInt(card.slice(0, 6), 16) || 1;
  const others = [1, 2, 3, 4, 5].map((step) =>
    pictureOfNumber(picture + ((first + step * 2) % (motifs - 1)) + 1),
  );
  const place = first % 6;
  return [...others.slice(0, place), picture, ...others.slice(place)];
}
