import type {
  StaffAct,
  StaffChange,
  StaffPerson,
  OneTimePassword,
  StaffChangeResponse,
} from '$lib/sync/staff';
import { codeOf } from '$lib/sync/refusal';
import { session } from '$lib/session/session.svelte';
import { undoOf } from './undo';

/** Lines of what was done that are shown before somebody asks for more. */
const pageSize = 20;

/** What was done last here, in words, and what takes it back; null where nothing does. */
interface Done {
  words: string;
  vars: Record<string, string>;
  undo: StaffChange | null;
}

/** Who works in a house, as far as it was asked for; offline nothing is shown and nothing changes. */
export class StaffDesk {
  /** Null until the server has answered. */
  people = $state.raw<StaffPerson[] | null>(null);
  acts = $state.raw<StaffAct[]>([]);
  more = $state(false);
  busy = $state(false);
  /** The words for what stands in the way. */
  problem = $state<string | null>(null);
  done = $state.raw<Done | null>(null);
  /** A one-time password, here and on screen alone until it is closed. */
  told = $state.raw<OneTimePassword | null>(null);

  constructor(readonly house: string) {}

  /** Asks who there is. */
  async look(): Promise<void> {
    await this.#ask('staff:need-network', async () => {
      const { people, acts, more } = await session.asStaff((server) =>
        server.staff({ house: this.house, limit: pageSize }),
      );
      [this.people, this.acts, this.more] = [people, acts, more];
    });
  }

  /** Asks for the lines after those that are shown. */
  async lookOn(): Promise<void> {
    const after = this.acts.at(-1)?.id;
    await this.#ask('staff:need-network', async () => {
      const { acts, more } = await session.asStaff((server) =>
        server.staff({
          house: this.house,
          limit: pageSize,
          ...(after ? { after } : {}),
        }),
      );
      [this.acts, this.more] = [[...this.acts, ...acts], more];
    });
  }

  /** Has something done; resolves to whether the server has done it. */
  async change(change: StaffChange): Promise<boolean> {
    this.done = null;
    return this.#ask('staff:change-network', async () => {
      const answer = await session.asStaff((server) => server.changeStaff(change));
      [this.people, this.acts, this.more] = [answer.people, answer.acts, answer.more];
      this.told = answer.told;
      this.done = doneOf(change, answer);
      // Who takes a role from themself sees less from now on.
      if ('staff' in change && change.staff === session.staff?.id) await session.renew();
    });
  }

  async #ask(offline: string, asking: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = null;
    try {
      await asking();
      return true;
    } catch (problem) {
      const code = codeOf(problem);
      this.problem = code === 'offline' ? offline : `errors:${code}`;
      return false;
    } finally {
      this.busy = false;
    }
  }
}

function doneOf(change: StaffChange, { people, told }: StaffChangeResponse): Done {
  const isMeant = (one: StaffPerson) =>
    change.does === 'add' ? one.username === change.username : one.id === change.staff;
  const name = people.find(isMeant)?.name ?? '';
  const words = change.does === 'add' && !told ? 'taken' : change.does;
  return {
    words: `staff:done.${words}`,
    vars: { name, role: 'role' in change ? change.role : '' },
    undo: undoOf(change),
  };
}
