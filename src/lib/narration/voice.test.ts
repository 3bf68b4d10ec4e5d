import { beforeAll, expect, it } from 'vitest';
import { listsIn, readVoice, type Kept, type Voice } from './voice';

let lists: Map<string, string[]>;
let voice: Voice;

beforeAll(async () => {
  voice = await readVoice(process.cwd(), 'vi');
  const files = (await listsIn(process.cwd()))['vi'] ?? {};
  const found = Object.entries(files).filter(([name]) => name.startsWith('lists/'));
  lists = new Map(
    found.map(([name, text]) => [
      name.slice('lists/'.length, -'.json'.length),
      (JSON.parse(text) as Kept[]).map(([clip]) => clip),
    ]),
  );
}, 60_000);

it('lists every clip there is, so that a kiosk that keeps all lists is never silent', () => {
  expect([...new Set([...lists.values()].flat())].sort()).toEqual(Object.keys(voice.manifest).sort());
});

it('keeps the given names apart from what a phone needs', () => {
  const names = new Set(lists.get('names'));
  expect(names.size).toBeGreaterThan(0);
  for (const [list, clips] of lists)
    if (list !== 'names')
      expect(
        clips.filter((clip) => names.has(clip)),
        list,
      ).toEqual([]);
});
