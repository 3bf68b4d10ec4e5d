import type { Apps, LessonBundle } from '$lib/content/bundle';
import { catalogue, loadLesson } from '$lib/content/catalogue';
import { appNamespace, lessonNamespace, misconceptionNamespace } from '$lib/content/ids';
import { believedWords, toldVariables } from '$lib/content/variables';
import { addWords, hasWords, language, t } from '$lib/words/words.svelte';
import { slipWords } from './slip-words';

/** What lessons, their steps and slips are called, for whoever reads about them: words once they are here, ids until then. */
export class LessonNames {
  #known = $state.raw<Record<string, { bundle: LessonBundle; apps: Apps }>>({});

  /** Brings the words of these lessons. One that has left the device is told by its id: failing costs only its words. */
  bring(lessons: Iterable<string>): void {
    for (const lesson of lessons) if (!this.#known[lesson]) void this.#bring(lesson).catch(() => undefined);
  }

  async #bring(lesson: string): Promise<void> {
    const bundle = await loadLesson(lesson);
    const apps = await bundle.apps();
    addWords(lessonNamespace(lesson), bundle.words);
    addWords(misconceptionNamespace, believedWords(bundle.misconceptions));
    for (const [app, { words }] of Object.entries(apps)) addWords(appNamespace(app), words);
    this.#known = { ...this.#known, [lesson]: { bundle, apps } };
  }

  /** The title of a lesson. */
  lesson(id: string): string {
    return catalogue.find((card) => card.id === id)?.title[language.current] ?? id;
  }

  /** The title of a step. */
  step(lesson: string, step: string): string {
    const key = `${lessonNamespace(lesson)}:${step}.title`;
    return hasWords(key) ? t(key, this.#variables(lesson)) : step;
  }

  /** What is believed at a slip, or what the learner was told. */
  slip(lesson: string, slip: string): string {
    const known = this.#known[lesson];
    const key = known && slipWords(known.bundle.lesson, known.apps, slip).find((one) => hasWords(one));
    return key === undefined ? slip : t(key, this.#variables(lesson));
  }

  #variables(lesson: string) {
    const known = this.#known[lesson];
    return known && toldVariables(known.bundle, known.apps, language.current);
  }
}
