import { staffOf } from './asker';
import { reply } from './reply';
import { signedIn } from './sign-in';

/** GET /api/v1/me: a fresh token, and the memberships as they are now. */
export function me(e: core.RequestEvent): void {
  reply(e, 200, signedIn(staffOf(e)));
}
