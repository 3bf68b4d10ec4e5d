/**
 * What a device is given where an account signs in, and shows when it does again: then tries elsewhere do not count
 * against it. It opens nothing. Made of the server's own secret, so nothing is stored and nobody can make one.
 */
export function knownAs(username: string, device: string): string {
  const { secret } = $app.findCollectionByNameOrId('staff').authToken;
  return $security.hs256(`known|${device}|${username}`, secret);
}

/** True where an account has signed in on this device before. */
export function isKnown(username: string, device: string, shown: string): boolean {
  return device !== '' && shown !== '' && $security.equal(shown, knownAs(username, device));
}
