import { expect, test } from 'vitest';
import { entering, pressing, type PracticeAction } from '$lib/practice/actions';
import { Demonstration } from './demonstration.svelte';

/** A demonstration of some actions, on a clock that is moved by hand, with a voice that ends when it is told to. */
function playing(actions: PracticeAction[]) {
  let time = 0;
  const timers = new Set<{ at: number; then: () => void }>();
  const did: string[] = [];
  const said: string[] = [];
  let spoken: () => void = () => undefined;
  let left = [...actions];
  const show = new Demonstration({
    next: () => left[0] ?? null,
    act: ({ event }) => {
      did.push(event.type === 'enter' ? `${event.field}=${event.value}` : event.type);
      const [first] = left;
      if (
        first &&
        (event.type !== 'enter' || (first.event.type === 'enter' && first.event.value === event.value))
      )
        left = left.slice(1);
    },
    say: ({ control }) => {
      said.push(control);
      return new Promise<void>((resolve) => (spoken = resolve));
    },
    after: (ms, then) => {
      const timer = { at: time + ms, then };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  });
  const settle = async () => {
    for (let n = 0; n < 5; n += 1) await Promise.resolve();
  };
  return {
    show,
    did,
    said,
    /** Lets time pass in steps as small as its timers need. */
    pass: async (ms: number) => {
      const end = time + ms;
      for (;;) {
        const next = [...timers].sort((a, b) => a.at - b.at)[0];
        if (!next || next.at > end) break;
        time = next.at;
        timers.delete(next);
        next.then();
        await settle();
      }
      time = end;
    },
    speakToTheEnd: async () => {
      spoken();
      await settle();
    },
    again: () => (left = [...actions]),
  };
}

const open = pressing('open');
const type = entering('pin', 'right', '24');
const send = pressing('send');

test('it points and says before it acts, and acts one thing after the other', async () => {
  const { show, did, said, pass, speakToTheEnd } = playing([open, send]);
  show.begin();
  expect([show.current, said, did]).toEqual([open, ['open'], []]);
  await speakToTheEnd();
  expect(did).toEqual([]);
  await pass(2_500);
  expect(did).toEqual(['press.open']);
  await pass(1_200);
  expect([show.current, said]).toEqual([send, ['open', 'send']]);
});

test('it never goes on while it is speaking', async () => {
  const { show, did, pass, speakToTheEnd } = playing([open]);
  show.begin();
  await pass(60_000);
  expect(did).toEqual([]);
  await speakToTheEnd();
  expect(did).toEqual(['press.open']);
});

test('it types as people do, one character after the other', async () => {
  const { show, did, pass, speakToTheEnd } = playing([type]);
  show.begin();
  await pass(2_500);
  await speakToTheEnd();
  expect(did).toEqual(['pin=2']);
  await pass(220);
  expect(did).toEqual(['pin=2', 'pin=24']);
});

test('paused it waits, however long, and goes on when told', async () => {
  const { show, did, pass, speakToTheEnd } = playing([open, send]);
  show.begin();
  show.pause();
  await speakToTheEnd();
  await pass(60_000);
  expect([did, show.paused]).toEqual([[], true]);
  show.go();
  expect(did).toEqual(['press.open']);
});

test('paused in the middle of an action it ends that one, and does not point on', async () => {
  const { show, said, pass, speakToTheEnd } = playing([open, send]);
  show.begin();
  await pass(2_500);
  await speakToTheEnd();
  show.pause();
  await pass(60_000);
  expect(said).toEqual(['open']);
  show.go();
  expect(said).toEqual(['open', 'send']);
});

test('the next step comes at once, also while it is paused or speaks', async () => {
  const { show, did, pass, speakToTheEnd } = playing([open, type, send]);
  show.begin();
  show.pause();
  show.step();
  expect([did, show.current]).toEqual([['press.open'], type]);
  show.step();
  expect([did, show.current]).toEqual([['press.open', 'pin=24'], send]);
  await speakToTheEnd();
  await pass(60_000);
  expect(did).toHaveLength(2);
});

test('at the goal it ends, and can be begun again', async () => {
  const { show, did, again } = playing([open]);
  show.begin();
  show.step();
  expect([show.ended, show.current]).toEqual([true, null]);
  again();
  show.begin();
  expect([show.ended, show.current, did]).toEqual([false, open, ['press.open']]);
});

test('stopped it does nothing more', async () => {
  const { show, did, pass, speakToTheEnd } = playing([open]);
  show.begin();
  show.stop();
  await speakToTheEnd();
  await pass(60_000);
  expect([did, show.current]).toEqual([[], null]);
});
