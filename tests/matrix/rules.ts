import { writersOf, type Kind, type Role } from '$lib/ledger/kind';
import { kinds } from '$lib/ledger/kinds';
import type { QuarantineReason } from '$lib/ledger/read';
import type { ErrorCode } from '$lib/sync/protocol';
import type { Asker, House } from './askers';

/** What must become of a request: it is answered, or refused with this code. */
export type Outcome = 'ok' | ErrorCode;

/** What one route must do for somebody who asks about one house. */
export interface RouteRule {
  /** The rule in words, for docs/permissions.md. */
  who: string;
  must: (asker: Asker, house: House) => Outcome;
}

/** Why somebody is refused before it matters what they ask for; null where the server knows them. */
const stopped = ({ token }: Asker): ErrorCode | null => {
  if (token === 'one-time') return 'change-password';
  return token === 'unknown' ? 'not-signed-in' : token === 'revoked' ? 'revoked' : null;
};

/** Staff about their own account, also with a password that they have yet to change. */
const ownAccount = (asker: Asker): Outcome => {
  if (asker.token === 'one-time') return 'ok';
  return stopped(asker) ?? (asker.token === 'kiosk' ? 'not-allowed' : 'ok');
};

const anybody = (): Outcome => 'ok';

/** Those who look after the devices of a house. */
const caretakers = (asker: Asker, house: House): Outcome => {
  const may = asker.roles[house].some((role) => role === 'installer' || role === 'coordinator');
  return stopped(asker) ?? (may ? 'ok' : 'not-allowed');
};

/** Those who know the people of a house. */
const teachers = (asker: Asker, house: House): Outcome => {
  const may = asker.roles[house].some((role) => role === 'trainer' || role === 'coordinator');
  return stopped(asker) ?? (may ? 'ok' : 'not-allowed');
};
/** Those whose house it is: who decide about what was set aside, and about its staff. */
const coordinators = (asker: Asker, house: House): Outcome =>
  stopped(asker) ?? (asker.roles[house].includes('coordinator') ? 'ok' : 'not-allowed');

/** The rule of every route by method and path. A route that is not here fails tests/server/matrix.test.ts. */
export const routeRules: Readonly<Record<string, RouteRule>> = {
  'POST /api/v1/sign-in': { who: 'whoever has a name and its password', must: anybody },
  'GET /api/v1/me': {
    who: 'staff, about themselves',
    must: (asker) => stopped(asker) ?? (asker.token === 'kiosk' ? 'not-allowed' : 'ok'),
  },
  'POST /api/v1/me/password': {
    who: 'staff, about themselves, also with a one-time password',
    must: ownAccount,
  },
  'POST /api/v1/me/sign-out': {
    who: 'staff, about themselves, also with a one-time password',
    must: ownAccount,
  },
  'GET /api/v1/staff': { who: 'coordinators of the house', must: coordinators },
  'POST /api/v1/staff': {
    who: 'coordinators of the house; about whom what may be done, see src/lib/access/staff.test.ts',
    must: coordinators,
  },
  'POST /api/v1/pair-codes': {
    who: 'installers and coordinators of the house',
    must: caretakers,
  },
  'GET /api/v1/devices': { who: 'installers and coordinators of the house', must: caretakers },
  'POST /api/v1/devices': { who: 'installers and coordinators of the house', must: caretakers },
  'POST /api/v1/devices/challenge': { who: 'anybody; it tells of no device', must: anybody },
  'POST /api/v1/devices/token': {
    who: 'whoever signs by the key of a kiosk that was not shut out; a token is not asked for',
    must: ({ token }) => (token === 'kiosk' ? 'ok' : token === 'revoked' ? 'revoked' : 'not-signed-in'),
  },
  'POST /api/v1/devices/left': {
    who: 'a kiosk that was told to leave, about itself',
    must: (asker) => stopped(asker) ?? 'not-allowed',
  },
  'POST /api/v1/devices/beat': {
    who: 'kiosks, about themselves',
    must: (asker) => stopped(asker) ?? (asker.token === 'kiosk' ? 'ok' : 'not-allowed'),
  },
  'GET /api/v1/fleet': { who: 'installers and coordinators of the house', must: caretakers },
  'GET /api/v1/fleet/link': { who: 'installers and coordinators of the house', must: caretakers },
  'POST /api/v1/fleet/seen': { who: 'installers and coordinators of the house', must: caretakers },
  'POST /api/v1/pair': { who: 'whoever has a code of the house', must: anybody },
  'POST /api/v1/cards': { who: 'trainers and coordinators of the house', must: teachers },
  'POST /api/v1/sync/push': {
    who: 'staff and kiosks; what becomes of each event, see above',
    must: (asker) => stopped(asker) ?? 'ok',
  },
  'POST /api/v1/sync/carry': {
    who: 'staff and kiosks; what they bring is judged by the rights of whoever wrote it',
    must: (asker) => stopped(asker) ?? 'ok',
  },
  'GET /api/v1/sync/pull': {
    who: 'staff and kiosks of the house; what they are shown, see above',
    must: (asker, house) => stopped(asker) ?? (asker.roles[house].length > 0 ? 'ok' : 'not-allowed'),
  },
  'GET /api/v1/aside': { who: 'coordinators of the house', must: coordinators },
  'POST /api/v1/aside/decide': { who: 'coordinators of the house', must: coordinators },
  'GET /api/v1/boards/class': { who: 'trainers and coordinators of the house', must: teachers },
  'GET /api/v1/boards/house': { who: 'trainers and coordinators of the house', must: teachers },
  'GET /{path...}': { who: 'anybody', must: anybody },
};

/** What is tried of every kind: a payload as its sample is, and one of each sort that fewer may write. */
export const writings = kinds.flatMap((kind) =>
  [{}, ...(kind.may.narrowed ?? []).map(({ where }) => where)].map((where) => ({ kind, where })),
);

/** What must become of an event of a kind that somebody known pushes, in their own name or in another's. */
export function writing(
  asker: Asker,
  house: House,
  { kind, where }: (typeof writings)[number],
  voice: 'own' | "another's",
): 'ok' | QuarantineReason {
  const held = asker.roles[house];
  if (held.length === 0) return 'wrong_house';
  const writers = writersOf(kind, where);
  if (!held.some((role) => writers.includes(role))) return 'not_allowed';
  return voice === 'own' ? 'ok' : 'not_allowed';
}

/** What these roles must be shown of a payload: all of it, what the kind's view leaves, or nothing (null). */
export function shown(held: readonly Role[], kind: Kind, payload: object): object | null {
  const readers = held.filter((role) => kind.may.read.includes(role));
  if (readers.length === 0) return null;
  const views = readers.map((role) => kind.view?.[role]);
  const narrowest = views[0];
  return views.some((view) => !view) || !narrowest ? payload : narrowest(payload);
}
