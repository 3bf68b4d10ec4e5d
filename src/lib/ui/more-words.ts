/** The spoken names of the arrow of a part that scrolls: to what is further down, and back up. */
export interface MoreWords {
  below: string;
  above: string;
}
