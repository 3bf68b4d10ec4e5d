import { whyNoDisk } from './block-disk';
import { cutPairing, cutServer, type PowerOutcome } from './power-server';

/** A trial of power cuts; a control is told but not judged: it shows that the method sees loss. */
export interface Trial {
  control: boolean;
  run: () => Promise<PowerOutcome>;
}

/** The trials of `npm run chaos -- --power`, or why they cannot be made here. */
export async function powerTrials(seed: number, cuts: number): Promise<{ why: string; trials: Trial[] }> {
  return {
    why: await whyNoDisk(),
    trials: [
      { control: false, run: () => cutServer(seed, cuts) },
      { control: true, run: () => cutServer(seed, cuts, true) },
      { control: false, run: () => cutPairing(Math.ceil(cuts / 4)) },
    ],
  };
}
