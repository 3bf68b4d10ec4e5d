import { deviceTokenLife } from '$lib/sync/device-token';

/**
 * True where a device had better get a new token by now (ms since 1970): less than half of the token's life is left, or it
 * says of itself nothing that can be read. The old one is good until the server says otherwise, so a wrong clock does no
 * more than make a device ask too often, or as late as when the server does not take its token any more.
 */
export function isDue(token: string, now: number): boolean {
  const until = runsOutAt(token);
  return until === null || until - now < deviceTokenLife / 2;
}

/** When a token runs out (ms since 1970), unchecked; null where that cannot be read. */
function runsOutAt(token: string): number | null {
  try {
    const [, claims = ''] = token.split('.');
    const { exp } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1000 : null;
  } catch {
    return null; // no token at all
  }
}
