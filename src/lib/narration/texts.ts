import { flatten } from '$lib/content/keys';
import { appNamespace, lessonNamespace } from '$lib/content/ids';
import type { Content } from '$lib/content/parse';
import { appsOf, tasksOf } from '$lib/content/parts';
import type { Lesson } from '$lib/content/lesson';
import type { Language, Words } from '$lib/content/schema/words';
import type { PracticeApp } from '$lib/content/app';
import { shownAll } from '$lib/content/values';
import { personaVariables, placeValues, sceneVariables } from '$lib/content/variables';
import { clipName, shownText } from './hash';
import type { Lexicon } from './lexicon';
import { numberWords } from './numbers';
import { piecesOf, speaks } from './plan';

/** A text that needs a clip, and where it is shown. */
export interface Narrated {
  /** As it is shown, its variables filled in. */
  text: string;
  /** The string ids it is shown by, sorted: `lesson-vneid-activate:why.title`. */
  ids: string[];
}

/** Words that need no voice: the screens of staff are read by staff, and where nothing can be kept no clip is. */
const unspoken = new Set(['house', 'device', 'cardmaking', 'aside', 'staff', 'fleet', 'bulletins', 'start']);

/** Every text of a language that needs a clip, by the clip's name. */
export type Texts = Map<string, Narrated>;

/** What a kiosk shows to residents: all lessons and their apps, the words of its screens, numbers, keys and given names. */
export function allTexts(
  content: Content,
  interfaceWords: Record<string, Words>,
  lexicon: Lexicon,
  lang: Language,
): Texts {
  const lessons = Object.values(content.lessons).map(({ value }) => lessonTexts(content, value, lang));
  const said = [numberTexts(), keyTexts(lexicon), nameTexts(lexicon)];
  return joined([screenTexts(interfaceWords), ...said, ...lessons]);
}

/** What one lesson shows, with the apps it practises in and the values of its people, its place and its scenes. */
export function lessonTexts(content: Content, lesson: Lesson, lang: Language): Texts {
  const texts: Texts = new Map();
  const values = valuesOf(content, lesson, lang);
  const scenes = tasksOf(lesson).map(({ task }) => ({
    app: task.app,
    values: { ...values, ...sceneVariables(content.apps[task.app]?.value, task.scene, lang) },
  }));
  const all = [values, ...scenes.map((scene) => scene.values)];
  for (const set of all) for (const [name, value] of Object.entries(set)) add(texts, value, `value:${name}`);
  const own = content.lessons[lesson.id];
  if (own) addWords(texts, lessonNamespace(lesson.id), own.words[lang].value, () => all);
  for (const id of appsOf(lesson)) {
    const app = content.apps[id];
    if (!app) continue;
    const played = scenes.filter((scene) => scene.app === id).map((scene) => scene.values);
    const sent = messageValues(app.value, lang);
    for (const [name, value] of Object.values(sent).flatMap(Object.entries<string>))
      add(texts, value, `value:${name}`);
    addWords(texts, appNamespace(id), app.words[lang].value, (key) =>
      played.map((set) => ({ ...set, ...sent[/^message\.([^.]+)/.exec(key)?.[1] ?? ''] })),
    );
  }
  return texts;
}

function messageValues(app: PracticeApp, lang: Language): Record<string, Record<string, string>> {
  return Object.fromEntries(Object.entries(app.messages).map(([id, values]) => [id, shownAll(values, lang)]));
}

/** What the words of the interface show, on all screens that are not the staff's. */
export function screenTexts(words: Record<string, Words>): Texts {
  const texts: Texts = new Map();
  for (const [namespace, own] of Object.entries(words))
    if (!unspoken.has(namespace)) addWords(texts, namespace, own, () => []);
  return texts;
}

/** Numbers up to a hundred in one breath, and the words that greater ones are put together of. */
function numberTexts(): Texts {
  const texts: Texts = new Map();
  const words = ['không', 'lẻ', 'mươi', 'mốt', 'lăm', 'trăm', 'ngàn', 'triệu', 'tỷ', 'phẩy', 'đồng'];
  const others = ['phần trăm', 'ngày', 'tháng', 'năm', 'giờ', 'phút'];
  for (let number = 0; number < 100; number++) {
    add(texts, String(number), `number:${number}`);
    add(texts, numberWords(number), `number:${number}`); // as a part of a greater one
  }
  for (const word of [...words, ...others]) add(texts, word, `number:${word}`);
  return texts;
}

/** The names of the keys of a keyboard. */
function keyTexts({ keys }: Lexicon): Texts {
  const texts: Texts = new Map();
  for (const key of Object.keys(keys)) add(texts, key, `key:${key}`);
  return texts;
}

/** Given names: only a kiosk, which keeps all clips, says who somebody is. */
export function nameTexts({ names }: Lexicon): Texts {
  const texts: Texts = new Map();
  for (const name of names) add(texts, name, `name:${name}`);
  return texts;
}

function valuesOf(content: Content, lesson: Lesson, lang: Language): Record<string, string> {
  const persona = content.personas[lesson.persona]?.value;
  const place = content.places[lesson.place]?.value;
  return {
    ...(place ? shownAll(placeValues(place), lang) : {}),
    ...(persona ? personaVariables(persona, lang) : {}),
  };
}

/** Adds every word, once with each set of values; where none fills a text whole, the pieces around its values. */
function addWords(
  texts: Texts,
  namespace: string,
  words: Words,
  setsFor: (key: string) => Record<string, string>[],
): void {
  for (const [key, template] of Object.entries(flatten(words))) {
    const id = `${namespace}:${key}`;
    const filled = [{}, ...setsFor(key)]
      .map((set) => fill(template, set))
      .filter((text) => !text.includes('{{'));
    for (const text of filled) add(texts, text, id);
    if (filled.length > 0) continue;
    for (const { text, variable } of piecesOf(template)) if (!variable) add(texts, text, id);
  }
}

function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (open, name: string) => values[name] ?? open);
}

function add(texts: Texts, shown: string, id: string): void {
  const text = shownText(shown);
  if (!speaks(text) && text.length !== 1) return;
  const name = clipName(text);
  const known = texts.get(name);
  if (known && known.text !== text) throw new Error(`One name for two texts: «${known.text}» and «${text}»`);
  if (!known) texts.set(name, { text, ids: [id] });
  else if (!known.ids.includes(id)) known.ids = [...known.ids, id].sort();
}

function joined(parts: Texts[]): Texts {
  const all: Texts = new Map();
  for (const part of parts)
    for (const { text, ids } of part.values()) for (const id of ids) add(all, text, id);
  return all;
}
