import { readerOf } from '../api/asker';
import { isFromThisMachine } from '../api/loopback';
import { Refusal, refuse } from '../api/refusal';
import { admit } from './poke';

/**
 * How many may listen at once; who comes later asks each minute, as everybody does whose line is down. Each holds one of
 * the engines of tools/binary.mjs (`--hooksPool`) as long as it listens, because our middleware stands around its request,
 * and 3 MB with it (measured with 60); so this bounds what strangers can take, too.
 */
const maxListeners = 60;

/** Where devices wait to be told that there is something new. */
export const linePath = '/api/realtime';

const topic = /^house\/([0-9a-f]{32})$/;

/** True where somebody who opens a line now is one too many. */
export function isOneTooMany(e: core.RequestEvent): boolean {
  return (
    e.request?.method === 'GET' &&
    e.request.url?.path === linePath &&
    $app.subscriptionsBroker().totalClients() >= maxListeners
  );
}

/** Lets somebody listen to the houses that they may read now, and to nothing else: no collection, no foreign house. */
export function subscribeListener(e: core.RealtimeSubscribeRequestEvent): void {
  const request = requestOf(e);
  try {
    if (request.hasSuperuserAuth() && isFromThisMachine(request)) return e.next(); // PocketBase's own dashboard
    const asker = readerOf(request);
    for (const wanted of e.subscriptions) {
      const house = topic.exec(wanted)?.[1];
      if (!house || !asker.roles.has(house)) throw new Refusal('not-allowed');
    }
    if (request.auth) admit(e.client, request.auth);
    e.next();
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    refuse(request, problem.code, problem.retryAfter);
  }
}

/** The request of such an event: of what lies two levels deep, like its headers, the event itself shows nothing. */
function requestOf(e: object): core.RequestEvent {
  return (e as { requestEvent: core.RequestEvent }).requestEvent;
}
