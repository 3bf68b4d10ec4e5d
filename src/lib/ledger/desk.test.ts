import { describe, expect, it } from 'vitest';
import { actsFor, vouchers, type AsideState } from './desk';
import { roles } from './kind';
import type { QuarantineReason } from './read';

const reasons = Object.keys(vouchers) as QuarantineReason[];
const row = (why: QuarantineReason, state: AsideState = 'open', truncated = false) => ({
  why,
  state,
  truncated,
});

describe('what may be decided about a row that was set aside', () => {
  it.each([
    ['malformed', false],
    ['unreadable', false],
    ['unknown_kind', false],
    ['unknown_version', false],
    ['bad_payload', false],
    ['payload_too_large', false],
    ['wrong_house', true],
    ['wrong_device', false],
    ['not_allowed', true],
    ['id_conflict', false],
  ] as const)('a coordinator may vouch for %s: %s', (why, may) => {
    expect(actsFor(row(why), ['coordinator']).includes('vouch')).toBe(may);
    expect(actsFor(row(why), ['coordinator'])).toContain('discard');
    expect(actsFor(row(why), ['coordinator']).includes('retry')).toBe(why !== 'id_conflict');
  });

  it('knows every reason', () => expect(reasons).toHaveLength(10));

  it.each(roles.filter((role) => role !== 'coordinator'))('nothing by a %s', (role) => {
    for (const why of reasons)
      for (const state of ['open', 'taken', 'discarded'] as const)
        expect(actsFor(row(why, state), [role])).toEqual([]);
  });

  it('nothing more once it is taken, and only to take it up again once it is left out', () => {
    for (const why of reasons) {
      expect(actsFor(row(why, 'taken'), ['coordinator'])).toEqual([]);
      expect(actsFor(row(why, 'discarded'), ['coordinator'])).toEqual(['reopen']);
    }
  });

  it('to leave it out, and no more, where only its beginning was kept', () => {
    for (const why of reasons)
      expect(actsFor(row(why, 'open', true), ['coordinator', 'trainer'])).toEqual(['discard']);
  });
});
