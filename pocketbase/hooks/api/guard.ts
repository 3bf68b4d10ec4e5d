import { linePath } from '../realtime/doors';
import { isFromThisMachine } from './loopback';
import { refuse } from './refusal';

/** Said with every answer; what a page may load stands in the page itself (`csp` in svelte.config.js). */
const headers: [string, string][] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Content-Security-Policy', "frame-ancestors 'none'"],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  [
    'Permissions-Policy',
    'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=(), accelerometer=(), gyroscope=(), magnetometer=()',
  ],
];

/**
 * Sets the headers, and shuts PocketBase's own API and dashboard to everyone but this machine, as if they
 * were not there. Answers whether the request may go on.
 */
export function guard(e: core.RequestEvent): boolean {
  const set = e.response.header();
  for (const [name, value] of headers) set.set(name, value);
  set.del('X-Xss-Protection');
  const path = e.request?.url?.path ?? '';
  if (isOurs(path) || isFromThisMachine(e)) return true;
  refuse(e, 'not-found');
  return false;
}

/**
 * False for PocketBase's own API and dashboard, which are for this machine alone. Of its API the line on which devices are
 * told that there is something new is open: `realtime/doors.ts` says to whom.
 */
export function isOurs(path: string): boolean {
  if (path.startsWith('/api/v1/') || path === '/api/health' || path === linePath) return true;
  return !(path === '/_' || path.startsWith('/_/') || path === '/api' || path.startsWith('/api/'));
}
