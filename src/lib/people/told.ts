import type { LedgerEvent } from '$lib/ledger/event';
import { cardRevoked } from '$lib/ledger/kinds/card-revoked';
import { unsaid } from '$lib/ledger/kinds/fields';
import { guestUnclaimed } from '$lib/ledger/kinds/guest-unclaimed';
import { personErased } from '$lib/ledger/kinds/person-erased';

/** What a field of an event says: words by their id, a text as it stands, or what has its name or picture elsewhere. */
export type Told =
  | { words: string; n?: number }
  | { text: string }
  | { moment: string }
  | { picture: number }
  | { lesson: string; step?: string; slip?: string }
  | { session: string };

/** Why a mark was corrected where staff tapped and wrote nothing (`classes`), and what that is in words. */
const correctedBecause = ['tap', 'undo', 'mistap', guestUnclaimed.name];

type Payload = Readonly<Record<string, unknown>>;
type Teller = (value: string, payload: Payload, kind: string) => Told | null;

const asItIs: Teller = (text) => ({ text });
const asWords =
  (id: (value: string) => string): Teller =>
  (value) => ({ words: id(value) });
const asMoment: Teller = (moment) => ({ moment });
/** An id leads only the program somewhere, and says nothing to a person. */
const leftOut: Teller = () => null;

const tellers: Readonly<Record<string, Teller>> = {
  name: asItIs,
  birthYear: asItIs,
  number: asItIs,
  title: asItIs,
  minutes: asItIs,
  version: asItIs,
  helped: asItIs,
  slips: asItIs,
  allowed: asItIs,
  serial: asItIs,
  starts: asMoment,
  occurred: asMoment,
  session: (session) => ({ session }),
  lesson: (lesson) => ({ lesson }),
  step: (step, payload) => ({ lesson: String(payload['lesson']), step }),
  slip: (slip, payload) => ({ lesson: String(payload['lesson']), slip }),
  seconds: (seconds) => ({ words: 'house:told.minutes', n: Math.max(1, Math.round(Number(seconds) / 60)) }),
  status: asWords((value) => `house:status.${value}`),
  mode: asWords((value) => `house:told.mode.${value}`),
  right: asWords((value) => `house:told.right.${value}`),
  passed: asWords((value) => `house:told.passed.${value}`),
  moment: asWords((value) => `house:told.moment.${value}`),
  face: asWords((value) => `learn:sure.${value}`),
  locked: asWords((value) => `house:told.locked.${value}`),
  why: asWords((value) => `house:claims.reason.${value}`),
  kind: asWords((value) => `aside:kind.${value}`),
  picture: (picture) => ({ picture: Number(picture) }),
  pin: () => ({ words: 'house:told.pin' }),
  reason: tellReason,
  attempt: leftOut,
  card: leftOut,
  guest: leftOut,
  event: leftOut,
  // Of a house, and of nobody.
  hours: leftOut,
  bulletin: leftOut,
  tier: leftOut,
  source: leftOut,
  test: leftOut,
  by: leftOut,
  until: asMoment,
  milestone: leftOut, // the step that it is reached at says it
};

function tellReason(reason: string, _payload: Payload, kind: string): Told {
  if (kind === personErased.name) return { words: `house:erase.reason.${reason}` };
  if (kind === cardRevoked.name) return { words: `cardmaking:reason.${reason}` };
  if (reason === unsaid) return { words: 'aside:empty' };
  // A dot means something in the id of a word.
  return correctedBecause.includes(reason)
    ? { words: `house:told.reason.${reason.replace('.', '-')}` }
    : { text: reason };
}

/**
 * What an event holds, field by field, in the words of people; what only leads a program somewhere is left out. A field
 * that this app does not know stands as it is: it is held, so it is told.
 */
export function told({
  kind,
  payload,
}: Pick<LedgerEvent, 'kind' | 'payload'>): { field: string; says: Told[] }[] {
  return Object.entries(payload).flatMap(([field, value]) => {
    const values = Array.isArray(value) ? value : [value];
    const says = values.flatMap((one: unknown) => tell(field, one, payload, kind) ?? []);
    return says.length > 0 ? [{ field, says }] : [];
  });
}

function tell(field: string, value: unknown, payload: Payload, kind: string): Told | null {
  if (value === null || value === '') return { words: 'aside:empty' };
  const teller = tellers[field === 'lessons' ? 'lesson' : field] ?? asItIs;
  return teller(typeof value === 'object' ? JSON.stringify(value) : String(value), payload, kind);
}
