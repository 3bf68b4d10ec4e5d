import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyHooks } from '../support/hooks-copy';

/** The project's hooks with a clock that the story sets. */
export interface ClockedHooks {
  folder: string;
  /** Sets the clock so many ms ahead of the true one, for requests from now on. */
  set: (ahead: number) => Promise<void>;
  /** Lets so many ms pass at once, whatever the clock is set to. */
  pass: (ms: number) => Promise<void>;
  remove: () => Promise<void>;
}

/**
 * Put before the hooks: their own `Date`. The program asks the machine for the time without any library that could be
 * put in between, and the machine's own clock is everybody's; so tokens and PocketBase's own dates keep the true time,
 * and all that the ledger writes down takes this one.
 */
const ownDate = `var Date = (() => {
  const True = globalThis.Date;
  const now = () => True.now() + Number(toString($os.readFile(__hooks + '/clock')));
  return class extends True {
    constructor(...parts) {
      if (parts.length === 0) super(now());
      else super(...parts);
    }
    static now() {
      return now();
    }
  };
})();
`;

/** A copy of the hooks with a clock of its own, which goes right until it is set, and more files; `remove` it afterwards. */
export async function clockedHooks(files: Record<string, string> = {}): Promise<ClockedHooks> {
  const { folder, remove } = await copyHooks({
    files: { ...files, clock: '0' },
    bundle: (text) => ownDate + text,
  });
  let [ahead, passed] = [0, 0];
  const write = () => writeFile(join(folder, 'clock'), String(ahead + passed));
  const set = (to: number) => ((ahead = to), write());
  const pass = (ms: number) => ((passed += ms), write());
  return { folder, remove, set, pass };
}
