/** A card that somebody wants to show: its text where a scanner has read it already, else ''. */
export interface ShownCard {
  text: string;
}

let shown = $state.raw<ShownCard | null>(null);

/**
 * The card that is being shown, from whichever screen; null where none is. It lives in memory alone, because its text
 * holds the secret, and goes with the page when somebody leaves.
 */
export const shownCard = {
  get current(): ShownCard | null {
    return shown;
  },
  /** Asks for a card, or takes the one that was scanned. */
  show(text = ''): void {
    shown = { text };
  },
  putAway(): void {
    shown = null;
  },
};
