import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { LedgerEvent } from '../event';
import { foldInto, foldRow, rowsOf, type Placed } from '../fold';
import { writersOf } from '../kind';
import { viewFor } from '../read';
import { bulletinPosted } from './bulletin-posted';
import type { BulletinRow } from './bulletin-row';
import { bulletinWithdrawn } from './bulletin-withdrawn';

type Stored = LedgerEvent & Placed;

const hex = (n: number) => n.toString(16).padStart(32, '0');
const bulletin = hex(500);
const words = { title: 'Nước lớn', text: 'Bà con dời xe lên cao.' };

function event(n: number, kind: string, payload: object, more: Partial<Stored> = {}): Stored {
  return {
    ...{ id: hex(n), house: hex(1), household: '', person: '', author: hex(2), kind, v: 1, device: hex(50) },
    ...{ dseq: n, seq: n, payload: payload as Record<string, unknown> },
    occurred: new Date(Date.UTC(2026, 10, 27, 1, n)).toISOString(),
    ...more,
  };
}
const posted = (n: number, title: string, more: Partial<Stored> = {}) =>
  event(
    n,
    'bulletin.posted',
    { bulletin, tier: 'emergency', source: { ...words, title }, test: false },
    more,
  );
const withdrawn = (n: number, more: Partial<Stored> = {}) =>
  event(n, 'bulletin.withdrawn', { bulletin, tier: 'emergency', reason: 'Nước rút' }, more);

const row = (events: Stored[]): BulletinRow | undefined => {
  const [ref] = events.flatMap(rowsOf);
  return ref && (foldRow(ref, events) as BulletinRow | undefined);
};

describe('a bulletin', () => {
  it('that was taken down stays down, whatever arrives first', () => {
    for (const events of [
      [posted(1, 'a'), withdrawn(2)],
      [withdrawn(1), posted(2, 'a')],
      [withdrawn(1, { seq: null }), posted(2, 'a', { seq: null })],
    ])
      expect(row(events)).toMatchObject({ withdrawn: { reason: 'Nước rút' }, posted: { test: false } });
  });

  it('keeps the words that were put up first: nobody changes them afterwards', () => {
    expect(row([posted(2, 'sau'), posted(1, 'trước')])?.posted?.source).toMatchObject({ title: 'trước' });
  });

  it('of one tier is not touched by what is said of the other', () => {
    const other = event(2, 'bulletin.withdrawn', { bulletin, tier: 'regular', reason: 'x' });
    expect(row([posted(1, 'a'), other])?.withdrawn).toBeNull();
  });

  it('comes to the same row whatever the order of arrival', () => {
    const some = [posted(1, 'a'), posted(2, 'b'), withdrawn(3), withdrawn(4), posted(5, 'c')];
    const [ref] = some.flatMap(rowsOf);
    if (!ref) throw new Error('no row');
    const inOrder = (events: Stored[]) =>
      events.reduce<Record<string, unknown> | undefined>(
        (found, one) => foldInto(ref, found, one),
        undefined,
      );
    fc.assert(
      fc.property(
        fc.subarray(some).chain((chosen) => fc.tuple(fc.constant(chosen), fc.shuffledSubarray(chosen, { minLength: chosen.length }))), // prettier-ignore
        ([chosen, arrived]) => {
          expect(foldRow(ref, arrived)).toEqual(inOrder(chosen));
        },
      ),
    );
  });
});

describe('what may be put up', () => {
  const may = (payload: object) =>
    v.safeParse(bulletinPosted.schema, {
      ...{ bulletin, tier: 'regular', source: words, test: false },
      ...payload,
    }).success;
  it.each([
    ['words', {}, true],
    ['a poster of content', { source: { poster: 'keep-otp' } }, true],
    ['both at once', { source: { poster: 'keep-otp', ...words } }, false],
    ['a title alone', { source: { title: 'a' } }, false],
    ['nothing', { source: { title: '', text: '' } }, false],
    ['a title that is too long', { source: { ...words, title: 'a'.repeat(61) } }, false],
    ['a text that is too long', { source: { ...words, text: 'a'.repeat(241) } }, false],
    ['letters that are not composed', { source: { ...words, title: 'Nước'.normalize('NFD') } }, false],
    ['a second line', { source: { ...words, text: 'a\nb' } }, false],
    ['what turns the direction around', { source: { ...words, text: 'a\u202eb' } }, false],
    ['a tier that there is not', { tier: 'priority' }, false],
    ['until a day that there is not', { until: '2026-02-30T00:00:00.000Z' }, false],
  ])('%s: %s', (_what, payload, allowed) => expect(may(payload)).toBe(allowed));
});

it.each([bulletinPosted, bulletinWithdrawn])(
  'an emergency is not for everybody who writes ($name)',
  (one) => {
    expect(writersOf(one, { tier: 'regular' })).toEqual(['editor', 'approver', 'coordinator']);
    expect(writersOf(one, { tier: 'emergency' })).toEqual(['approver', 'coordinator']);
  },
);

it('a kiosk is not told what the author is called', () => {
  const named = { bulletin, tier: 'regular', source: words, test: false, by: 'Điều phối viên Mẫu' };
  expect(viewFor('kiosk', event(1, 'bulletin.posted', named))).not.toHaveProperty('by');
  expect(viewFor('editor', event(1, 'bulletin.posted', named))).toHaveProperty('by');
});
