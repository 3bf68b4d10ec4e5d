import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { runnerImport } from 'vite';
import { engineOf } from './narrate/engines.mjs';
import { help, readFlags } from './narrate/flags.mjs';
import { master } from './narrate/master.mjs';
import { recordings } from './narrate/recordings.mjs';
import { root } from './paths.mjs';
import { say } from './say.mjs';

// `npm run narrate`: see narrate/flags.mjs, and docs/narration.md.

/** Clips made at a time, and after how many the manifest is written, so that little is lost by a power cut. */
const atOnce = 2;
const saveEvery = 20;

/**
 * @template Module
 * @param {string} file below src/lib
 * @returns {Promise<Module>}
 */
async function load(file) {
  const lib = path.join(root, 'src/lib');
  const options = { root, configFile: /** @type {const} */ (false), resolve: { alias: { $lib: lib } } };
  return /** @type {{ module: Module }} */ (await runnerImport(path.join(lib, file), options)).module;
}

/** @typedef {import('../src/lib/narration/manifest').Manifest} Manifest */
/** @typedef {{ name: string, recording?: import('./narrate/recordings.mjs').Recording }} Job */

/** @type {typeof import('../src/lib/narration/voice')} */
const { readVoice, textsOf, voicedLanguages } = await load('narration/voice.ts');
/** @type {typeof import('../src/lib/narration/clip-rules')} */
const { standing } = await load('narration/clip-rules.ts');
/** @type {typeof import('../src/lib/narration/manifest')} */
const { manifestText } = await load('narration/manifest.ts');
/** @type {typeof import('../src/lib/content/parse')} */
const { parseContent } = await load('content/parse.ts');
/** @type {typeof import('../src/lib/content/read-files')} */
const { readFiles } = await load('content/read-files.ts');

/**
 * @param {import('./narrate/flags.mjs').Flags} flags
 * @param {import('../src/lib/content/schema/words').Language} lang
 */
