import { codeForStatus, Refusal, refuse } from './api/refusal';
import { guard, isOurs } from './api/guard';
import { isOneTooMany } from './realtime/doors';
import { routes } from './routes';

/** Answers a request by the route at this place of the table. */
export function answer(index: number, e: core.RequestEvent): void {
  try {
    e.response.header().set('Cache-Control', 'no-store');
    routes[index]?.handler(e);
  } catch (error) {
    if (error instanceof Refusal) return refuse(e, error.code, error.retryAfter);
    console.error(`${routes[index]?.path}: ${String(error)}`);
    refuse(e, 'server');
  }
}

/** Stands around every request: headers, closed doors, and an answer for what PocketBase itself refuses. */
export function around(e: core.RequestEvent): void {
  try {
    if (!guard(e)) return;
    if (isOneTooMany(e)) refuse(e, 'too-many');
    else e.next();
  } catch (error) {
    if (!isOurs(e.request?.url?.path ?? '')) throw error;
    const status = (error as { value?: { status?: number } }).value?.status ?? 500;
    if (status >= 500) console.error(`${e.request?.url?.path}: ${String(error)}`);
    refuse(e, codeForStatus(status));
  }
}
