import type { AsideState, DeskAct } from '$lib/ledger/desk';
import type { AsideResponse, AsideRow, DecideResponse } from '$lib/sync/desk';
import type { ErrorResponse } from '$lib/sync/protocol';
import { ask } from './api';
import { list, type World } from './world';

/** A row as the collection of what was set aside has it. */
export interface Stored {
  id: string;
  event: string;
  hash: string;
  row: unknown;
  state: AsideState;
  desk: string;
  why: string;
}

/** The desk of a house, as one of its coordinators comes to it; `token` and `house` are the coordinator's own where none is said. */
export class Desk {
  constructor(
    private readonly world: World,
    readonly token = world.coordinator.token,
    readonly house = world.houseA,
  ) {}

  /** Asks what lies on it. */
  async look(query = '', token = this.token) {
    return ask<AsideResponse & ErrorResponse>(`${this.world.url}/api/v1/aside?house=${this.house}${query}`, {
      token,
    });
  }

  /** All rows on it that stand so, page by page. */
  async all(state: AsideState = 'open', limit = 7): Promise<AsideRow[]> {
    const rows: AsideRow[] = [];
    for (;;) {
      const after = rows.at(-1)?.id;
      const { body } = await this.look(`&state=${state}&limit=${limit}${after ? `&after=${after}` : ''}`);
      rows.push(...body.rows);
      if (!body.more) return rows;
    }
  }

  /** The row of an event, by its id. */
  async row(event: string, state: AsideState = 'open'): Promise<AsideRow> {
    const found = (await this.all(state)).find((row) => row.event === event);
    if (!found) throw new Error(`nothing ${state} on the desk of event ${event}`);
    return found;
  }

  /** Decides about a row. */
  async decide(id: string, act: DeskAct, reason?: string, token = this.token) {
    return ask<DecideResponse & ErrorResponse>(`${this.world.url}/api/v1/aside/decide`, {
      token,
      body: { house: this.house, id, act, ...(reason === undefined ? {} : { reason }) },
    });
  }

  /** Everything that was ever set aside, on any desk. */
  async stored(filter = ''): Promise<Stored[]> {
    return list<Stored>(this.world.url, this.world.superuser, 'quarantine', filter);
  }
}
