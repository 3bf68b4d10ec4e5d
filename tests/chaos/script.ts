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
  /** When the mishap comes, in ms after the devices begin to talk. */
  after: number;
  /** True where the trainer belongs to the house in this round. */
  member: boolean;
}

const year = 365 * 24 * 3_600_000;

/** The whole story of a seed: the same for the same numbers. The first round is quiet and leaves a backup. */
export function scriptOf(seed: number, devices: number, rounds: number): Round[] {
  const random = randomOf(`chaos ${seed}`);
  const one = <Choice>(...choices: [Choice, ...Choice[]]): Choice =>
    choices[Math.floor(random() * choices.length)] ?? choices[0];
  const turn = (): Turn => ({
    writes: Math.floor(random() * 7),
    line: one<Line>('clear', 'clear', 'lossy', 'lossy', 'cut'),
    crash: random() < 0.15,
    clock: random() < 0.15 ? Math.round((random() * 2 - 1) * 8 * year) : undefined,
  });
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
      member: quiet || random() > 0.15,
    };
  });
}
