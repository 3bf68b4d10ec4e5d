import { describe, expect, it } from 'vitest';
import type { LessonCard } from '$lib/content/bundle';
import { menuOf } from './menu';

const card = (id: string, track: string, ...prerequisites: string[]): LessonCard => ({
  id,
  track,
  prerequisites,
  version: 1,
  minutes: 5,
  picture: 'proud',
  competencies: [],
  title: { vi: id, en: id },
  about: { vi: id, en: id },
});
const track = (id: string, order: number) => ({ id, order, picture: 'proud', words: { vi: id, en: id } });

const tracks = [track('pay', 2), track('papers', 1), track('empty', 3)];
const cards = [card('bill', 'pay', 'qr'), card('qr', 'pay'), card('log-in', 'papers', 'activate')].concat(
  card('activate', 'papers'),
);
const way = (done: string[], begun: string[] = []) => ({ done: new Set(done), begun: new Set(begun) });
const ids = (...known: Parameters<typeof way>) =>
  menuOf(cards, tracks, way(...known)).tracks.map(({ track: { id }, cards: some }) => [
    id,
    ...some.map((one) => `${one.card.id} ${one.standing}`),
  ]);

describe('the menu of lessons', () => {
  it('has the tracks in their order, lessons after what they build on, and no heading without a lesson', () => {
    expect(ids([])).toEqual([
      ['papers', 'activate new', 'log-in new'],
      ['pay', 'qr new', 'bill new'],
    ]);
  });

  it('shows what is done, and what is half done', () => {
    expect(ids(['activate'], ['qr', 'activate'])).toEqual([
      ['papers', 'activate done', 'log-in new'],
      ['pay', 'qr begun', 'bill new'],
    ]);
  });

  it.each([
    ['nothing, to somebody who begins: every door is as good', [], [], null],
    ['first what is half done', ['activate'], ['bill'], 'bill'],
    ['else what builds on what is done', ['activate'], [], 'log-in'],
    ['never what builds on something not done', ['activate', 'log-in'], [], 'qr'],
    ['nothing, when all is done', ['activate', 'log-in', 'qr', 'bill'], [], null],
  ] as const)('offers %s', (_, done, begun, offered) => {
    expect(menuOf(cards, tracks, way([...done], [...begun])).next?.card.id ?? null).toBe(offered);
  });

  it('is whole even where two lessons each wait for the other', () => {
    const ring = [card('a', 'pay', 'b'), card('b', 'pay', 'a')];
    expect(menuOf(ring, tracks, way([])).tracks[0]?.cards).toHaveLength(2);
  });
});
