import { createActor } from 'xstate';
import { describe, expect, test } from 'vitest';
import { actionsAt } from '../actions';
import type { PracticeEvent } from '../context';
import { practiceMachine, screenOf } from '../machine';
import { nextRight } from '../next-right';
import { sample } from './sample';

const { app } = sample.bundle;

/** What happens to somebody who does these things from a screen on, one after the other. */
function after(from: string, scene: 'small' | 'large', ...events: PracticeEvent[]) {
  const cast = { ...sample.cast, scene };
  const actor = createActor(practiceMachine(app, cast, { from })).start();
  for (const event of events) actor.send(event);
  const snapshot = actor.getSnapshot();
  return { snapshot, at: screenOf(snapshot), context: snapshot.context, cast };
}
const press = (control: string): PracticeEvent => ({ type: `press.${control}` });
const enter = (field: string, value: string): PracticeEvent => ({ type: 'enter', field, value });
const pick = (field: string, option: string): PracticeEvent => ({ type: 'pick', field, option });

describe('a resident', () => {
  test('pays a little by code, and much only with their face', () => {
    const pay = (scene: 'small' | 'large', amount: string) =>
      after('amount', scene, enter('amount', amount), press('next'), press('confirm')).at;
    expect(pay('small', '85000')).toBe('pin');
    expect(pay('large', '15000000')).toBe('face');
  });

  test('may type money with points, and no noughts before it', () => {
    expect(after('amount', 'small', enter('amount', '085.000')).context.values.amount).toBe('85000');
  });

  test('cannot type more digits into a pad than it has dots', () => {
    expect(after('pin', 'small', enter('pin', '2468109')).context.values.pin).toBe('246810');
  });

  test('finds a pad empty after wrong digits, and as it was after too few', () => {
    const wrong = after('pin', 'small', enter('pin', '111111'), press('pay'));
    expect([wrong.context.slip?.id, wrong.context.values.pin]).toEqual(['pin.pin.other', undefined]);
    const short = after('pin', 'small', enter('pin', '246'), press('pay'));
    expect([short.context.slip?.id, short.context.values.pin]).toEqual(['pin.pin.short', '246']);
  });

  test('is reminded of a call by the phone until it is over', () => {
    const spoken = after('ringing', 'small', press('answer'));
    expect([spoken.at, spoken.context.flags]).toEqual(['talking', ['spoken']]);
    expect(after('paid', 'small', press('good')).context.flags).toEqual([]);
  });

  test('can only press and fill in what is on screen', () => {
    const early = after('sign', 'small', press('chip'), press('send'), pick('name', 'signed'));
    expect([early.context.flags, early.context.picks, early.context.wrong]).toEqual([[], {}, 0]);
    expect(actionsAt(app, early.cast, early.snapshot).map(({ control }) => control)).toEqual(['card']);
    const ready = after('sign', 'small', press('card'), press('chip'));
    expect(actionsAt(app, ready.cast, ready.snapshot).map(({ control }) => control)).toEqual([
      'name',
      'send',
    ]);
  });

  test('signs, takes it back, and signs again', () => {
    const read = [press('card'), press('chip')];
    const name = (...events: PracticeEvent[]) => after('sign', 'small', ...read, ...events);
    expect(name(press('send')).context.slip?.id).toBe('sign.name.empty');
    expect(name(pick('name', 'signed'), pick('name', 'blank')).context.picks).toEqual({});
    expect(name(pick('name', 'signed'), press('send')).at).toBe('home');
  });

  test('turns a switch on and off, and finds it as it was', () => {
    const { context } = after('settings', 'small', pick('wifi', 'on'), pick('wifi', 'off'));
    expect(context.picks).toEqual({});
    expect(after('settings', 'small', press('done')).context.slip?.id).toBe('settings.wifi.other');
  });

  test('goes by the bar of the app, but not to where they are', () => {
    expect(after('home', 'small', press('news')).at).toBe('news');
    expect(after('home', 'small', press('first')).context.wrong).toBe(0);
    const { snapshot, cast } = after('home', 'small');
    expect(actionsAt(app, cast, snapshot).map(({ control }) => control)).not.toContain('first');
  });

  test('is led on by cases and flags alike', () => {
    const told = (from: string, goal: string, scene: 'small' | 'large', ...events: PracticeEvent[]) => {
      const { snapshot, cast } = after(from, scene, ...events);
      return nextRight(app, cast, snapshot, goal)?.event;
    };
    expect(told('sign', 'home', 'small')).toEqual(press('card'));
    expect(told('sign', 'home', 'small', press('card'))).toEqual(press('chip'));
    expect(told('amount', 'paid', 'small', enter('amount', '5'))).toEqual(enter('amount', '85000'));
    expect(told('talking', 'paid', 'large')).toEqual(press('hang-up'));
  });
});
