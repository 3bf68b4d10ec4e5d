import { describe, expect, test } from 'vitest';
import type { PracticeApp } from '$lib/content/app';
import { sample } from './sample/sample';
import { stateKey } from './state-key';
import { walk } from './walk';

const nothing = { when: [], cases: [], clear: [], send: [], set: [], unset: [] };

/** A row of screens, each with a field and a flag, that is left onward only and empties nothing. */
function row(length: number): PracticeApp {
  const screens = Object.fromEntries(
    Array.from({ length }, (_, at) => [
      `s${at}`,
      {
        arrives: [],
        time: {},
        simulated: false,
        shows: [
          { kind: 'field' as const, id: `f${at}`, type: 'digits' as const, check: 'pin' },
          { ...nothing, kind: 'button' as const, id: 'more', look: 'plain' as const, set: [`m${at}`] },
          {
            ...nothing,
            kind: 'button' as const,
            id: 'next',
            look: 'main' as const,
            when: [`f${at}`],
            go: `s${at + 1}`,
          },
        ],
      },
    ]),
  );
  const end = {
    arrives: [],
    time: {},
    simulated: false,
    shows: [{ kind: 'text' as const, id: 'end', look: 'plain' as const }],
  };
  const { validators } = sample.bundle.app;
  return {
    ...sample.bundle.app,
    validators,
    scenes: {},
    messages: {},
    checkpoints: [],
    start: 's0',
    screens: { ...screens, [`s${length}`]: end },
  };
}

describe('walking an app', () => {
  test.each([10, 100, 1000])(
    'of %d screens meets five states a screen, however much was typed before',
    (length) => {
      const { graph } = walk(row(length), sample.cast, { from: 's0' });
      // empty, short, long, other, right; and the last screen
      expect(graph.size).toBe(5 * length + 1);
    },
  );

  test('two states are one where nothing can tell them apart any more', () => {
    const app = row(3);
    const { graph } = walk(app, sample.cast, { from: 's0' });
    const [first] = graph.values();
    if (!first) throw new Error('nothing was walked');
    const key = stateKey(app);
    const changed = (flags: string[]) => ({
      ...first.snapshot,
      context: { ...first.snapshot.context, flags },
    });
    expect(key(changed(['m0']) as typeof first.snapshot)).toBe(first.key);
  });
});
