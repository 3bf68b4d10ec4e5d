/** How long a nonce is good for (ms), by this server's clock: what time it is on a device does not matter. */
const goodFor = 5 * 60_000;

/** Something new for a device to sign. Made of the server's own secret, so nothing is stored and nobody else can make one. */
export function newNonce(device: string): string {
  const begun = `${Date.now() + goodFor}.${$security.randomStringWithAlphabet(32, '0123456789abcdef')}`;
  return `${begun}.${sealOf(device, begun)}`;
}

/** True for a nonce that this server made for this device, in the last minutes. */
export function isFresh(nonce: string, device: string): boolean {
  const [until = '', random = '', seal = ''] = nonce.split('.');
  const left = Number(until) - Date.now();
  // One that is good for longer than any was made before the clock was set back.
  return left > 0 && left <= goodFor && $security.equal(seal, sealOf(device, `${until}.${random}`));
}

function sealOf(device: string, begun: string): string {
  const { secret } = $app.findCollectionByNameOrId('devices').authToken;
  return $security.hs256(`nonce|${device}|${begun}`, secret);
}
