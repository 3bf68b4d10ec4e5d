import { session } from '$lib/session/session.svelte';
import type { Backend } from '$lib/sync/backend';
import type { FleetAlert, FleetResponse, LinkWeek } from '$lib/sync/fleet';
import { codeOf } from '$lib/sync/refusal';

/** The devices that somebody looks after, as far as the server was asked; offline what was last told stays on screen. */
export class FleetDesk {
  /** Null until the server has answered. */
  told = $state.raw<FleetResponse | null>(null);
  busy = $state(false);
  /** The words for what stands in the way. */
  problem = $state<string | null>(null);

  /** Asks how the devices are. */
  async look(): Promise<void> {
    await this.#ask(async (backend) => {
      this.told = await backend.fleet();
    });
  }

  /** Notes that whoever is signed in has seen an alert; one of the server is noted in any of their houses. */
  async see({ id, house }: FleetAlert): Promise<void> {
    await this.#ask(async (backend) => {
      const noted = await backend.seeAlert({ house: house || (this.told?.houses[0]?.id ?? ''), alert: id });
      if (this.told)
        this.told = { ...this.told, alerts: this.told.alerts.map((one) => (one.id === id ? noted : one)) };
    });
  }

  /** Lines week by week; null where they could not be had. */
  async weeks(): Promise<LinkWeek[] | null> {
    let weeks: LinkWeek[] | null = null;
    await this.#ask(async (backend) => {
      ({ weeks } = await backend.fleetLink());
    });
    return weeks;
  }

  async #ask(asking: (backend: Backend) => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await session.asStaff(asking);
      this.problem = null;
    } catch (reason) {
      const code = codeOf(reason);
      this.problem = code === 'offline' ? 'fleet:need-network' : `errors:${code}`;
    } finally {
      this.busy = false;
    }
  }
}
