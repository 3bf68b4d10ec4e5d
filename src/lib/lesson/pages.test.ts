import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allKinds } from '$lib/content/kinds/all';
import { pages, withKinds } from '$lib/content/kinds/pages';
import { lockRules } from '$lib/content/rules/lock-kept';
import { languages } from '$lib/content/schema/words';
import { areas } from './breakages/areas';

const rules = [
  ...new Set([...Object.values(areas).flatMap((all) => all.map(([, rule]) => rule)), ...lockRules]),
];

test.each(languages)(
  'the authors’ page (%s) shows every kind there is (npm run lessons -- --schema)',
  (lang) => {
    const page = readFileSync(pages[lang], 'utf8');
    expect(withKinds(page, lang)).toBe(page);
    for (const kinds of Object.values(allKinds))
      for (const kind of Object.keys(kinds)) expect(page).toContain(`**\`${kind}\`**`);
  },
);

test.each(languages)('the authors’ page (%s) says what each rule proves', (lang) => {
  const page = readFileSync(pages[lang], 'utf8');
  expect(rules.filter((rule) => !page.includes(`\`${rule}\``))).toEqual([]);
});

test('both pages have the same parts, commands and examples', () => {
  const [vi, en] = languages.map((lang) => readFileSync(pages[lang], 'utf8'));
  const parts = (page = '') => [page.match(/^#+ /gm), page.match(/npm run [^`\n]*/g)];
  expect(parts(vi)).toEqual(parts(en));
});
