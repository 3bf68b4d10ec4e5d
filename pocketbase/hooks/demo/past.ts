import { deviceSender, staffSender } from '../ledger/sender';
import { receiptsOf } from '../ledger/receipts';
import { morningClass } from './calendar';
import { demoLesson, demoTitle } from './classes';
import { demoHouses, demoTrainer } from './houses';
import { demoId } from './ids';
import { demoPeople, peopleInHouse } from './people';
import { practise } from './practice';
import { DemoWriter } from './writer';

const minute = 60_000;

/** Who a demo learner is. */
function learnerId(house: number, number: number): string {
  return demoId('person', house, number);
}

/** Writes what happened before the visitor came: the roll, a class of last week, who practised and got how far. */
export function writePast(app: CoreApp, now: number): void {
  for (const { number: house, id, tablet, kiosk } of demoHouses()) {
    if (receiptsOf(app.db(), tablet).count > 0) continue;
    const starts = morningClass(now, -7);
    const trainer = new DemoWriter(app, staffSender(app, demoTrainer(house)), tablet, id);
    for (const { number, ...person } of demoPeople(house)) {
      trainer.say({
        kind: 'person.registered',
        payload: { ...person, number },
        person: learnerId(house, number),
        at: starts - 60 * minute + number * 1000,
      });
    }
    holdClass(trainer, house, starts);
    trainer.push();

    const screen = new DemoWriter(app, deviceSender(kiosk, id), kiosk, id);
    for (let number = 1; number <= peopleInHouse; number++) {
      practise(screen, learnerId(house, number), number, starts + (5 + number) * minute);
    }
    screen.push();
  }
}

/** A class that was planned, held and closed: most came, some late, some sent word, some did not come. */
function holdClass(trainer: DemoWriter, house: number, starts: number): void {
  const session = demoId('class', house, 'last-week');
  const about = { session, title: demoTitle, lessons: [demoLesson] };
  const planned = { ...about, starts: new Date(starts).toISOString(), minutes: 90 };
  trainer.say({ kind: 'class.planned', payload: planned, at: starts - 1440 * minute });
  trainer.say({ kind: 'class.opened', payload: about, at: starts - 10 * minute });
  for (let number = 1; number <= peopleInHouse; number++) {
    const status = attendance(number);
    if (!status) continue;
    const at = starts + (status === 'late' ? 20 : -5) * minute + number * 1000;
    trainer.say({
      kind: 'attendance.marked',
      payload: { session, status },
      person: learnerId(house, number),
      at,
    });
  }
  trainer.say({
    kind: 'attendance.corrected',
    payload: { session, status: 'present', reason: 'Đến đúng giờ, điểm danh nhầm' },
    person: learnerId(house, 10),
    at: starts + 30 * minute,
  });
  trainer.say({ kind: 'class.closed', payload: { session }, at: starts + 95 * minute });
}

function attendance(number: number): 'present' | 'late' | 'excused' | null {
  if (number % 13 === 0) return null;
  if (number % 9 === 0) return 'excused';
  return number % 10 === 0 ? 'late' : 'present';
}
