import * as v from 'valibot';
import { clockSaidSchema, standing, type ClockSaid } from '$lib/ledger/clock-said';
import type { LedgerEvent } from '$lib/ledger/event';
import type { Accepted } from './number';
import type { Sending } from './write';

const schema = v.strictObject(clockSaidSchema);

/** A row without what its device says of its clock, and that; null where it says what nobody can. Most rows say nothing. */
export function apart(
  sent: Record<string, unknown>,
): { row: Record<string, unknown>; said: ClockSaid | null } | null {
  if (!('off' in sent) && !('clock' in sent)) return { row: sent, said: null };
  const { off, clock, ...row } = sent;
  const said = { ...(off !== undefined && { off }), ...(clock !== undefined && { clock }) };
  return v.is(schema, said) ? { row, said } : null;
}

/** New events with how the moment of each stands: by what their device said, and by its clock as it sent them. */
export function withStanding(sending: Sending, accepted: readonly Accepted[]): readonly Accepted[] {
  const seen = { now: Date.parse(sending.came ?? sending.at), skew: sending.skew };
  return accepted.map((one) => {
    const stands = standing(one.event.occurred, one.judged.said ?? {}, seen);
    const stood = <E extends LedgerEvent>(event: E): E => ({ ...event, ...stands });
    return stands ? { ...one, event: stood(one.event), read: one.read && stood(one.read) } : one;
  });
}
