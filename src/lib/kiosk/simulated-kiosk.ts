import { createActor, SimulatedClock } from 'xstate';
import { lifeMachine, type Found, type LifeEvent } from './life';

const house: Found = { paired: true, inStep: true, occupied: false };

/** A kiosk by a clock that a test turns: what happens is said to it, and what it did can be asked. */
export function simulatedKiosk(found: Partial<Found> = {}) {
  const did: string[] = [];
  const clock = new SimulatedClock();
  const actor = createActor(
    lifeMachine.provide({
      actions: {
        forget: () => void did.push('forget'),
        forceForget: () => void did.push('force'),
        takeOver: () => void did.push('take over'),
      },
    }),
    { input: { ...house, ...found }, clock },
  );
  actor.start();
  return {
    did,
    say: (...types: (LifeEvent['type'] | LifeEvent)[]) => {
      for (const type of types) actor.send((typeof type === 'string' ? { type } : type) as LifeEvent);
    },
    pass: (seconds: number) => {
      for (let n = 0; n < seconds; n++) clock.increment(1000);
    },
    passHours: (hours: number) => {
      for (let n = 0; n < hours * 60; n++) clock.increment(60_000);
    },
    is: () => actor.getSnapshot().value,
    screen: () => {
      const { screen } = actor.getSnapshot().value as { screen: string | Record<string, string> };
      return typeof screen === 'string' ? screen : Object.keys(screen)[0];
    },
    context: () => actor.getSnapshot().context,
    left: () => actor.getSnapshot().context.left,
    faults: () => actor.getSnapshot().context.faults,
  };
}
