import type { DeviceChange, PairCodeResponse } from '$lib/sync/protocol';
import { ask } from '../server/api';
import { create, list, remove, type World } from '../server/world';
import type { Device } from './device';

/** The trainer's membership of the house, which comes and goes. */
export class Trust {
  constructor(private readonly world: World) {}

  async set(wanted: boolean): Promise<void> {
    const { url, superuser, trainer, houseA } = this.world;
    // A restored backup brings back what had ended, so the server is asked.
    const now = await list<{ id: string }>(url, superuser, 'memberships', `staff = '${trainer.id}'`);
    if (wanted && now.length === 0)
      await create(url, superuser, 'memberships', { staff: trainer.id, house: houseA, role: 'trainer' });
    if (!wanted) for (const { id } of now) await remove(url, superuser, 'memberships', id);
  }
}

/** Those who look after the kiosks of the houses: they take one back, report it lost, and pair it again. */
export class Keepers {
  /** Tokens of installers by their house. */
  constructor(
    private readonly url: string,
    private readonly installers: ReadonlyMap<string, string>,
  ) {}

  /** Tells the server; the device hears of it when it next asks. A server that never knew the device says so, and that is all. */
  async part(device: Device, does: 'leave' | 'cut-off'): Promise<void> {
    const { house } = device.identity;
    const id = await device.store.fact<string>('device');
    if (!id) return;
    const body: DeviceChange = { house, device: id, does };
    await ask(`${this.url}/api/v1/devices`, { token: this.installers.get(house), body });
  }

  /** Pairs those again that belong to no house any more, or that the server does not know; false where one could not. */
  async pairAll(devices: readonly Device[]): Promise<boolean> {
    let all = true;
    for (const device of devices)
      if (await device.needsPairing()) all = (await device.pair(await this.#code(device))) && all;
    return all;
  }

  async #code({ identity: { house } }: Device): Promise<string> {
    const { body } = await ask<PairCodeResponse>(`${this.url}/api/v1/pair-codes`, {
      token: this.installers.get(house),
      body: { house },
    });
    return body.code;
  }
}
