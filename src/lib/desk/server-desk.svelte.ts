import type { AsideState, DeskAct } from '$lib/ledger/desk';
import type { AsideResponse, AsideRow, Decide, DecideResponse } from '$lib/sync/desk';
import { codeOf } from '$lib/sync/refusal';
import { session } from '$lib/session/session.svelte';

/** Rows that are shown before somebody asks for more. */
const pageSize = 20;

/** What lies on the server's desk of one house, as far as it was asked for. */
export class ServerDesk {
  state = $state<AsideState>('open');
  /** Null until the server has answered. */
  rows = $state.raw<AsideRow[] | null>(null);
  open = $state.raw<AsideResponse['open']>({});
  more = $state(false);
  busy = $state(false);
  /** The words for what stands in the way. */
  problem = $state<string | null>(null);
  /** What came of the last decision. */
  done = $state.raw<DecideResponse | null>(null);
  /** Counts what was asked for, so that an answer which comes late is not taken for the one that is waited for. */
  #asked = 0;

  constructor(private readonly house: string) {}

  /** Shows the rows that stand so. */
  async show(state: AsideState): Promise<void> {
    this.state = state;
    this.rows = null;
    await this.look();
  }

  /** Asks for the first rows anew. */
  look(): Promise<void> {
    return this.#ask([]);
  }

  /** Asks for the rows after those that are shown. */
  lookOn(): Promise<void> {
    return this.#ask(this.rows ?? []);
  }

  async #ask(before: readonly AsideRow[]): Promise<void> {
    const asked = ++this.#asked;
    const after = before.at(-1)?.id;
    this.problem = null;
    this.busy = true;
    try {
      const { house, state } = this;
      const answer = await session.asStaff((server) =>
        server.aside({ house, state, limit: pageSize, ...(after ? { after } : {}) }),
      );
      if (asked !== this.#asked) return;
      this.rows = [...before, ...answer.rows];
      this.more = answer.more;
      this.open = answer.open;
    } catch (problem) {
      if (asked === this.#asked) this.problem = wordsFor(problem, 'aside:need-network');
    } finally {
      if (asked === this.#asked) this.busy = false;
    }
  }

  /** Decides about a row; resolves to whether the server has answered. */
  async decide(row: AsideRow, act: DeskAct, reason: string): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = null;
    this.done = null;
    try {
      const done = await session.asStaff((server) =>
        server.decideAside(decisionOf(this.house, row.id, act, reason)),
      );
      this.done = done;
      this.#count(row, -1);
      this.#count(done.row, 1);
      this.rows = (this.rows ?? []).flatMap((one) =>
        one.id !== row.id ? [one] : done.row.state === this.state ? [done.row] : [],
      );
      return true;
    } catch (problem) {
      this.problem = wordsFor(problem, 'aside:decide-network');
      return false;
    } finally {
      this.busy = false;
    }
  }

  #count({ state, why }: AsideRow, more: number): void {
    if (state === 'open') this.open = { ...this.open, [why]: Math.max(0, (this.open[why] ?? 0) + more) };
  }
}

function decisionOf(house: string, id: string, act: DeskAct, reason: string): Decide {
  return act === 'vouch' || act === 'discard' ? { house, id, act, reason } : { house, id, act };
}

function wordsFor(problem: unknown, offline: string): string {
  const code = codeOf(problem);
  return code === 'offline' ? offline : `errors:${code}`;
}
