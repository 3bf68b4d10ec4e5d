/** A text as it is shown: composed, and with every run of white space as one space. */
export function shownText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/**
 * The name of the clip that speaks a text, in one language: eleven characters of 0–9 and a–z, from 53 bits. It is
 * made from the text as shown, so a text that changes has no clip until it is narrated anew, and equal texts
 * share one. Not for secrets: whoever wants two texts of one name can find them.
 */
export function clipName(text: string): string {
  const shown = shownText(text);
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < shown.length; at++) {
    const unit = shown.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = stirred(high, low);
  low = stirred(low, high);
  return ((low >>> 0) * 0x200000 + (high >>> 11)).toString(36).padStart(11, '0');
}

/** Lets every bit of both halves touch every bit of the result. */
function stirred(half: number, other: number): number {
  const once = Math.imul(half ^ (half >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35);
  return Math.imul(once ^ (once >>> 15), 0x2c1b3c6d) ^ (other >>> 16);
}
