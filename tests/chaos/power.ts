import { whyNoDisk } from './block-disk';
import { fillDisk } from './full-disk';
import { cutBrowser } from './power-browser';
import { cutPairing, cutServer } from './power-server';

/** A trial of a disk; a control is one that must lose something: it shows that the method sees loss. */
export interface Trial {
  control: boolean;
  run: () => Promise<{ what: string; acked: number; lost: number }>;
}

/** The trials of `npm run chaos -- --power`, or why they cannot be made here. */
export async function powerTrials(seed: number, cuts: number): Promise<{ why: string; trials: Trial[] }> {
  const fewer = Math.ceil(cuts / 4); // of those that take seconds to begin, and are all alike
  return {
    why: await whyNoDisk(),
    trials: [
      { control: false, run: () => cutServer(seed, cuts) },
      { control: true, run: () => cutServer(seed, cuts, true) },
      { control: false, run: () => cutPairing(fewer) },
      { control: false, run: () => cutBrowser(seed, fewer) },
      { control: true, run: () => cutBrowser(seed, fewer, true) },
      { control: false, run: fillDisk },
    ],
  };
}
