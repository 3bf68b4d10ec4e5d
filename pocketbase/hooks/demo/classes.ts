import type { ClassRow } from '$lib/ledger/kinds/class-row';
import { staffSender } from '../ledger/sender';
import { readRows } from '../ledger/sql';
import { isSameHouseDay, morningClass } from './calendar';
import { demoHouses, demoTrainer } from './houses';
import { demoId } from './ids';
import { DemoWriter } from './writer';

/** The lesson that the demo's classes practise. */
export const demoLesson = 'vneid-activate';

/** The title of the demo's classes. */
export const demoTitle = 'Tài khoản định danh điện tử';

/** Sees to it that every demo house has a class planned for today and for tomorrow. */
export function planClasses(app: CoreApp, now: number): void {
  for (const { number, id, tablet } of demoHouses()) {
    const trainer = demoTrainer(number);
    const planned = readRows<ClassRow>(
      app.db(),
      `SELECT json(data) AS row FROM rows WHERE house = {:house} AND tbl = 'classes' AND grp = 'house'`,
      { house: id },
    );
    const writer = new DemoWriter(app, staffSender(app, trainer), tablet, id);
    for (const days of [0, 1]) {
      const starts = morningClass(now, days);
      if (planned.some((row) => row.starts && isSameHouseDay(Date.parse(row.starts), starts))) continue;
      writer.say({
        kind: 'class.planned',
        at: now,
        payload: {
          session: demoId('class', number, starts),
          title: demoTitle,
          lessons: [demoLesson],
          starts: new Date(starts).toISOString(),
          minutes: 90,
        },
      });
    }
    writer.push();
  }
}
