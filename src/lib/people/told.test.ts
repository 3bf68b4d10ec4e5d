import { describe, expect, it } from 'vitest';
import { kinds } from '$lib/ledger/kinds';
import { attendanceStatuses } from '$lib/ledger/kinds/attendance-row';
import { revokeReasons } from '$lib/ledger/kinds/card-revoked';
import { undoReasons } from '$lib/ledger/kinds/guest-unclaimed';
import { eraseReasons } from '$lib/ledger/kinds/person-erased';
import '$lib/words/staff';
import { hasWords, language, languages } from '$lib/words/words.svelte';
import { Marker } from '../../../tests/matrix/canary';
import { samples } from '../../../tests/matrix/samples';
import { told } from './told';

const says = (kind: string, payload: Record<string, unknown>) =>
  Object.fromEntries(told({ kind, payload }).map(({ field, says: all }) => [field, all]));

describe('what is held about somebody is told in the words of people', () => {
  it.each(kinds.map(({ name }) => name))('%s: nothing of it is a code or an id', (kind) => {
    const sample = samples[kind]?.(new Marker('t')) ?? {};
    const texts = told({ kind, payload: sample }).flatMap(({ says: all }) =>
      all.flatMap((one) => ('text' in one ? [one.text] : [])),
    );
    // What stands as it is was written by people, or is a number.
    const written = ['name', 'title', 'reason'].map((field) => sample[field]);
    for (const text of texts) expect(/^\d+$/.test(text) || written.includes(text), text).toBe(true);
  });

  it.each(languages)('and every code has words (%s)', (lang) => {
    language.current = lang;
    const every: [kind: string, payload: Record<string, unknown>][] = [
      ...kinds.map(({ name }): [string, Record<string, unknown>] => [
        name,
        samples[name]?.(new Marker('w')) ?? {},
      ]),
      ...attendanceStatuses.map((status): [string, object] => ['attendance.marked', { status }]),
      ...revokeReasons.map((reason): [string, object] => ['card.revoked', { reason }]),
      ...eraseReasons.map((reason): [string, object] => ['person.erased', { reason }]),
      ...undoReasons.map((why): [string, object] => ['guest.unclaimed', { why }]),
      ...['tap', 'undo', 'mistap', 'guest.unclaimed', '–'].map((reason): [string, object] => [
        'attendance.corrected',
        { reason },
      ]),
      ...['choose', 'coach', 'test'].map((mode): [string, object] => ['lesson.attempt', { mode }]),
      ...[1, 2, 3, 4, 5].map((face): [string, object] => ['lesson.rated', { face }]),
      ['lesson.rated', { moment: 'before' }],
      ...[true, false].map((yes): [string, object] => ['lesson.x', { right: yes, passed: yes, locked: yes }]),
    ].map(([kind, payload]) => [kind as string, payload as Record<string, unknown>]);
    const ids = every.flatMap(([kind, payload]) =>
      told({ kind, payload }).flatMap(({ says: all }) =>
        all.flatMap((one) => ('words' in one && !one.words.startsWith('aside:kind.') ? [one.words] : [])),
      ),
    );
    expect(ids.filter((id) => !hasWords(id))).toEqual([]);
  });

  it('with lessons, steps, classes and moments to be named, and ids left out', () => {
    const attempt = {
      attempt: 'f'.repeat(32),
      lesson: 'bank-qr',
      step: 'alone',
      slip: 'scan.empty',
      helped: 2,
    };
    expect(says('lesson.attempt', attempt)).toEqual({
      lesson: [{ lesson: 'bank-qr' }],
      step: [{ lesson: 'bank-qr', step: 'alone' }],
      slip: [{ lesson: 'bank-qr', slip: 'scan.empty' }],
      helped: [{ text: '2' }],
    });
    expect(
      says('class.planned', { session: 's', lessons: ['a', 'b'], starts: '2026-11-23T01:00:00.000Z' }),
    ).toEqual({
      session: [{ session: 's' }],
      lessons: [{ lesson: 'a' }, { lesson: 'b' }],
      starts: [{ moment: '2026-11-23T01:00:00.000Z' }],
    });
    expect(says('lesson.finished', { seconds: 20 })).toEqual({
      seconds: [{ words: 'house:told.minutes', n: 1 }],
    });
  });

  it('as staff wrote it where they did, and as it stands where this app does not know the field', () => {
    expect(says('attendance.corrected', { reason: 'Con gái đưa về' })).toEqual({
      reason: [{ text: 'Con gái đưa về' }],
    });
    expect(says('future.thing', { shade: { of: 'blue' }, none: null })).toEqual({
      shade: [{ text: '{"of":"blue"}' }],
      none: [{ words: 'aside:empty' }],
    });
  });
});
