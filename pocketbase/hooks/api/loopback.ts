/** Set by a reverse proxy: then the request comes from elsewhere, whatever its last hop. */
const proxied = ['X-Forwarded-For', 'X-Real-IP', 'Forwarded'];

/** True for a request made on this very machine. */
export function isFromThisMachine(e: core.RequestEvent): boolean {
  if (proxied.some((name) => e.request?.header.get(name))) return false;
  return isLoopback(e.remoteIP());
}

/** True for an address or host name that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(host);
}
