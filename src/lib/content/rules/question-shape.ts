import type { ChooseBody, OrderBody, SpotBody } from '../schema/question';
import type { Path } from '../violation';
import type { Say } from './say';

/** A question with choices has one right answer, and a reason for each wrong one. */
export function chooseShape({ choices }: ChooseBody, at: Path, say: Say): void {
  const rights = choices.filter(({ right }) => right).length;
  if (rights !== 1)
    say(at, 'one-right-choice', `${rights} choices are right`, 'Mark exactly one choice right: true.');
  if (choices.length < 2)
    say(at, 'too-few-options', 'there is nothing to choose', 'Offer at least two choices.');
  for (const { id, right, misconception } of choices)
    if (right === (misconception !== undefined))
      say(
        [...at, id],
        'misconception',
        right ? `${id} is right and names a misconception` : `${id} is wrong and names no misconception`,
        'Name what somebody believes who takes a wrong choice, and only there.',
      );
}

/** Things to put in order are three to seven, each once: two could be guessed, more than seven are lost sight of. */
export function orderShape({ items }: OrderBody, at: Path, say: Say): void {
  if (items.length < 3 || items.length > 7)
    say(at, 'order-length', `${items.length} things to put in order`, 'Give three to seven.');
  for (const id of items.filter((one, index) => items.indexOf(one) < index))
    say(at, 'twice', `${id} stands twice in the order`, 'Give each thing its own id.');
}

/** Where warning signs are to be found there is one, and something innocent beside it. */
export function spotShape({ parts }: SpotBody, at: Path, say: Say): void {
  const signs = parts.filter(({ sign }) => sign !== undefined).length;
  if (signs === 0)
    say([...at, 'parts'], 'no-sign', 'no part is a sign', 'Mark what warns: sign: its misconception.');
  if (signs === parts.length)
    say(
      [...at, 'parts'],
      'no-innocent-part',
      'every part is a sign',
      'Leave something in that is as it should be, or all can be tapped without looking.',
    );
}
