import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { checkContent } from '$lib/content/check-content';
import { parseContent } from '$lib/content/parse';
import { readFiles } from '$lib/content/read-files';
import { castOf } from '$lib/content/variables';
import { proveApp } from '../prove-app';
import { proveWay } from '../prove-way';

const folder = 'content/apps/sample';
const texts = await Promise.all(
  ['app', 'vi', 'en'].map(async (part) => [
    `${folder}/${part}.yaml`,
    await readFile(new URL(`${part}.yaml`, import.meta.url), 'utf8'),
  ]),
);
const content = parseContent({ ...(await readFiles('.')), ...Object.fromEntries(texts) });
const app = content.apps.sample;
const lesson = content.lessons['vneid-activate']?.value;
const cast = lesson && castOf(content, lesson);

describe('the sample app', () => {
  test('has nothing wrong with it that can be read off', () => {
    expect(checkContent(content).filter(({ file }) => file.startsWith(folder))).toEqual([]);
  });

  test('is walked in all its scenes: all of it happens, and nobody is stuck', () => {
    if (!app || !cast) throw new Error('the sample app has not its shape');
    const { counts, violations } = proveApp(app.value, app.source, cast);
    expect(violations).toEqual([]);
    expect(counts).toMatchObject({ scenes: 2, screens: 15, checkpoints: 1 });
    expect(counts.taken).toBe(counts.transitions);
  });

  test.each(['small', 'large'])('is paid in, scene %s, from wherever one has strayed', (scene) => {
    if (!app || !cast) throw new Error('the sample app has not its shape');
    const proof = proveWay(app.value, { ...cast, scene }, { from: 'home', goal: 'paid' });
    expect(proof).toMatchObject({ stuck: [], lost: [], far: [], bypassed: [] });
    // list, camera, amount, next, confirm, (face,) code, pay
    expect(proof.shortest).toBe(scene === 'small' ? 7 : 8);
  });

  test('that is drawn is the one that is proved', async () => {
    const words = app && { vi: app.words.vi.value, en: app.words.en.value };
    const drawn = { bundle: { app: app?.value, words }, cast: { ...cast, scene: 'small' } };
    await expect(`${JSON.stringify(drawn)}\n`).toMatchFileSnapshot('./sample.json');
  });
});
