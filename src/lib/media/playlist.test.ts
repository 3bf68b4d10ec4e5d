import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PosterCard } from '$lib/content/poster';
import type { BulletinRow } from '$lib/ledger/kinds/bulletin-row';
import { playlist, secondsOf, type Item } from './playlist';
import { emergencies, slot } from './slot';

const words = { title: 'a', text: 'b' };
const poster = (id: string, until: string | null = null): PosterCard => ({
  id,
  picture: 'house',
  tone: 'plain',
  until,
  words: { vi: words, en: words },
});
const posters = [poster('one'), poster('two'), poster('dated', '2027-05-27')];

let count = 0;
const row = (
  posted: Partial<NonNullable<BulletinRow['posted']>>,
  more: Partial<BulletinRow> = {},
): BulletinRow => ({
  bulletin: String(++count).padStart(32, '0'),
  tier: 'regular',
  posted: {
    ...{ source: { title: 'Lớp nghỉ', text: 'Thứ Hai nghỉ.' }, test: false, until: null },
    ...{ at: new Date(Date.UTC(2026, 10, 27, 1, count)).toISOString(), by: 'x', name: null },
    ...posted,
  },
  withdrawn: null,
  ...more,
});
const down = { withdrawn: { at: '2026-11-27T02:00:00.000Z', by: 'x', name: null, reason: 'y' } };
const emergency = (title: string, more: Partial<NonNullable<BulletinRow['posted']>> = {}) =>
  row({ source: { title, text: 'b' }, ...more }, { tier: 'emergency' });

const now = new Date('2026-11-27T03:00:00.000Z');
const names = (items: readonly Item[]) =>
  items.map((item) => (item.is === 'poster' ? item.poster.id : 'title' in item ? item.title : item.is));
const plays = (rows: BulletinRow[], moment: Date | null = now) =>
  names(playlist(rows, posters, moment).items);

describe('a house’s screen', () => {
  it('plays every poster while nobody has put anything up', () => {
    expect(plays([])).toEqual(['one', 'two', 'dated']);
  });

  it('plays the posters that staff chose, and those alone', () => {
    expect(plays([row({ source: { poster: 'two' } })])).toEqual(['two']);
  });

  it('plays words of staff between posters, so that nobody waits for them', () => {
    expect(plays([row({})])).toEqual(['Lớp nghỉ', 'one', 'Lớp nghỉ', 'two', 'Lớp nghỉ', 'dated']);
  });

  it('plays all again once what was chosen is taken down, or is over', () => {
    const chosen = { source: { poster: 'two' } };
    expect(plays([row(chosen, down)])).toEqual(['one', 'two', 'dated']);
    expect(plays([row({ ...chosen, until: '2026-11-27T03:00:00.000Z' })])).toEqual(['one', 'two', 'dated']);
  });

  it('shows nothing dated where it does not know the time', () => {
    const dated = row({ until: '2026-12-01T00:00:00.000Z' });
    expect(plays([dated], null)).toEqual(['one', 'two']);
    expect(plays([row({ source: { poster: 'dated' } })], null)).toEqual(['one', 'two']);
  });

  it('leaves a poster out from the day on which it is to be looked at again', () => {
    expect(plays([], new Date('2027-05-26T23:00:00.000Z'))).toContain('dated');
    expect(plays([], new Date('2027-05-27T00:00:00.000Z'))).not.toContain('dated');
  });

  it('passes over a poster that its version does not have', () => {
    expect(plays([row({ source: { poster: 'from-tomorrow' } })])).toEqual(['one', 'two', 'dated']);
  });

  it('greets where there is nothing else', () => {
    expect(names(playlist([], [], null).items)).toEqual(['welcome']);
  });
});

describe('an emergency', () => {
  it('goes before everything, and after it is called off everything is as before', () => {
    const on = emergency('Nước lớn');
    expect(plays([row({}), on])).toEqual(['Nước lớn']);
    expect(plays([row({ source: { poster: 'one' } }), { ...on, ...down }])).toEqual(['one']);
  });

  it('that was called off before it came is never shown', () => {
    expect(slot([{ ...emergency('a'), ...down }], now)).toBe('default');
    expect(slot([{ ...emergency('a'), posted: null, ...down }], now)).toBe('default');
  });

  it('is shown where the time is not known, too, but no longer than it was to last', () => {
    const short = emergency('a', { until: '2026-11-27T03:00:00.000Z' });
    expect([slot([short], null), slot([short], now)]).toEqual(['emergency', 'default']);
  });

  it('that is real ends exercises', () => {
    const found = emergencies([emergency('thật'), emergency('tập', { test: true })], now);
    expect(found.map(({ posted }) => posted.test)).toEqual([false]);
  });
});

const anyRow: fc.Arbitrary<BulletinRow> = fc
  .record({
    bulletin: fc.uuid(),
    tier: fc.constantFrom<BulletinRow['tier']>('regular', 'regular', 'regular', 'emergency'),
    up: fc.boolean(),
    down: fc.boolean(),
    poster: fc.option(fc.constantFrom('one', 'two', 'dated', 'unknown')),
    until: fc.option(fc.constantFrom('2026-11-27T00:00:00.000Z', '2026-11-28T00:00:00.000Z')),
    at: fc.constantFrom('2026-11-26T00:00:00.000Z', '2026-11-27T00:00:00.000Z'),
    test: fc.boolean(),
  })
  .map(({ bulletin, tier, up, down: taken, poster: id, until, at, test }) => ({
    ...{ bulletin, tier, withdrawn: taken ? down.withdrawn : null },
    posted: up
      ? { source: id ? { poster: id } : { title: tier, text: 'b' }, test, until, at, by: 'x', name: null }
      : null,
  }));
const anyMoment = fc.constantFrom<(Date | null)[]>(now, new Date('2030-01-01'), null);

it('is never blank, and shows nothing but the emergency while one is on, whatever the rows', () => {
  fc.assert(
    fc.property(fc.array(anyRow), anyMoment, (rows, moment) => {
      const found = playlist(rows, posters, moment);
      expect(found.items.length).toBeGreaterThan(0);
      expect(found.slot).toBe(slot(rows, moment));
      if (found.slot !== 'emergency') return;
      expect(found.items).toHaveLength(emergencies(rows, moment).length);
      for (const item of found.items) expect(item.is).toBe('alarm');
    }),
  );
});

it('plays the same on two screens that heard the same in another order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyRow, { selector: ({ bulletin }) => bulletin }),
      anyMoment,
      (rows, moment) => {
        expect(playlist([...rows].reverse(), posters, moment)).toEqual(playlist(rows, posters, moment));
      },
    ),
  );
});

it('where two things could decide, the greater does', () => {
  const regular = row({});
  const alarm = emergency('a');
  expect([slot([], now), slot([regular], now), slot([alarm, regular], now)]).toEqual([
    'default',
    'time',
    'emergency',
  ]);
});

it.each([
  ['', 12],
  ['một hai ba', 12],
  ['chữ '.repeat(40), 20],
  ['chữ '.repeat(500), 30],
])('«%s» is shown as long as it takes to read, within bounds', (text, seconds) => {
  expect(secondsOf(text)).toBe(seconds);
});
