import { flushSync } from 'svelte';
import { afterEach, describe, expect, test } from 'vitest';
import type { LessonBundle } from '$lib/content/bundle';
import { parseContent } from '$lib/content/parse';
import { readFiles } from '$lib/content/read-files';
import { pressing } from '$lib/practice/actions';
import { screenOf } from '$lib/practice/machine';
import { everyKind } from './fixture/every-kind';
import { LessonRun, type Happening } from './run.svelte';

const content = parseContent({ ...(await readFiles('.')), ...everyKind() });
const lesson = content.lessons['every-kind'];
const app = content.apps['vneid'];
const persona = content.personas['ba-mau'];
if (!lesson || !app || !persona) throw new Error('content has changed its names');
const wordsOf = ({ vi, en }: typeof lesson.words) => ({ vi: vi.value, en: en.value });
const apps = { vneid: { app: app.value, words: wordsOf(app.words) } };
const bundle: LessonBundle = {
  lesson: lesson.value,
  words: wordsOf(lesson.words),
  apps: () => Promise.resolve(apps),
  persona: persona.value,
  place: {},
  misconceptions: [],
};

let runs: LessonRun[] = [];
afterEach(() => {
  for (const run of runs) run.stop();
  runs = [];
});

/** A run at a step, with a clock that stands still unless it is moved, and all it tells but where it stands. */
function runAt(step: string) {
  let time = 0;
  const told: Happening[] = [];
  const tell = (what: Happening) => {
    if (what.type !== 'moved' && what.type !== 'started') told.push(what);
  };
  const run = new LessonRun(bundle, tell, { step, answers: {}, results: {} }, () => time);
  run.bring(apps);
  runs.push(run);
  const pass = (seconds: number) => {
    time += seconds * 1000;
    if (run.hintDue() === 0) run.help('time');
    flushSync();
  };
  return { run, told, pass };
}

/** A wrong tap in each kind of question, and a right one that does not end it. */
const questions: [kind: string, step: string, wrong: string, right: string | undefined][] = [
  ['a choice', 'whose', 'tell', undefined],
  ['an order', 'sequence', 'type', 'read'],
  ['signs', 'signs', 'name', 'hurry'],
];

describe.each(questions)('hints of a question: %s', (_, step, wrong) => {
  test('the first after a minute, the next after half of one, the solution last', () => {
    const { run, pass } = runAt(step);
    const seen = [59, 1, 29, 1, 29, 1, 600].map((seconds) => {
      pass(seconds);
      return [run.hints, run.answer !== undefined];
    });
    expect(seen).toEqual([
      [0, false],
      [1, false],
      [1, false],
      [2, false],
      [2, false],
      [3, true],
      [3, true],
    ]);
    expect(run.hintDue()).toBeNull();
  });

  test('the first with the second wrong answer, one more with each further one', () => {
    const { run } = runAt(step);
    const seen = Array.from({ length: 5 }, () => {
      run.tap(wrong);
      return run.hints;
    });
    expect(seen).toEqual([0, 1, 2, 3, 3]);
  });

  test('a wrong answer and time count together', () => {
    const { run, pass } = runAt(step);
    run.tap(wrong);
    pass(60);
    expect(run.hints).toBe(1);
    run.tap(wrong);
    expect(run.hints).toBe(2);
    pass(30);
    expect(run.hints).toBe(3);
  });

  test('each press on Help brings one, and is told with the next answer', () => {
    const { run, told } = runAt(step);
    run.help();
    run.help();
    expect(run.hints).toBe(2);
    run.tap(wrong);
    expect(told).toMatchObject([{ type: 'attempt', step, mode: 'choose', right: false, helped: 2 }]);
  });
});

test.each(questions.filter(([, , , right]) => right !== undefined))(
  'something right makes the wait for a hint begin anew: %s',
  (_, step, _wrong, right) => {
    const { run, pass } = runAt(step);
    pass(50);
    run.tap(right ?? '');
    pass(50);
    expect(run.hints).toBe(0);
    pass(10);
    expect(run.hints).toBe(1);
  },
);

test.each(['together', 'alone'])('a task waits for its app, and a question does not: %s', (step) => {
  const run = new LessonRun(
    bundle,
    () => undefined,
    { step, answers: {}, results: {} },
    () => 0,
  );
  runs.push(run);
  expect([run.task, run.waits, run.hintDue()]).toEqual([null, true, null]);
  run.bring(apps);
  expect([run.task?.app, run.waits]).toEqual([app.value, false]);

  const before = run.task;
  run.bring(apps);
  expect(run.task).toBe(before);
  expect(runAt('whose').run.waits).toBe(false);
});

