import { describe, expect, it } from 'vitest';
import { parseContent } from '$lib/content/parse';
import { readFiles } from '$lib/content/read-files';
import { placeValues } from '$lib/content/variables';
import { cardOf, hotlinesOf } from './card';

const content = parseContent(await readFiles('.'));
const found = content.lessons['vneid-activate'];
if (!found) throw new Error('no lesson to make a card of');
const { value: lesson, words } = found;
const said = (card?: string[]) => cardOf({ ...lesson, card }).map(({ step, parts }) => [step.id, ...parts]);

describe('the card to take home', () => {
  it('says what the last explanation says, where the lesson names nothing else', () => {
    expect(said()).toEqual([['remember', 'code', 'link', 'help', 'next']]);
  });

  it('says what the lesson names, each picture once for what belongs to it', () => {
    expect(said(['needs.notice', 'needs.days', 'remember.code'])).toEqual([
      ['needs', 'notice', 'days'],
      ['remember', 'code'],
    ]);
  });

  it('gives the number to call that the lesson gives, and no other of the place', () => {
    const viet = content.places[lesson.place]?.value;
    if (!viet) throw new Error('no place');
    const place = { ...placeValues(viet), bankHotline: '1900.0000' };
    const bundle = {
      lesson,
      place,
      words: { vi: words.vi.value, en: words.en.value },
      apps: () => Promise.resolve({}),
      persona: content.personas[lesson.persona]?.value,
      misconceptions: [],
    };
    if (!bundle.persona) throw new Error('no persona');
    expect(hotlinesOf({ ...bundle, persona: bundle.persona })).toEqual(['vneidHotline']);
  });
});
