import { randomOf } from '$lib/lesson/mix';

/** How a device's line is in a round: whole, losing requests and replies, or cut. */
export type Line = 'clear' | 'lossy' | 'cut';

/** What happens to the server in a round. A restored backup is told to devices by a new epoch, or by nobody. */
export type Mishap = 'none' | 'killed' | 'stopped' | 'backed-up' | 'restored' | 'restored-silently';

/** What one device meets in a round. */
export interface Turn {
  /** Events it writes. */
  writes: number;
  line: Line;
  /** Power is cut in the middle of the exchange. */
  crash: boolean;
  /** Its clock from now on, in ms ahead of the true one; undefined where nobody touches it. */
  clock: number | undefined;
}

/** One round: what every device meets, and the server. */
export interface Round {
  turns: Turn[];
  mishap: Mishap;
  /** When all that follows and the mishap come, in ms after the devices begin to talk. */
  after: number;
  /** The server's clock from now on, in ms ahead of the true one; undefined where nobody touches it. */
  clock: number | undefined;
  /** True where the server has backed itself up the night before, as it does. */
  night: boolean;
  /** True where the trainer belongs to the house from now on. */
  member: boolean;
  /** Which of the kiosks is told to leave its house or is reported lost. */
  parting: { kiosk: number; does: 'leave' | 'cut-off' } | undefined;
  /** True where kiosks that belong to no house any more are paired again as the round begins. */
  pairs: boolean;
}

const year = 365 * 24 * 3_600_000;

/** The first of the devices are kiosks. */
const kiosks = 3;

/** Stories were told with so many devices when they first found something: what came later draws its own lots. */
const firstDevices = 6;

/** The whole story of a seed: the same for the same numbers. The first round is quiet and leaves a backup. */
export function scriptOf(seed: number, devices: number, rounds: number): Round[] {
  const random = randomOf(`chaos ${seed}`);
  const later = randomOf(`chaos later ${seed}`);
  const nights = randomOf(`chaos nights ${seed}`);
  const partings = randomOf(`chaos partings ${seed}`);
  const oneBy =
    (lot: () => number) =>
    <Choice>(...choices: [Choice, ...Choice[]]): Choice =>
      choices[Math.floor(lot() * choices.length)] ?? choices[0];
  const one = oneBy(random);
  const turn = (_: unknown, at: number): Turn => {
    const lot = at < firstDevices ? random : later;
    return {
      writes: Math.floor(lot() * 7),
      line: oneBy(lot)<Line>('clear', 'clear', 'lossy', 'lossy', 'cut'),
      crash: lot() < 0.15,
      clock: lot() < 0.15 ? Math.round((lot() * 2 - 1) * 8 * year) : undefined,
    };
  };
  const calm = (): Turn => ({ writes: 3, line: 'clear', crash: false, clock: undefined });
  return Array.from({ length: rounds }, (_, n): Round => {
    const quiet = n === 0;
    return {
      turns: Array.from({ length: devices }, quiet ? calm : turn),
      mishap: quiet
        ? 'backed-up'
        : one<Mishap>(
            ...(['none', 'none', 'none', 'killed', 'killed', 'stopped'] as const),
            ...(['backed-up', 'restored', 'restored-silently'] as const),
          ),
      after: Math.floor(random() * 60),
      clock: !quiet && later() < 0.25 ? Math.round((later() * 2 - 1) * 3 * year) : undefined,
      night: !quiet && nights() < 0.4,
      member: quiet || random() > 0.15,
      parting:
        !quiet && partings() < 0.25
          ? { kiosk: Math.floor(partings() * kiosks), does: oneBy(partings)('leave', 'cut-off') }
          : undefined,
      pairs: quiet || partings() < 0.6,
    };
  });
}
