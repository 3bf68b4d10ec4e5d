import { expect, test } from 'vitest';
import { appNamespace } from '$lib/content/ids';
import { controls, inputs } from '$lib/content/inputs';
import { flatten } from '$lib/content/keys';
import { parseContent } from '$lib/content/parse';
import { readFiles } from '$lib/content/read-files';
import { interfaceWords } from '$lib/words/interface';
import { languages } from '$lib/words/words.svelte';
import type { PracticeApp } from '$lib/content/app';
import { entering, picking, pressing, waiting, type PracticeAction } from './actions';
import { nameOf } from './names';
import { sample } from './sample/sample';

const content = parseContent(await readFiles('.'));
const apps = [
  ...Object.values(content.apps).map(({ value, words }) => ({
    app: value,
    words: { vi: words.vi.value, en: words.en.value },
  })),
  sample.bundle,
];

/** Everything that can be touched on a screen, whatever its guards say. */
function touches(app: PracticeApp, id: string): PracticeAction[] {
  const screen = app.screens[id];
  if (!screen) return [];
  return [
    ...inputs(screen).flatMap((input) =>
      'options' in input
        ? input.options.map((option) => picking(input.id, option))
        : [entering(input.id, 'right', '1')],
    ),
    ...controls(screen).map((control) => pressing(control.id)),
    ...Object.keys(screen.time).map(waiting),
  ];
}

test.each(apps)('whatever can be touched in $app.id has a name, in both languages', ({ app, words }) => {
  for (const lang of languages) {
    const own = flatten(words[lang]);
    const shared = flatten(interfaceWords[lang].practice ?? {});
    const nameless = Object.keys(app.screens).flatMap((screen) =>
      touches(app, screen).filter((action) => {
        const [space, path = ''] = (nameOf(app, screen, action) ?? '').split(':');
        const name = space === appNamespace(app.id) ? own[path] : shared[path];
        return !name?.trim();
      }),
    );
    expect(nameless).toEqual([]);
  }
});

test('the sample app has every kind of input, so that none can be without a name', () => {
  const kinds = Object.values(sample.bundle.app.screens).flatMap((screen) => inputs(screen));
  expect(new Set(kinds.map(({ kind }) => kind))).toEqual(
    new Set(['field', 'keypad', 'choice', 'files', 'map', 'pick', 'toggle', 'sign']),
  );
});

test('a pad is called what stands above it, an option what stands on it', () => {
  const { app } = sample.bundle;
  expect(nameOf(app, 'pin', entering('pin', 'right', '246810'))).toBe('app-sample:pin.pin');
  expect(nameOf(app, 'where', picking('where', 'bridge'))).toBe('app-sample:where.where.option.bridge');
  expect(nameOf(app, 'home', pressing('news'))).toBe('app-sample:tabs.main.news');
  expect(nameOf(app, 'home', pressing('nowhere'))).toBeUndefined();
});
