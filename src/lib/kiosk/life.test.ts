import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { warnAfter } from '$lib/ledger/kinds/house-set';
import { warnFor, type LifeEvent } from './life';
import { simulatedKiosk as kiosk } from './simulated-kiosk';

describe('where a screen begins', () => {
  it.each([
    ['without a house', { paired: false, inStep: false }, 'unprovisioned'],
    ['paired, before the house’s rows came', { inStep: false }, 'syncing'],
    ['in its house', {}, 'attract'],
    ['in the middle of something, after a hand-over', { occupied: true }, 'session'],
    ['without a house, with somebody at it', { paired: false, inStep: false, occupied: true }, 'session'],
  ] as const)('%s: %s', (_, found, screen) => {
    expect(kiosk(found).screen()).toBe(screen);
  });

  it('comes from the box to its house step by step, and back when it is cut off', () => {
    const one = kiosk({ paired: false, inStep: false });
    const seen = (['pairing', 'unpaired', 'pairing', 'paired', 'in-step', 'unpaired'] as const).map(
      (type) => {
        one.say(type);
        return one.screen();
      },
    );
    expect(seen).toEqual(['pairing', 'unprovisioned', 'pairing', 'syncing', 'attract', 'unprovisioned']);
  });

  it('that was paired while somebody learned there goes to its house when they are gone', () => {
    const one = kiosk({ paired: false, inStep: false });
    one.say('came', 'paired', 'in-step', 'left');
    expect(one.screen()).toBe('attract');
  });
});

describe('somebody who walks away', () => {
  it('is asked after two minutes, and forgotten 45 seconds later', () => {
    const one = kiosk();
    one.say('came');
    one.pass(warnAfter.usual - 1);
    expect(one.screen()).toBe('session');
    one.pass(1);
    expect([one.screen(), one.left()]).toEqual(['warn', warnFor]);
    one.pass(warnFor - 1);
    expect([one.screen(), one.left()]).toEqual(['warn', 1]);
    expect(one.did).toEqual([]);
    one.pass(1);
    expect([one.screen(), one.did]).toEqual(['wipe', ['forget']]);
  });

  it('is forgotten by force where the page does not go', () => {
    const one = kiosk();
    one.say('came');
    one.pass(warnAfter.usual + warnFor + 20);
    expect(one.did.slice(0, 3)).toEqual(['forget', 'force', 'forget']);
  });

  it('is not called back by a touch while the page goes', () => {
    const one = kiosk();
    one.say('came');
    one.pass(warnAfter.usual + warnFor);
    one.say('touched', 'stay', 'came', 'left');
    expect(one.screen()).toBe('wipe');
  });
});

describe('somebody who is still there', () => {
  it.each(['touched', 'sound.ended'] as const)('is not asked while there is a sign of life: %s', (type) => {
    const one = kiosk();
    one.say('came');
    for (let n = 0; n < 10; n++) {
      one.pass(warnAfter.usual - 1);
      if (type === 'sound.ended') one.say('sound.began');
      one.say(type);
      expect(one.screen()).toBe('session');
    }
  });

  it('listens as long as it takes', () => {
    const one = kiosk();
    one.say('came');
    for (let clip = 0; clip < 30; clip++) {
      one.say('sound.began');
      one.pass(150);
      expect(one.screen()).toBe('session');
      one.say('sound.ended');
    }
    one.pass(warnAfter.usual);
    expect(one.screen()).toBe('warn');
  });

  it('is not thought of for ever where a sound hangs', () => {
    const one = kiosk();
    one.say('came', 'sound.began');
    one.pass(warnAfter.most + warnFor);
    expect(one.did).toEqual(['forget']);
  });

  it('says so as often as they like, and has the whole time again each time', () => {
    const one = kiosk();
    one.say('came');
    for (let n = 0; n < 50; n++) {
      one.pass(warnAfter.usual + warnFor - 1);
      expect([one.screen(), one.left()]).toEqual(['warn', 1]);
      one.say('stay');
      expect(one.screen()).toBe('session');
    }
    expect(one.did).toEqual([]);
  });

  it('goes at once when they say they are done', () => {
    const one = kiosk();
    one.say('came');
    one.pass(warnAfter.usual);
    one.say('done');
    expect([one.screen(), one.did]).toEqual(['wipe', ['forget']]);
  });

  it('does not answer the question by touching anything else, nor does the voice that asks it', () => {
    const one = kiosk();
    one.say('came');
    one.pass(warnAfter.usual);
    one.say('touched', 'sound.began', 'sound.ended');
    one.pass(warnFor);
    expect(one.did).toEqual(['forget']);
  });
});

