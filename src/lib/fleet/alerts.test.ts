import { describe, expect, it } from 'vitest';
import { soundBeat } from '../../../tests/support/beat';
import type { Beat } from '$lib/sync/beat';
import { alertCodes, type AlertCode } from '$lib/sync/fleet';
import { isBackupOld, verdictsOf, type Verdict } from './alerts';
import { usualSettings } from './house-settings';

const now = Date.parse('2026-11-23T10:00+07:00');
const minute = 60_000;
const { hours } = usualSettings;
const saidOf = (more: Partial<Beat>, last = now - minute, at = now) =>
  verdictsOf({ last, beat: { ...soundBeat, ...more } }, at, hours);
const held = (verdicts: Partial<Record<AlertCode, Verdict>>) =>
  alertCodes.filter((code) => verdicts[code] === true);

describe('what has to be looked at', () => {
  const cases: [what: string, more: Partial<Beat>, codes: AlertCode[]][] = [
    ['nothing, of a sound kiosk', {}, []],
    ['a database that takes nothing', { canary: { disk: false, cache: true } }, ['disk']],
    ['a cache that takes nothing', { canary: { disk: true, cache: false } }, ['disk']],
    ['a clock ten minutes off', { clock: { skew: -600_000, trusted: true } }, ['clock']],
    ['a clock that ran backwards', { clock: { skew: 0, trusted: false } }, ['clock']],
    ['events that have waited two days', { events: { unsent: 1, stuck: 0, oldest: 172_800 } }, ['unsent']],
    ['nine tenths of the room', { storage: { kept: true, usage: 9, quota: 10 } }, ['full']],
    ['a disk that was full', { faults: [{ code: 'full', at: 1, until: 2 }] }, ['full']],
    ['storage that may be thrown away', { storage: { kept: false, usage: 1, quota: 10 } }, ['loose']],
    ['a version that did not work', { rolledBack: '2.0.0' }, ['rolled-back']],
    ['voices that are missing', { clips: { here: 1, all: 2 } }, ['clips']],
  ];
  it.each(cases)('%s', (_what, more, codes) => expect(held(saidOf(more))).toEqual(codes));

  it('no voices that are missing while they are still being fetched', () => {
    expect(saidOf({ clips: { here: 1, all: 2 }, uptime: 600 }).clips).toBeNull();
  });

  it('nothing that the browser does not tell, and nothing is over by that either', () => {
    const unsaid = saidOf({
      clock: { skew: null, trusted: null },
      storage: { kept: null, usage: null, quota: null },
      clips: null,
    });
    for (const code of ['clock', 'loose', 'full', 'clips'] as const) expect(unsaid[code]).toBeNull();
  });

  it('not what a beat of twenty minutes ago said: nobody knows whether it is still so', () => {
    const old = saidOf({ canary: { disk: false, cache: true } }, now - 20 * minute);
    expect(old).toMatchObject({ offline: true, disk: null, loose: null });
  });

  it('no silence while the house is closed, and none that is only late', () => {
    const noon = Date.parse('2026-11-23T12:00+07:00');
    expect(saidOf({}, noon - 40 * minute, noon).offline).toBeNull();
    expect(saidOf({}, now - 5 * minute).offline).toBeNull();
    expect(saidOf({}, now - minute).offline).toBe(false);
  });

  it('nothing of a device that never beat', () => expect(verdictsOf(null, now, hours)).toEqual({}));
});

it.each([
  [2, true, false],
  [4, true, true],
  [2, false, false],
  [4, false, true],
])('a backup of %d days ago (there is one: %s) is old: %s', (days, made, old) => {
  const then = now - days * 86_400_000;
  expect(isBackupOld(made ? then : null, made ? now - 900 * 86_400_000 : then, now)).toBe(old);
});
