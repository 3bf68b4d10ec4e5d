import type { Mark } from '$lib/ledger/event';
import type { Fault } from './list';

/** What was found in a copy. */
export interface Tried {
  /** '' where it is whole. */
  why: Fault | '';
  events: number;
}

/**
 * Opens a backup and looks whether it is whole and holds these places of the houses. That
 * is done by programs of their own (tools/backup/try-copy.mjs), for this engine cannot open a second
 * database; where they are not to be had, the backup is `untried` and nobody relies on it.
 */
export function tryCopy(file: string, marks: Record<string, Mark>): Tried {
  const node = $os.getenv('NHASO_NODE') || 'node';
  const program = $os.getenv('NHASO_TRY_COPY') || `${__hooks}/../../tools/backup/try-copy.mjs`;
  try {
    return JSON.parse(toString($os.cmd(node, program, file, JSON.stringify(marks)).output())) as Tried;
  } catch (problem) {
    console.error(`${file}: ${String(problem)}`);
    return { why: 'untried', events: 0 };
  }
}