it.each([
  [180, 180],
  [10, warnAfter.least],
  [100_000, warnAfter.most],
])('a house that asks for %i seconds is asked after %i', (seconds, waited) => {
  const one = kiosk();
  one.say({ type: 'wait', seconds }, 'came');
  one.pass(waited - 1);
  expect(one.screen()).toBe('session');
  one.pass(1);
  expect(one.screen()).toBe('warn');
});

describe('a new version', () => {
  it('waits until the first screen has stood for a minute', () => {
    const one = kiosk();
    one.say('came', 'update.found');
    one.pass(100);
    one.say('left');
    one.pass(59);
    expect(one.did).toEqual([]);
    one.pass(1);
    expect(one.did).toEqual(['take over']);
  });

  it('waits while people walk by and touch, and while there is an emergency', () => {
    const one = kiosk();
    one.say('update.found');
    for (let n = 0; n < 5; n++) {
      one.pass(50);
      one.say('touched');
    }
    expect(one.did).toEqual([]);
    one.say('emergency.began');
    one.pass(600);
    expect(one.did).toEqual([]);
    one.say('emergency.over');
    expect(one.did).toEqual(['take over']);
  });

  it('never comes during a session, a question or before the house is there, whatever else happens', () => {
    const types = [
      'touched',
      'sound.began',
      'sound.ended',
      'came',
      'left',
      'stay',
      'done',
      'paired',
    ] as const;
    const more = ['in-step', 'unpaired', 'emergency.began', 'emergency.over', 'update.found'] as const;
    const step = fc.oneof(
      fc.constantFrom<LifeEvent['type']>(...types, ...more),
      fc.integer({ min: 1, max: 200 }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const one = kiosk();
        let before = 0;
        for (const what of steps) {
          const was = one.screen();
          if (typeof what === 'number') one.pass(what);
          else one.say(what);
          const took = one.did.filter((did) => did === 'take over').length;
          if (took > before) expect([was, one.screen()]).toEqual(['attract', 'attract']);
          before = took;
        }
      }),
    );
  });
});

it('whoever came is forgotten before the first screen is anybody else’s, unless they left it themselves', () => {
  const step = fc.oneof(
    fc.constantFrom<LifeEvent['type']>('touched', 'stay', 'sound.began', 'sound.ended', 'update.found'),
    fc.integer({ min: 1, max: 400 }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const one = kiosk();
      one.say('came');
      for (const what of steps) {
        if (typeof what === 'number') one.pass(what);
        else one.say(what);
        expect(['session', 'warn', 'wipe']).toContain(one.screen());
        if (one.screen() === 'wipe') expect(one.did).toContain('forget');
      }
    }),
  );
});

it('an emergency is a state of the screen, whoever is there', () => {
  const one = kiosk();
  one.say('came', 'emergency.began');
  expect(one.is()).toMatchObject({ screen: { session: 'quiet' }, notice: 'emergency' });
  one.pass(warnAfter.usual);
  expect(one.is()).toMatchObject({ screen: { warn: 'counting' }, notice: 'emergency' });
  one.say('emergency.over');
  expect(one.is()).toMatchObject({ notice: 'calm' });
});

it('is degraded as long as anything is wrong', () => {
  const one = kiosk();
  one.say(
    { type: 'fault', code: 'storage' },
    { type: 'fault', code: 'clock' },
    { type: 'fault', code: 'clock' },
  );
  expect([one.faults(), one.is()]).toMatchObject([['storage', 'clock'], { health: 'degraded' }]);
  one.say({ type: 'mended', code: 'storage' });
  expect(one.is()).toMatchObject({ health: 'degraded' });
  one.say({ type: 'mended', code: 'clock' });
  expect(one.is()).toMatchObject({ health: 'well', screen: { attract: 'fresh' } });
});
