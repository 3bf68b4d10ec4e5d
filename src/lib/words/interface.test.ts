import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardWords } from './cards';
import { interfaceWords as residents } from './interface';
import { kioskWords } from './kiosk';
import { mediaWords } from './media';
import { settingsWords } from './settings';
import { staffWords } from './staff';
import { startWords } from './start';
import type { Words } from './words.svelte';

/** Every text of a language by its whole id: `house:status.late`. */
function texts(words: Record<string, Words>): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (path: string, node: string | Words) => {
    if (typeof node === 'string') found.set(path, node);
    else
      for (const [key, child] of Object.entries(node))
        walk(`${path}${path.endsWith(':') ? '' : '.'}${key}`, child);
  };
  for (const [namespace, node] of Object.entries(words)) walk(`${namespace}:`, node);
  return found;
}

const variablesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const interfaceWords = {
  vi: {
    ...residents.vi,
    cards: cardWords.vi,
    kiosk: kioskWords.vi,
    media: mediaWords.vi,
    settings: settingsWords.vi,
    start: startWords.vi,
    ...Object.fromEntries(Object.entries(staffWords).map(([name, { vi }]) => [name, vi])),
  },
  en: {
    ...residents.en,
    cards: cardWords.en,
    kiosk: kioskWords.en,
    media: mediaWords.en,
    settings: settingsWords.en,
    start: startWords.en,
    ...Object.fromEntries(Object.entries(staffWords).map(([name, { en }]) => [name, en])),
  },
};
const vi = texts(interfaceWords.vi);
const en = texts(interfaceWords.en);

/** All of src as one text: an id that stands nowhere in it, nor its beginning where it is put together, is dead. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(ts|svelte)$/.test(entry.name) && !entry.name.endsWith('.test.ts')
      ? [readFileSync(path, 'utf8')]
      : [];
  });
}

describe('the words of the interface', () => {
  it('are the same ids in Vietnamese and English', () => {
    expect([...en.keys()].sort()).toEqual([...vi.keys()].sort());
  });

  it('show the same variables in both', () => {
    for (const [id, text] of vi) expect(variablesIn(en.get(id) ?? ''), id).toEqual(variablesIn(text));
  });

  it('are composed (NFC) and never empty', () => {
    for (const [id, text] of [...vi, ...en]) {
      expect(text, id).toBe(text.normalize('NFC').trim());
      expect(text, id).not.toBe('');
    }
  });

  it('are all used, and every id that is used has words', () => {
    const code = sources('src').join('\n');
    const used = new Set([...code.matchAll(/['"`]([a-z]+:[a-z0-9.-]+)['"`]/g)].map(([, id]) => id ?? ''));
    const begun = [...code.matchAll(/['"`]([a-z]+:[a-z0-9.-]*)(?:\$?\{)/g)].map(([, start]) => start ?? '');
    const namespaces = Object.keys(interfaceWords.vi);
    const isUsed = (id: string) =>
      used.has(id) || begun.some((start) => start !== '' && id.startsWith(start));
    expect([...vi.keys()].filter((id) => !isUsed(id))).toEqual([]);
    const asked = [...used].filter((id) => namespaces.includes(id.slice(0, id.indexOf(':'))));
    expect(asked.filter((id) => !vi.has(id))).toEqual([]);
  });
});
