import { beforeAll, describe, expect, test } from 'vitest';
import type { Files } from '$lib/content/parse';
import { readFiles } from '$lib/content/read-files';
import { areas } from './breakages/areas';
import { app, appEn, lesson, lessonVi, persona, type Edit } from './breakages/breakage';
import { broken } from './mutations';
import { Prover } from './prove';
import { reportJson } from './report';

const prover = new Prover(); // what a breakage leaves alone is read and walked once
const prove = (files: Files, today: string) => prover.prove(files, today);

let good: Files;
beforeAll(async () => {
  good = await readFiles('.');
});

test('the content that ships has nothing wrong with it, and all of it is walked', () => {
  const { violations, apps, lessons } = prove(good, '2026-11-23');
  expect(violations).toEqual([]);
  for (const { counts } of apps) expect(counts.taken).toBe(counts.transitions);
  for (const { counts } of lessons) {
    expect(counts.taken).toBe(counts.transitions);
    for (const task of counts.tasks ?? []) expect(task.shortest).toBeGreaterThan(0);
  }
});

describe('an author is told when', () => {
  const rows = Object.entries(areas).flatMap(([area, breakages]) =>
    breakages.map(([what, rule, said, ...edits]) => [area, what, rule, said, edits] as const),
  );
  test.each(rows)('%s: %s → %s', (_, _what, rule, said, edits) => {
    const files = broken(good, edits);
    const { violations } = prove(files, '2026-11-23');
    const caught = violations.filter((one) => one.rule === rule && one.message.includes(said));
    expect(caught, JSON.stringify(violations, null, 1)).not.toEqual([]);
    for (const { file, line, remedy } of violations) {
      expect(files).toHaveProperty([file]);
      expect(line).toBeGreaterThan(0);
      expect(remedy).not.toBe('');
    }
  });
});

test('no breakage stands twice', () => {
  const names = Object.values(areas).flatMap((breakages) => breakages.map(([what]) => what));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('a violation points at the very line', () => {
  const files = broken(good, [[app, 'go: identify', 'go: identity']]);
  const [first] = prove(files, '2026-11-23').violations;
  expect(files[app]?.split('\n')[(first?.line ?? 0) - 1]).toContain('go: identity');
});

test('a file that is missing, or that nobody asked for, is told', () => {
  const { [appEn]: _, ...without } = good;
  const rules = prove({ ...without, 'content/apps/vneid/app2.yaml': 'id: app2' }, '2026-11-23').violations;
  expect(rules.map(({ rule, file }) => [rule, file])).toEqual(
    expect.arrayContaining([
      ['words-file', appEn],
      ['file-place', 'content/apps/vneid/app2.yaml'],
    ]),
  );
});

test('a screen at which only a task begins is come to', () => {
  const cutOff: Edit[] = [
    [app, 'go: identify', 'go: otp'],
    [app, '        clear: [otp]\n        go: identify', '        clear: [otp]\n        go: welcome'],
  ];
  const begun: Edit = [lesson, 'check: { app: vneid, from: phone', 'check: { app: vneid, from: identify'];
  const unreachable = (edits: Edit[]) =>
    prove(broken(good, edits), '2026-11-23')
      .violations.filter(({ rule }) => rule === 'unreachable')
      .map(({ message }) => message);
  expect(unreachable(cutOff)).toEqual(['nothing leads to identify']);
  expect(unreachable([...cutOff, begun])).toEqual([]);
});

test('an app that no lesson uses is told', () => {
  const elsewhere = Object.entries(good).map(([file, text]) => [
    file,
    text.replaceAll('app: vneid,', 'app: other,'),
  ]);
  const { violations } = prove(Object.fromEntries(elsewhere) as Files, '2026-11-23');
  expect(violations.map(({ rule, message }) => `${rule} ${message}`)).toContain(
    'unused no lesson uses vneid',
  );
});

test('what a file that cannot be read may name is not called unused', () => {
  for (const file of [lesson, app]) {
    const { violations } = prove(broken(good, [[file, 'version: 1', 'version: one']]), '2026-11-23');
    expect(violations.map(({ rule }) => rule)).toContain('schema');
    expect(violations.filter(({ rule }) => rule.startsWith('unused'))).toEqual([]);
  }
});

test('a fact whose day has come is listed, and breaks nothing', () => {
  const { violations, due } = prove(good, '2030-01-01');
  expect(violations).toEqual([]);
  expect(due.map(({ id }) => id)).toContain('vneidHotline');
});

test('one file with a mistake keeps nothing else from being walked', () => {
  const lost = broken(good, [[lesson, 'goal: account, modes', 'goal: profile, modes']]);
  const { apps, lessons } = prove(lost, '2026-11-23');
  expect(lessons.find(({ id }) => id === 'vneid-activate')?.counts.states).toBeUndefined();
  expect(apps.find(({ id }) => id === 'vneid')?.counts.states).toBeGreaterThan(100);
});

test('a prover asked again says the same, and does not walk again what has not changed', () => {
  const first = prove(good, '2026-11-23');
  const [brokenWords] = prove(broken(good, [[lessonVi, 'about:', 'abouts:']]), '2026-11-23').violations;
  const again = prove(good, '2026-11-23');
  expect(brokenWords?.rule).toBe('words-missing');
  expect(again.lessons).toEqual(first.lessons);
  expect(again.content.apps.vneid?.value).toBe(first.content.apps.vneid?.value);
});

test('the report in JSON has each violation once, with the lesson or app it stands in', () => {
  const edits = [
    [lessonVi, 'about:', 'abouts:'],
    [persona, '0100000123', '0912345678'],
  ] satisfies Edit[];
  const { lessons, apps, violations } = reportJson(prove(broken(good, edits), '2026-11-23'));
  const own = lessons.find(({ id }) => id === 'vneid-activate');
  expect(own).toMatchObject({ version: 1, competencies: 2, facts: 2 });
  expect(own?.violations.map(({ rule }) => rule)).toEqual(['words-missing', 'words-unused']);
  expect(apps.flatMap((one) => one.violations)).toEqual([]);
  expect(violations.map(({ rule }) => rule)).toEqual(['reserved-data']);
});
