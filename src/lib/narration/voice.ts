import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { parseContent, type Content } from '$lib/content/parse';
import { readFiles } from '$lib/content/read-files';
import { languages, type Language, type Words } from '$lib/content/schema/words';
import type { Violation } from '$lib/content/violation';
import { clipViolations } from './clip-rules';
import { indexText } from './clip-index';
import { lexiconSchema, type Lexicon } from './lexicon';
import { parseManifest, type Manifest } from './manifest';
import { speaker, type Spoken } from './spoken';
import { allTexts, lessonTexts, nameTexts, screenTexts, type Texts } from './texts';

/** The languages that have a voice. */
export const voicedLanguages: readonly Language[] = ['vi'];

/** The voice of a language: what is to be said, how, and what has been. */
export interface Voice {
  lang: Language;
  /** The path of the manifest, from the root of the project. */
  file: string;
  lexicon: Lexicon;
  words: Record<string, Words>;
  manifest: Manifest;
  say: (text: string) => Spoken;
}

/** Reads the voice of a language from the disk. Throws where a file of it is missing or has not its shape. */
export async function readVoice(root: string, lang: Language): Promise<Voice> {
  const file = `content/audio/${lang}/manifest.json`;
  const text = async (name: string) => readFile(path.join(root, name), 'utf8');
  const lexicon = v.parse(lexiconSchema, parse(await text(`content/spoken/${lang}.yaml`)));
  const names = await readdir(path.join(root, 'content/words', lang));
  const words = await Promise.all(
    names.sort().map(async (name) => {
      const own = JSON.parse(await text(`content/words/${lang}/${name}`)) as Words;
      return [name.replace('.json', ''), own] as const;
    }),
  );
  return {
    lang,
    file,
    lexicon,
    words: Object.fromEntries(words),
    manifest: parseManifest(await text(file)),
    say: speaker(lexicon),
  };
}

/** Every text that needs a clip. */
export function textsOf(content: Content, voice: Voice): Texts {
  return allTexts(content, voice.words, voice.lexicon, voice.lang);
}

/** What is wrong with the clips of all languages: texts without one, clips that are out of date or of no use. */
export async function voiceFaults(root: string, content: Content): Promise<Violation[]> {
  const voices = await Promise.all(voicedLanguages.map((lang) => readVoice(root, lang)));
  return voices.flatMap((voice) => voiceViolations(content, voice));
}

/** What is wrong with the clips of one language. */
export function voiceViolations(content: Content, voice: Voice): Violation[] {
  return clipViolations(textsOf(content, voice), voice.manifest, voice.say, voice.file);
}

/** One clip to be kept on a device: its name, the SHA-256 of its file, its bytes. */
export type Kept = [name: string, sha256: string, bytes: number];

/** The files beside the clips of every language; one without a voice has an index in which nothing stands. */
export async function listsIn(root: string): Promise<Record<string, Record<string, string>>> {
  const content = parseContent(await readFiles(root));
  const files: Record<string, Record<string, string>> = {};
  for (const lang of languages)
    files[lang] = voicedLanguages.includes(lang)
      ? listsOf(content, await readVoice(root, lang))
      : { 'index.txt': '' };
  return files;
}

/**
 * The files beside the clips, by their names: the index, which says what there is, and lists of what to keep for
 * a day without a network. A lesson's holds what only lessons say; what any screen says stands in `everywhere`, so that
 * a lesson that changes changes its own list alone; given names stand in `names`, which no phone has to keep.
 */
function listsOf(content: Content, { manifest, words, lexicon, lang }: Voice): Record<string, string> {
  const kept = (names: Iterable<string>) =>
    JSON.stringify(
      [...names].sort().flatMap((name): Kept[] => {
        const clip = manifest[name];
        return clip ? [[name, clip.sha256, clip.bytes]] : [];
      }),
    );
  const names = Object.keys(manifest).sort();
  const lessons = Object.values(content.lessons).map(
    ({ value }) => [value.id, [...lessonTexts(content, value, lang).keys()]] as const,
  );
  const taught = new Set(lessons.flatMap(([, said]) => said));
  const screens = new Set(screenTexts(words).keys());
  const called = new Set(nameTexts(lexicon).keys());
  const isCalled = (name: string) => called.has(name) && !screens.has(name) && !taught.has(name);
  const everywhere = new Set(
    names.filter((name) => screens.has(name) || !(taught.has(name) || isCalled(name))),
  );
  return {
    'index.txt': indexText(names),
    'lists/everywhere.json': kept(everywhere),
    'lists/names.json': kept(names.filter(isCalled)),
    ...Object.fromEntries(
      lessons.map(([id, said]) => [
        `lists/${id}.json`,
        kept(new Set(said.filter((name) => !everywhere.has(name)))),
      ]),
    ),
  };
}
