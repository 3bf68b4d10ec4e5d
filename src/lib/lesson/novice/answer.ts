import { solutionOf, type Question } from '../judge';
import type { Resident } from './resident';

/** Everything that can be tapped in a question. */
export function tapsIn(question: Question): string[] {
  switch (question.kind) {
    case 'choose':
      return question.choices.map(({ id }) => id);
    case 'order':
      return question.items;
    case 'spot':
      return question.parts.map(({ id }) => id);
  }
}

/** The next tap of a resident in a question that is asked with help. */
export function tapOf(resident: Resident, question: Question, answered: readonly string[]): string {
  const right = solutionOf(question, answered) ?? '';
  const wrongly = !resident.seesSolution() && resident.errs();
  const open = tapsIn(question).filter((id) => !answered.includes(id));
  return (wrongly ? resident.one(open) : right) ?? right;
}

/** The answer of a resident to a question of a check, given whole: right, or tapped at random. */
export function answerOf(resident: Resident, question: Question): string[] {
  const answer: string[] = [];
  const taps = tapsIn(question);
  for (let right = solutionOf(question, answer); right !== undefined; right = solutionOf(question, answer)) {
    const open = taps.filter((id) => !answer.includes(id));
    answer.push((resident.errs() ? resident.one(open) : right) ?? right);
    if (question.kind === 'choose' || answer.length === taps.length) break;
  }
  return answer;
}
