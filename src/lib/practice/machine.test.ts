import { createActor } from 'xstate';
import { describe, expect, test } from 'vitest';
import { parseContent } from '$lib/content/parse';
import { readFiles } from '$lib/content/read-files';
import { castOf } from '$lib/content/variables';
import { slipKey } from '$lib/content/ids';
import { slipsOn } from '$lib/content/keys';
import { actionsAt } from './actions';
import type { PracticeEvent } from './context';
import { practiceMachine, screenOf } from './machine';
import type { Way } from './screen-state';
import { misconceptionOf } from './slips';

const content = parseContent(await readFiles('.'));
const app = content.apps.vneid?.value;
const lesson = content.lessons['vneid-activate']?.value;
const cast = lesson && castOf(content, lesson);
if (!app || !cast) throw new Error('content has changed its names');

/** What happens to somebody who does these things, one after the other. */
function after(way: Way, ...events: PracticeEvent[]) {
  if (!app || !cast) throw new Error('no app');
  const actor = createActor(practiceMachine(app, cast, way)).start();
  for (const event of events) actor.send(event);
  return actor.getSnapshot();
}
const press = (control: string): PracticeEvent => ({ type: `press.${control}` });
const enter = (field: string, value: string): PracticeEvent => ({ type: 'enter', field, value });
const pick = (field: string, option: string): PracticeEvent => ({ type: 'pick', field, option });
const identified = [enter('id-number', '000150000001'), enter('phone', '0100000123'), press('send')];

describe('a resident', () => {
  test('finds the notice and the trap on the phone', () => {
    expect(after({ from: 'phone' }).context.messages.map(({ id }) => id)).toEqual(['approved', 'fake-link']);
  });

  test('who presses the link of a stranger is stopped, by the name of what they believed', () => {
    const { context, value } = after({ from: 'phone' }, press('open-link'));
    expect(value).toBe('phone');
    expect(context.slip).toEqual({ id: 'phone.strange-link', n: 1 });
    expect(app && misconceptionOf(app, 'phone.strange-link')).toBe('links-are-official');
  });

  test('hears the first thing that is wrong with a form, from top to bottom', () => {
    const said = (...events: PracticeEvent[]) =>
      after({ from: 'identify' }, ...events, press('send')).context.slip?.id;
    expect(said()).toBe('identify.id-number.empty');
    expect(said(enter('id-number', '0001'))).toBe('identify.id-number.short');
    expect(said(enter('id-number', '070150000001'))).toBe('identify.id-number.other');
    expect(said(enter('id-number', '000150000001'))).toBe('identify.phone.empty');
  });

  test('may put spaces between digits', () => {
    expect(
      screenOf(after({ from: 'identify' }, enter('id-number', '000 150 000 001'), ...identified.slice(1))),
    ).toBe('otp');
  });

  test('hears no more of a mistake after doing something right', () => {
    const { context } = after({ from: 'identify' }, press('send'), enter('phone', '0100000123'));
    expect(context.slip).toBeNull();
    expect(context.wrong).toBe(1);
  });

  test('who errs twice in one way is answered twice', () => {
    const { context } = after({ from: 'welcome' }, press('log-in'), press('log-in'));
    expect(context.slip?.n).toBe(2);
    expect(context.slips).toEqual({ 'welcome.not-active': 2 });
  });

  test('who asks for the code again sees the message come again, and the field is empty', () => {
    const { context } = after({ from: 'identify' }, ...identified, enter('otp', '111111'), press('resend'));
    expect(context.messages).toContainEqual({ id: 'otp', n: 2 });
    expect(context.values.otp).toBeUndefined();
    expect(context.wrong).toBe(0);
  });

  test('who waits too long can ask for another code', () => {
    const late = after({ from: 'identify' }, ...identified, { type: 'time.OTP_EXPIRED' });
    expect([late.value, late.context.slip?.id]).toEqual(['otp-expired', 'otp.waited-too-long']);
    expect(after({ from: 'otp-expired' }, press('resend')).value).toBe('otp');
  });

  test('who picks three questions takes one back by touching it again', () => {
    const three = ['friend', 'dish', 'pet'].map((option) => pick('questions', option));
    expect(after({ from: 'questions' }, ...three, press('next')).context.slip?.id).toBe(
      'questions.questions.many',
    );
    expect(after({ from: 'questions' }, ...three, pick('questions', 'dish'), press('next')).value).toBe(
      'answers',
    );
  });

  test('is asked only the questions they picked', () => {
    const picked = [pick('questions', 'friend'), pick('questions', 'pet'), press('next')];
    const answered = [pick('friend', 'hers'), pick('dish', 'fish'), pick('pet', 'hers')];
    const { context } = after({ from: 'questions' }, ...picked, ...answered);
    expect(context.picks.dish).toBeUndefined();
    expect(after({ from: 'questions' }, ...picked, ...answered, press('finish')).value).toBe('activated');
  });

  test('leaves no password behind on the next screen', () => {
    const { value, context } = after({ from: 'password' }, enter('password', 'Nhaso#2026'), press('next'));
    expect([value, context.values]).toEqual(['passcode', {}]);
  });

  test('has done the task at the goal, and nothing more is to be done there', () => {
    const done = after({ from: 'welcome', goal: 'identify' }, press('activate'));
    expect([done.status, done.value]).toEqual(['done', 'identify']);
    expect(actionsAt(app, cast, done)).toEqual([]);
  });

  test('cannot do what is not on the screen', () => {
    const { value, context } = after(
      { from: 'welcome' },
      press('send'),
      enter('phone', '1'),
      pick('questions', 'pet'),
    );
    expect([value, context.values, context.picks, context.wrong]).toEqual(['welcome', {}, {}, 0]);
  });
});

test('every slip there is has words in both languages', () => {
  const has = (lang: 'vi' | 'en', key: string) =>
    key
      .split('.')
      .reduce<unknown>(
        (group, part) => (group as Record<string, unknown>)[part],
        content.apps.vneid?.words[lang].value,
      );
  const slips = app ? Object.entries(app.screens).flatMap(([id, screen]) => slipsOn(app, id, screen)) : [];
  expect(slips.length).toBeGreaterThan(40);
  for (const slip of slips)
    for (const lang of ['vi', 'en'] as const) expect(has(lang, slipKey(slip))).toBeTypeOf('string');
});
