import type { LessonBundle } from '$lib/content/bundle';
import { flatten } from '$lib/content/keys';
import type { Explain, Lesson } from '$lib/content/lesson';

/** What a card to take home says: a step with its picture, and those of its parts that stand on the card. */
export interface CardGroup {
  step: Explain;
  parts: string[];
}

/** The card of a lesson: the parts its `card` names, in that order, else those of its last explanation. */
export function cardOf(lesson: Lesson): CardGroup[] {
  const explains = lesson.steps.filter((step): step is Explain => step.kind === 'explain');
  const last = explains.at(-1);
  if (!lesson.card) return last ? [{ step: last, parts: last.parts }] : [];
  const groups: CardGroup[] = [];
  for (const name of lesson.card) {
    const [id, part = ''] = name.split('.');
    const step = explains.find((one) => one.id === id);
    if (!step) continue; // the checker has refused it
    const open = groups.at(-1);
    if (open?.step === step) open.parts.push(part);
    else groups.push({ step, parts: [part] });
  }
  return groups;
}

/** The names of the place's hotlines that the lesson tells people to call. */
export function hotlinesOf({ words, place }: LessonBundle): string[] {
  const said = Object.values(flatten(words.vi)).join('\n');
  return Object.keys(place).filter((name) => /hotline$/i.test(name) && said.includes(`{{${name}}}`));
}
