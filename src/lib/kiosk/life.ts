import { and, assign, setup, stateIn } from 'xstate';
import { warnAfter } from '$lib/ledger/kinds/house-set';

/** How long the question stands before the screen forgets (seconds; VVSG 2.0: 20 to 45). */
export const warnFor = 45;

/** The first screen is nobody's when it has stood this long: then a new version may take over (ms). */
const restAfter = 60_000;

/** A page that was to be thrown away and is still here is thrown away by force (ms). */
const forceAfter = 10_000;

/** No clip is so long: a sound that does not end by then hangs, and nobody need be listening to it (ms). */
const soundHangsAfter = 300_000;

/** A version that was let in and did not come is asked for again (ms). */
const askAgainAfter = 60_000;

/** What was so when the page came. */
export interface Found {
  paired: boolean;
  /** The house's own rows are here. */
  inStep: boolean;
  /** Somebody is already past the first screen. */
  occupied: boolean;
}

export type LifeEvent =
  /** A finger or a key; nothing of what it meant. */
  | { type: 'touched' }
  | { type: 'sound.began' }
  | { type: 'sound.ended' }
  /** Somebody passed the first screen, or is signed in. */
  | { type: 'came' }
  /** The first screen is there again without the page having been thrown away. */
  | { type: 'left' }
  /** The two answers to the question whether somebody is still there. */
  | { type: 'stay' }
  | { type: 'done' }
  | { type: 'pairing' }
  | { type: 'paired' }
  | { type: 'in-step' }
  | { type: 'unpaired' }
  | { type: 'emergency.began' }
  | { type: 'emergency.over' }
  | { type: 'update.found' }
  | { type: 'fault'; code: string }
  | { type: 'mended'; code: string }
  /** The house decided how long is waited (seconds). */
  | { type: 'wait'; seconds: number };

interface Context extends Found {
  /** Seconds without a sign of life before the question. */
  wait: number;
  /** Seconds that the question still stands. */
  left: number;
  /** What is wrong with this device now. */
  faults: readonly string[];
}

/**
 * The life of a screen in a public room. It knows no browser: what happens comes as events, what is to be done are the
 * actions `forget` (throw the page away), `forceForget` and `takeOver` (let a new version in), which whoever runs it provides.
 */
export const lifeMachine = setup({
  types: { context: {} as Context, events: {} as LifeEvent, input: {} as Found },
  actions: {
    forget: () => undefined,
    forceForget: () => undefined,
    takeOver: () => undefined,
    countFromTop: assign({ left: warnFor }),
    count: assign({ left: ({ context }) => context.left - 1 }),
    bePaired: assign({ paired: true }),
    beInStep: assign({ inStep: true }),
    beUnpaired: assign({ paired: false, inStep: false }),
    beLeft: assign({ occupied: false }),
    takeWait: assign({
      wait: ({ context, event }) =>
        event.type === 'wait'
          ? Math.min(warnAfter.most, Math.max(warnAfter.least, event.seconds))
          : context.wait,
    }),
    takeFault: assign({
      faults: ({ context, event }) =>
        event.type === 'fault' ? [...new Set([...context.faults, event.code])] : context.faults,
    }),
    dropFault: assign({
      faults: ({ context, event }) =>
        event.type === 'mended' ? context.faults.filter((code) => code !== event.code) : context.faults,
    }),
  },
  guards: {
    occupied: ({ context }) => context.occupied,
    paired: ({ context }) => context.paired,
    inStep: ({ context }) => context.inStep,
    lastSecond: ({ context }) => context.left <= 1,
    faultless: ({ context }) => context.faults.length === 0,
    nobodyIsHere: stateIn({ screen: { attract: 'resting' } }),
    calm: stateIn({ notice: 'calm' }),
  },
  delays: { wait: ({ context }) => context.wait * 1000 },
}).createMachine({
  id: 'life',
  type: 'parallel',
  context: ({ input }) => ({ ...input, wait: warnAfter.usual, left: warnFor, faults: [] }),
  // Wherever the screen is; the states below say where it goes from there.
  on: {
    wait: { actions: 'takeWait' },
    paired: { actions: 'bePaired' },
    'in-step': { actions: 'beInStep' },
    unpaired: { actions: 'beUnpaired' },
  },
  states: {
    screen: {
      initial: 'start',
      states: {
        start: {
          always: [
            { guard: 'occupied', target: 'session' },
            { guard: 'inStep', target: 'attract' },
            { guard: 'paired', target: 'syncing' },
            { target: 'unprovisioned' },
          ],
        },
        unprovisioned: { on: { pairing: 'pairing', paired: 'syncing', came: 'session' } },
        pairing: { on: { unpaired: 'unprovisioned', paired: 'syncing' } },
        syncing: { on: { 'in-step': 'attract', unpaired: 'unprovisioned', came: 'session' } },
        attract: {
          initial: 'fresh',
          on: { came: 'session', unpaired: 'unprovisioned' },
          states: {
            fresh: { on: { touched: { target: 'fresh', reenter: true } }, after: { [restAfter]: 'resting' } },
            resting: { on: { touched: 'fresh' } },
          },
        },
        session: {
          initial: 'quiet',
          on: { left: { target: 'start', actions: 'beLeft' } },
          states: {
            quiet: {
              on: {
                touched: { target: 'quiet', reenter: true },
                wait: { target: 'quiet', reenter: true, actions: 'takeWait' },
                'sound.began': 'listening',
              },
              after: { wait: '#life.screen.warn' },
            },
            // Who listens is here, clip after clip.
            listening: {
              on: {
                touched: { target: 'listening', reenter: true },
                'sound.began': { target: 'listening', reenter: true },
                'sound.ended': 'quiet',
              },
              after: { [soundHangsAfter]: '#life.screen.warn' },
            },
          },
        },
        warn: {
          entry: 'countFromTop',
          initial: 'counting',
          on: { stay: 'session', done: 'wipe', left: { target: 'start', actions: 'beLeft' } },
          states: {
            counting: {
              after: {
                1000: [
                  { guard: 'lastSecond', target: '#life.screen.wipe' },
                  { target: 'counting', reenter: true, actions: 'count' },
                ],
              },
            },
          },
        },
        // The page goes here, and the machine with it; the next page begins at the beginning.
        wipe: {
          entry: 'forget',
          after: { [forceAfter]: { target: 'wipe', reenter: true, actions: 'forceForget' } },
        },
      },
    },
    notice: {
      initial: 'calm',
      states: {
        calm: { on: { 'emergency.began': 'emergency' } },
        emergency: { on: { 'emergency.over': 'calm' } },
      },
    },
    version: {
      initial: 'current',
      states: {
        current: { on: { 'update.found': 'waiting' } },
        waiting: { always: { guard: and(['nobodyIsHere', 'calm']), target: 'updating' } },
        updating: { entry: 'takeOver', after: { [askAgainAfter]: 'waiting' } },
      },
    },
    health: {
      initial: 'well',
      states: {
        well: { on: { fault: { target: 'degraded', actions: 'takeFault' } } },
        degraded: {
          on: { fault: { actions: 'takeFault' }, mended: { actions: 'dropFault' } },
          always: { guard: 'faultless', target: 'well' },
        },
      },
    },
  },
});
