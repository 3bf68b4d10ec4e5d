import type { ChooseBody, OrderBody, SpotBody } from '$lib/content/lesson';

/** What can be asked without an app. */
export type Question =
  ({ kind: 'choose' } & ChooseBody) | ({ kind: 'order' } & OrderBody) | ({ kind: 'spot' } & SpotBody);

/**
 * What is wrong with an answer given without help; nothing where it is right. The answer is the choice taken, the
 * whole order, or every part tapped. Told are the wrong choice, what comes too early, the signs that were missed
 * and what was taken for one.
 */
export function wrongIn(question: Question, answer: readonly string[]): string[] {
  switch (question.kind) {
    case 'choose':
      return answer.filter((id) => !question.choices.some((choice) => choice.id === id && choice.right));
    case 'order':
      return question.items.filter((item, index) =>
        question.items.slice(0, index).some((before) => answer.indexOf(before) > answer.indexOf(item)),
      );
    case 'spot':
      return question.parts
        .filter(({ id, sign }) => answer.includes(id) !== (sign !== undefined))
        .map(({ id }) => id);
  }
}

/** Whether a tap is wrong in a question that is asked with help, after what was tapped rightly so far. */
export function isWrong(question: Question, answers: string[], id: string): boolean {
  if (question.kind === 'order') return question.items[answers.length] !== id;
  return question.kind === 'choose'
    ? wrongIn(question, [id]).length > 0
    : question.parts.some((part) => part.id === id && part.sign === undefined);
}

/** How many taps an answer takes, if that is known beforehand: of warning signs nobody says how many there are. */
export function tapsOf(question: Question): number | undefined {
  if (question.kind === 'choose') return 1;
  return question.kind === 'order' ? question.items.length : undefined;
}

/** What somebody believes who gets this choice or part wrong, by its id. */
export function believedBy(question: Question, wrong: string): string | undefined {
  if (question.kind === 'choose') return question.choices.find(({ id }) => id === wrong)?.misconception;
  return question.kind === 'spot' ? question.parts.find(({ id }) => id === wrong)?.sign : undefined;
}

/** What Help points at last: the right choice, what comes next, a sign not found yet. */
export function solutionOf(question: Question, answered: readonly string[]): string | undefined {
  switch (question.kind) {
    case 'choose':
      return question.choices.find(({ right }) => right)?.id;
    case 'order':
      return question.items[answered.length];
    case 'spot':
      return question.parts.find(({ id, sign }) => sign !== undefined && !answered.includes(id))?.id;
  }
}
