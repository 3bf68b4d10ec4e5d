import { afterEach, describe, expect, it } from 'vitest';
import { choicesFrom, first, phoneText, rates, nextStep, textSizes, volumes } from './choices';
import { settings } from './settings.svelte';

afterEach(() => settings.reset());

describe('what somebody chose', () => {
  it('is as at first again after one touch', () => {
    settings.change({ text: '4', theme: 'contrast' });
    settings.change({ rate: 50, readOnTouch: false });
    expect(settings.untouched).toBe(false);
    expect(settings.current).toEqual({
      ...first,
      text: '4',
      theme: 'contrast',
      rate: 50,
      readOnTouch: false,
    });
    settings.reset();
    expect(settings.untouched).toBe(true);
    expect(settings.current).toEqual(first);
  });

  it.each([
    ['nothing', undefined],
    ['no settings', 'text'],
    [
      'a value that is gone',
      { text: '9', theme: 'pink', rate: 110, volume: 7, readOnTouch: 'yes', readScreens: 1 },
    ],
  ])('is as at first where the phone has kept %s', (_, kept) => {
    expect(choicesFrom(kept)).toEqual(first);
  });

  it('is kept in its good parts where one part is not known any more', () => {
    expect(choicesFrom({ text: '4', theme: 'pink', more: 1 })).toEqual({ ...first, text: '4' });
  });
});

describe('the speed of reading', () => {
  it('goes from half to twice in 6 to 8 steps, as VVSG 2.0 asks', () => {
    expect([rates[0], rates.at(-1)]).toEqual([50, 200]);
    expect(rates.length).toBeGreaterThanOrEqual(6);
    expect(rates.length).toBeLessThanOrEqual(8);
    expect(rates).toContain(first.rate);
  });

  it('stops at both ends', () => {
    expect([nextStep(rates, 100, 1), nextStep(rates, 100, -1)]).toEqual([125, 75]);
    expect([nextStep(rates, 200, 1), nextStep(rates, 50, -1)]).toEqual([null, null]);
  });
});

it('one step of loudness is at most 10 dB, as VVSG 2.0 asks', () => {
  const steps = volumes.slice(1).map((volume, at) => 20 * Math.log10(volume / (volumes[at] ?? 0)));
  expect(Math.max(...steps)).toBeLessThanOrEqual(10);
  expect(volumes).toContain(first.volume);
});

describe('what whoever set the device up has chosen', () => {
  afterEach(() => settings.setUp(first));

  it('is what everybody finds, and comes back when somebody leaves', () => {
    settings.setUp({ volume: 40, rate: 75 });
    expect([settings.current.volume, settings.current.rate, settings.untouched]).toEqual([40, 75, true]);
    settings.change({ volume: 100, text: '4' });
    expect(settings.untouched).toBe(false);
    settings.reset();
    expect(settings.current).toEqual({ ...first, volume: 40, rate: 75 });
  });

  it('does not change what somebody is hearing now', () => {
    settings.change({ volume: 100 });
    settings.setUp({ volume: 20 });
    expect(settings.current.volume).toBe(100);
    settings.reset();
    expect(settings.current.volume).toBe(20);
  });
});

it.each([
  ['a high panel', false, ['1', '1', '3', '4']],
  ['a low panel', true, ['1', '1', '2', '3']],
] as const)('the practice phone grows with the words somebody asks for, on %s', (_, low, sizes) => {
  expect(textSizes.map((size) => phoneText(size, low))).toEqual(sizes);
});
