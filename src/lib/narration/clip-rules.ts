import type { Violation } from '$lib/content/violation';
import type { Manifest } from './manifest';
import type { Spoken } from './spoken';
import type { Texts } from './texts';

/** How the clips of a language stand to its texts; names of clips, each list sorted. */
export interface Standing {
  /** Texts that have no clip. */
  missing: string[];
  /** Clips that say a text in another way than it would be said now. */
  outdated: string[];
  /** Clips of texts that are shown no more. */
  unused: string[];
}

/** Compares texts and clips. What a person has recorded stays right as long as its text does. */
export function standing(texts: Texts, manifest: Manifest, say: (text: string) => Spoken): Standing {
  const found: Standing = { missing: [], outdated: [], unused: [] };
  for (const [name, { text }] of texts) {
    const clip = manifest[name];
    if (!clip) found.missing.push(name);
    else if (clip.engine !== 'person' && clip.spoken !== say(text).words) found.outdated.push(name);
  }
  for (const name of Object.keys(manifest)) if (!texts.has(name)) found.unused.push(name);
  return { missing: found.missing.sort(), outdated: found.outdated.sort(), unused: found.unused.sort() };
}

/** What is wrong with the clips of a language, as the checker tells it; `file` is the manifest. */
export function clipViolations(
  texts: Texts,
  manifest: Manifest,
  say: (text: string) => Spoken,
  file: string,
): Violation[] {
  const { missing, outdated, unused } = standing(texts, manifest, say);
  const told = (rule: string, names: string[], what: string, remedy: string): Violation[] =>
    names.map((name) => {
      const { text, ids } = texts.get(name) ?? manifest[name] ?? { text: name, ids: [] };
      return { file, line: 1, rule, message: `${ids[0] ?? name}: ${what}: «${text}»`, remedy };
    });
  return [
    ...told('missing-clip', missing, 'has no voice', 'Run npm run narrate.'),
    ...told('outdated-clip', outdated, 'is said in another way now', 'Run npm run narrate.'),
    ...[...texts.values()].flatMap(({ text, ids }) =>
      say(text).unknown.map((word) => ({
        ...{ file, line: 1, rule: 'unknown-word' },
        message: `${ids[0]}: nobody knows how to say ${word}: «${text}»`,
        remedy: 'Say it in content/spoken.',
      })),
    ),
    ...told('unused-clip', unused, 'is shown no more', 'Run npm run narrate -- --prune.'),
  ];
}
