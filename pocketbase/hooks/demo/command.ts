import { planClasses } from './classes';
import { buildHouses, demoHouses, demoPassword, demoStaff } from './houses';
import { writePast } from './past';

/** What a visitor needs to know to sign in. */
export interface DemoReport {
  houses: { id: string; name: string }[];
  password: string;
  staff: { username: string; name: string; role: string }[];
}

/**
 * `pocketbase demo`: makes the demo's houses, people and past where they are missing, and plans a class for
 * today and tomorrow where there is none. Null where the data is of real houses.
 */
export function demo(): DemoReport | null {
  const now = Date.now();
  if (!buildHouses($app)) return null;
  writePast($app, now);
  planClasses($app, now);
  return {
    houses: demoHouses().map(({ id, name }) => ({ id, name })),
    password: demoPassword,
    staff: demoStaff.map(({ username, name, role }) => ({ username, name, role })),
  };
}
