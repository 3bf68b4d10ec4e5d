import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { checkContent } from '$lib/content/check-content';
import { parseContent } from '$lib/content/parse';
import { readFiles } from '$lib/content/read-files';
import { proveApp } from '../prove-app';
import { proveWay } from '../prove-way';
import { sample } from './sample';

const folder = 'content/apps/sample';
const texts = await Promise.all(
  ['app', 'vi', 'en'].map(async (part) => [
    `${folder}/${part}.yaml`,
    await readFile(new URL(`${part}.yaml`, import.meta.url), 'utf8'),
  ]),
);
const content = parseContent({ ...(await readFiles('.')), ...Object.fromEntries(texts) });
const app = content.apps.sample;
const { cast } = sample;

describe('the sample app', () => {
  test('has nothing wrong with it that can be read off', () => {
    // Its files stand beside this test and not in content/, so no line in them names a schema for editors.
    const found = checkContent(content).filter(({ rule }) => rule !== 'schema-line');
    expect(found.filter(({ file }) => file.startsWith(folder))).toEqual([]);
  });

  test('is walked in all its scenes: all of it happens, and nobody is stuck', () => {
    if (!app) throw new Error('the sample app has not its shape');
    const { counts, violations } = proveApp(app.value, app.source, cast);
    expect(violations).toEqual([]);
    expect(counts).toMatchObject({ scenes: 2, screens: 16, checkpoints: 1 });
    expect(counts.taken).toBe(counts.transitions);
  });

  test.each(['small', 'large'])('is paid in, scene %s, from wherever one has strayed', (scene) => {
    if (!app) throw new Error('the sample app has not its shape');
    const proof = proveWay(app.value, { ...cast, scene }, { from: 'home', goal: 'paid' });
    expect(proof).toMatchObject({ stuck: [], lost: [], far: [], bypassed: [] });
    // list, camera, amount, next, confirm, (face,) code, pay
    expect(proof.shortest).toBe(scene === 'small' ? 7 : 8);
  });

  test('that is drawn is the one that is proved', async () => {
    const words = app && { vi: app.words.vi.value, en: app.words.en.value };
    await expect(`${JSON.stringify({ app: app?.value, words })}\n`).toMatchFileSnapshot('./sample.json');
  });
});
