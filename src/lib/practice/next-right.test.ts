import fc from 'fast-check';
import { initialTransition, transition } from 'xstate';
import { describe, expect, test, vi } from 'vitest';
import { parseContent } from '$lib/content/parse';
import { readFiles } from '$lib/content/read-files';
import { castOf } from '$lib/content/variables';
import { actionsAt } from './actions';
import { practiceMachine, screenOf, type PracticeSnapshot } from './machine';
import { nextRight, rightWay } from './next-right';
import { slipBetween } from './walk';

vi.setConfig({ testTimeout: 30_000 }); // sixty ways through the whole app, more on a busy machine

const content = parseContent(await readFiles('.'));
const app = content.apps.vneid?.value;
const lesson = content.lessons['vneid-activate']?.value;
const cast = lesson && castOf(content, lesson);
if (!app || !cast) throw new Error('content has changed its names');
const machine = practiceMachine(app, cast, { from: 'phone', goal: 'account' });
const [start] = initialTransition(machine);

function told(snapshot: PracticeSnapshot, goal = 'account') {
  return app && cast ? nextRight(app, cast, snapshot, goal) : null;
}
function act(snapshot: PracticeSnapshot, action: ReturnType<typeof told>) {
  return action ? transition(machine, snapshot, action.event)[0] : snapshot;
}

describe('the next right thing', () => {
  test('from the phone to the account is one thing after the other', () => {
    const path: string[] = [];
    let at = start;
    for (let action = told(at); action; action = told(at)) {
      path.push(`${screenOf(at)} ${action.control}${action.option ? `=${action.option}` : ''}`);
      at = act(at, action);
    }
    expect(path).toEqual([
      'phone open-app',
      'welcome activate',
      'identify id-number',
      'identify phone',
      'identify send',
      'otp otp',
      'otp confirm',
      'password password',
      'password next',
      'passcode passcode',
      'passcode repeat',
      'passcode next',
      'questions questions=friend',
      'questions questions=dish',
      'questions next',
      'answers friend=hers',
      'answers dish=hers',
      'answers finish',
      'activated done',
      'log-in pin',
      'log-in enter',
    ]);
  });

  test('is nothing where no right way leads', () => {
    expect(told(start, 'otp-expired')).toBeNull();
  });

  test('brings anybody home without a slip, wherever they have strayed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 999 }), { maxLength: 60 }), (steps) => {
        let at = start;
        for (const step of steps) {
          const actions = actionsAt(app, cast, at);
          const action = actions[step % Math.max(actions.length, 1)];
          if (action) at = act(at, action);
        }
        for (const action of rightWay(app, cast, at, 'account') ?? []) {
          const next = act(at, action);
          expect(slipBetween(at, next)).toBeNull();
          at = next;
        }
        expect(screenOf(at)).toBe('account');
      }),
      { numRuns: 60 },
    );
  });
});