describe('what is written down', () => {
  test('a wrong choice by what is believed, then the right one', () => {
    const { run, told } = runAt('whose');
    run.tap('tell');
    run.tap('keep');
    run.tap('keep');
    expect(told).toEqual([
      {
        type: 'attempt',
        step: 'whose',
        mode: 'choose',
        right: false,
        slip: 'misconception.otp-is-secret',
        helped: 0,
      },
      { type: 'attempt', step: 'whose', mode: 'choose', right: true, slip: undefined, helped: 0 },
    ]);
  });

  test('something tapped too early by what answered it, and the whole order once', () => {
    const { run, told } = runAt('sequence');
    for (const id of ['read', 'type', 'open', 'open', 'type', 'hang-up']) run.tap(id);
    expect(told).toMatchObject([
      { right: false, slip: 'sequence.feedback.type' },
      { right: true, slip: undefined },
    ]);
  });

  test('a sign that was found only because it glowed', () => {
    const { run, told } = runAt('signs');
    run.tap('hurry');
    for (let n = 0; n < 3; n += 1) run.help();
    expect(run.answer).toBe('sender');
    for (const id of ['sender', 'link']) run.tap(id);
    expect(told.map((one) => one.type === 'attempt' && [one.right, one.slip])).toEqual([
      [false, 'misconception.links-are-official'],
      [false, 'misconception.links-are-official'],
      [true, undefined],
    ]);
  });

  test('the milestone, once, and only if it was reached', () => {
    const { run, told } = runAt('mine');
    run.reach();
    run.reach();
    expect(told).toEqual([{ type: 'milestone', step: 'mine', milestone: 'vneid-level-2' }]);
    const other = runAt('mine');
    other.run.next();
    expect(other.told).toEqual([]);
    expect(other.run.shown?.step.id).toBe('after');
  });

  test('the face that stood when they went on, and none where it was skipped', () => {
    const { run, told } = runAt('before');
    run.rate(2);
    run.rate(4);
    run.next();
    expect(told).toEqual([{ type: 'rated', moment: 'before', face: 4 }]);
    const other = runAt('before');
    other.run.next();
    expect(other.told).toEqual([]);
  });
});

describe('a check in parts', () => {
  const solve = (run: LessonRun) => {
    run.task?.act(pressing('open-app'));
    run.task?.act(pressing('activate'));
  };

  test('helps nobody, answers nothing, and tells every mistake at its place', () => {
    const { run, told, pass } = runAt('alone');
    expect(run.alone).toBe(true);
    expect(run.hintDue()).toBeNull();
    run.task?.act(pressing('open-link'));
    pass(600);
    run.help();
    expect([run.hints, run.task?.solution]).toEqual([0, null]);
    solve(run);
    expect(run.shown?.part?.id).toBe('call');
    run.submit(['tell']);
    run.submit(['open', 'read', 'type']);
    run.submit(['sender']);
    expect(run.shown?.phase).toBe('missed');
    expect(run.shown?.slips).toBe(3);
    expect(told.map((one) => one.type === 'attempt' && [one.step, one.mode, one.right, one.slip])).toEqual([
      ['alone', 'test', false, 'phone.strange-link'],
      ['alone', 'test', true, undefined],
      ['alone', 'test', false, 'misconception.otp-is-secret'],
      ['alone', 'test', false, 'alone.turns.feedback.open'],
      ['alone', 'test', true, undefined],
    ]);
    expect(run.shown?.results.map(({ result }) => result.wrong)).toEqual([
      ['phone.strange-link'],
      ['tell'],
      ['open'],
      [],
    ]);
  });

  test('is not answered by somebody who touches what belongs to another part', () => {
    const { run } = runAt('alone');
    run.submit(['keep']);
    run.tap('keep');
    expect(run.shown?.part?.id).toBe('activate');
  });
});

describe('being shown', () => {
  const watch = (run: LessonRun) => {
    for (let action = run.task?.next(); action; action = run.task?.next()) run.task?.act(action);
  };

  test('comes first where the lesson says so, is no attempt, and hands over at the beginning', () => {
    const { run, told, pass } = runAt('together');
    expect([run.task?.mode, run.hintDue()]).toEqual(['show', null]);
    pass(600);
    watch(run);
    expect(run.task?.snapshot.status).toBe('done');
    expect(run.shown?.phase).toBe('doing');
    expect(told).toEqual([]);
    run.task?.takeOver();
    expect([run.task?.mode, run.task && screenOf(run.task.snapshot)]).toEqual(['coach', 'phone']);
    watch(run);
    expect(run.shown?.phase).toBe('done');
    expect(told).toMatchObject([{ type: 'attempt', mode: 'coach', right: true, helped: 0 }]);
  });

  test('on request goes on from where one is, and gives that place back', () => {
    const { run, told } = runAt('together');
    run.task?.takeOver();
    run.task?.act(pressing('open-app'));
    expect(run.task?.offersShow).toBe(true);
    run.show();
    watch(run);
    expect(run.shown?.phase).toBe('doing');
    run.task?.takeOver();
    expect(run.task && screenOf(run.task.snapshot)).toBe('welcome');
    run.task?.act(pressing('activate'));
    expect(told).toMatchObject([{ type: 'attempt', mode: 'coach', right: true, helped: 1 }]);
  });

  test('is to be had again from the same place', () => {
    const { run } = runAt('together');
    watch(run);
    run.task?.showAgain();
    expect(run.task?.mode).toBe('show');
    expect(run.task && screenOf(run.task.snapshot)).toBe('phone');
  });

  test('is not offered in a test', () => {
    const { run } = runAt('alone');
    run.show();
    expect([run.task?.offersShow, run.task?.mode]).toEqual([false, 'test']);
  });
});
