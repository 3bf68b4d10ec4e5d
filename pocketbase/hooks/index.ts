/**
 * What the server does beyond PocketBase, bundled into one file that runs in its JavaScript engine:
 * no modules, fetch, URL, TextEncoder, Intl, crypto or timers there. Every handler runs on its own and
 * requires this file anew, so nothing here may keep state.
 */
export { answer, around } from './serve';
export { routes } from './routes';
export { voidTokenOfRevoked } from './api/revoke';
export { addCommands } from './operator/commands';
export { refuseDemoBeyondLoopback } from './operator/refuse-demo';
export { refuseOwn } from './backup/make';
export { backUpWhenDue } from './backup/nightly';
export { watchFleet } from './fleet/alerts';
export { subscribeListener } from './realtime/doors';
