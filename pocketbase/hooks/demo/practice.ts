import { demoLesson } from './classes';
import { demoId } from './ids';
import type { DemoWriter, Said } from './writer';

const minute = 60_000;

/** One answer in the lesson: the step, how it was met, and the slip where it was wrong. */
type Answer = [step: string, mode: 'choose' | 'coach' | 'test', slip?: string];

const chose: Answer = ['whose-otp', 'choose'];
const together: Answer = ['together', 'coach'];
const alone: Answer = ['alone', 'test'];
const stuckOnCode: Answer = ['together', 'coach', 'otp.told-code'];
const stuckOnLink: Answer = ['alone', 'test', 'phone.strange-link'];
const stuckOnNumber: Answer = ['together', 'coach', 'identify.id-number.short'];

/** How somebody fared: their answers, and whether they came to the end and passed. */
interface Story {
  answers: Answer[];
  helped: number;
  end?: 'passed' | 'again';
}

/** How the people at the demo's class got on: some passed, some are stuck where real learners get stuck. */
const stories: (Story | null)[] = [
  { answers: [chose, together, alone], helped: 0, end: 'passed' },
  {
    answers: [['whose-otp', 'choose', 'misconception.otp-is-secret'], chose, together, alone],
    helped: 1,
    end: 'passed',
  },
  { answers: [chose, stuckOnCode, stuckOnCode, stuckOnCode], helped: 3 },
  null,
  { answers: [chose, together, stuckOnLink, stuckOnLink], helped: 1, end: 'again' },
  { answers: [chose, stuckOnNumber, stuckOnNumber, stuckOnNumber, stuckOnNumber], helped: 2 },
  { answers: [chose, together], helped: 1 },
  null,
];

/** Writes one learner's practice at the kiosk, as the lesson itself would have. */
export function practise(screen: DemoWriter, person: string, number: number, at: number): void {
  const story = stories[number % stories.length];
  if (!story) return;
  const attempt = demoId('attempt', person);
  const about = { attempt, lesson: demoLesson };
  const say = (kind: string, payload: Said['payload'], later: number) => {
    screen.say({ kind, payload: { ...about, ...payload }, person, at: at + later * minute });
  };

  say('lesson.started', { version: 1 }, 0);
  story.answers.forEach(([step, mode, slip], index) => {
    const helped = index === story.answers.length - 1 ? story.helped : 0;
    say('lesson.attempt', { step, mode, right: !slip, ...(slip ? { slip } : {}), helped }, index + 1);
  });
  if (!story.end) return;
  const slips = story.answers.filter(([, mode, slip]) => mode === 'test' && slip).length;
  const passed = story.end === 'passed';
  const seconds = (story.answers.length + 1) * 60;
  say('lesson.finished', { version: 1, passed, slips, allowed: 1, seconds }, story.answers.length + 1);
}
