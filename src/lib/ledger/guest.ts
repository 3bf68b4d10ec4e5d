/**
 * The id of a guest's visit. A guest is nobody of the house, but what they do in one visit belongs together, so that a
 * card can claim it at the end. The id tells the device they stand at; `random` is 16 hex digits.
 */
export function guestId(device: string, random: string): string {
  return device.slice(16) + random;
}

/** True for a guest of this device; never for a person of the roll, whose id begins with a time. */
export function isGuestOf(device: string, person: string): boolean {
  return person.length === 32 && person.startsWith(device.slice(16));
}
