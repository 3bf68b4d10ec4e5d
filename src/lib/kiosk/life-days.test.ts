import { expect, it } from 'vitest';
import { warnFor } from './life';
import { simulatedKiosk as kiosk } from './simulated-kiosk';

it('lives through ten days: each who walks away is forgotten once, each update is taken at night, and nothing piles up', () => {
  let [abandoned, forgotten, updates, taken] = [0, 0, 0, 0];
  let one = kiosk();
  /** What was done on this page; a page that was thrown away is followed by a new one. */
  const turnPage = () => {
    forgotten += one.did.includes('forget') ? 1 : 0;
    taken += one.did.filter((what) => what === 'take over').length;
    one = kiosk();
  };
  const first = JSON.stringify(kiosk().context());
  for (let day = 0; day < 10; day++) {
    for (let visit = 0; visit < 40; visit++) {
      one.say('touched', 'came');
      for (let thing = 0; thing < (day + visit) % 9; thing++) {
        one.say('touched', 'sound.began');
        one.pass(20);
        one.say('sound.ended');
        one.pass(visit % 7 === 0 ? 118 : 15); // some think for a long time
      }
      if (visit === 30) one.say('emergency.began', 'update.found');
      if (visit % 3 === 0) {
        abandoned += 1;
        one.pass(120 + warnFor);
        expect(one.screen(), `day ${day}, visit ${visit}`).toBe('wipe');
        turnPage();
      } else one.say('left');
      expect(one.screen(), `day ${day}, visit ${visit}`).toBe('attract');
      one.pass((visit * 37) % 240);
    }
    one.say('emergency.over', 'update.found');
    updates += 1;
    one.passHours(14);
    turnPage();
  }
  expect({ forgotten, taken: taken > 0 }).toEqual({ forgotten: abandoned, taken: true });
  expect(taken, 'it is asked for again each minute until the page has gone').toBeGreaterThanOrEqual(updates);
  expect(JSON.stringify(one.context())).toBe(first);
});