async function narrate(flags, lang) {
  const content = parseContent(await readFiles(root));
  const voice = await readVoice(root, lang);
  const texts = textsOf(content, voice);
  const { manifest } = voice;
  const folder = path.join(root, 'content/audio', lang);
  await forgetLost(folder, manifest);
  const found = standing(texts, manifest, voice.say);
  const people = await recordings(path.join(root, 'content/recordings', lang), texts, !flags.dryRun);
  for (const line of people.left) say(`left out  ${line}`);

  const jobs = (await jobsOf(texts, manifest, found, people.found, flags)).filter(({ name }) =>
    isMeant(name),
  );
  if (flags.listUnknown) return listUnknown();
  if (flags.listMissing) {
    for (const { name } of jobs) say(`${lang}:${texts.get(name)?.ids[0]}  «${texts.get(name)?.text}»`);
  }
  const unused = flags.prune ? found.unused.length : 0;
  say(
    `${lang}: ${texts.size} texts, ${found.missing.length} without a clip, ${found.outdated.length} out of date, ` +
      `${found.unused.length} clips unused; ${jobs.length} to make${unused ? `, ${unused} to take away` : ''}`,
  );
  if (flags.dryRun || flags.listMissing) return;

  if (flags.prune) for (const name of found.unused) await takeAway(name);
  refreshIds();
  if (jobs.some(({ recording }) => !recording)) await engineOf(flags).check();
  await make(jobs);
  await save();
  const clips = Object.values(manifest);
  const total = (/** @type {'bytes' | 'milliseconds'} */ of) =>
    clips.reduce((sum, clip) => sum + clip[of], 0);
  say(
    `${lang}: ${clips.length} clips, ${(total('bytes') / 1e6).toFixed(1)} MB, ` +
      `${(total('milliseconds') / 60_000).toFixed(1)} minutes of speech`,
  );

  /** @param {string} name */
  function isMeant(name) {
    const ids = texts.get(name)?.ids ?? [];
    return flags.only.length === 0 || ids.some((id) => flags.only.some((begin) => id.startsWith(begin)));
  }

  function listUnknown() {
    /** @type {Map<string, string>} */
    const unknown = new Map();
    for (const { text, ids } of texts.values())
      for (const word of voice.say(text).unknown) unknown.set(word, `${ids[0]}  «${text}»`);
    for (const [word, where] of [...unknown].sort()) say(`${word}\t${where}`);
    say(`${lang}: ${unknown.size} words that content/spoken/${lang}.yaml does not say how to speak`);
  }

  /** @param {string} name */
  async function takeAway(name) {
    await rm(path.join(folder, `${name}.m4a`), { force: true });
    Reflect.deleteProperty(manifest, name);
  }

  /** A clip may serve more places than when it was made. */
  function refreshIds() {
    for (const [name, { text, ids }] of texts) {
      const clip = manifest[name];
      if (clip) manifest[name] = { ...clip, text, ids };
    }
  }

  async function save() {
    await writeFile(path.join(root, voice.file), manifestText(manifest));
  }

  /** @param {Job[]} todo */
  async function make(todo) {
    const began = Date.now();
    let done = 0;
    const waiting = todo.values();
    const engine = engineOf(flags);
    const worker = async () => {
      const scratch = await mkdtemp(path.join(tmpdir(), 'nhaso-voice-'));
      try {
        for (const { name, recording } of waiting) {
          const shown = texts.get(name);
          if (!shown) continue;
          const spoken = voice.say(shown.text).words;
          const from = recording?.file ?? path.join(scratch, 'said.wav');
          if (!recording) await engine.speak(spoken, from);
          const made = await master(from, path.join(folder, `${name}.m4a`), scratch);
          manifest[name] = {
            ...shown,
            spoken,
            ...(recording
              ? {
                  engine: 'person',
                  voice: recording.voice,
                  licence: recording.licence,
                  recording: await digest(from),
                }
              : { engine: engine.name, voice: engine.voice, licence: engine.licence }),
            ...made,
          };
          done += 1;
          if (done % saveEvery === 0) {
            await save();
            const left = ((Date.now() - began) / done) * (todo.length - done);
            say(`${done} of ${todo.length}, ${Math.ceil(left / 60_000)} min left`);
          }
        }
      } finally {
        await rm(scratch, { recursive: true, force: true });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    if (done > 0) say(`${done} clips in ${((Date.now() - began) / 1000).toFixed(0)} s`);
  }
}

/**
 * What is to be made: people's recordings that are new or changed first, then what a machine has to say.
 * @param {Map<string, { text: string, ids: string[] }>} texts
 * @param {Manifest} manifest
 * @param {{ missing: string[], outdated: string[] }} found
 * @param {Map<string, import('./narrate/recordings.mjs').Recording>} people
 * @param {import('./narrate/flags.mjs').Flags} flags
 * @returns {Promise<Job[]>}
 */
async function jobsOf(texts, manifest, found, people, flags) {
  /** @type {Job[]} */
  const jobs = [];
  for (const [name, recording] of people)
    if (manifest[name]?.recording !== (await digest(recording.file))) jobs.push({ name, recording });
  const byMachine = flags.again
    ? [...texts.keys()].filter((name) => manifest[name]?.engine !== 'person')
    : [...found.missing, ...found.outdated];
  return [...jobs, ...byMachine.filter((name) => !people.has(name)).map((name) => ({ name }))];
}

/**
 * A clip whose file is gone has to be made again; a file that no manifest names is taken away.
 * @param {string} folder
 * @param {Manifest} manifest
 */
async function forgetLost(folder, manifest) {
  const files = new Set(await readdir(folder));
  for (const name of Object.keys(manifest))
    if (!files.has(`${name}.m4a`)) Reflect.deleteProperty(manifest, name);
}

/** @param {string} file */
async function digest(file) {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

try {
  const flags = readFlags(process.argv.slice(2));
  if (flags.help) say(help);
  else for (const lang of voicedLanguages) await narrate(flags, lang);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
}
