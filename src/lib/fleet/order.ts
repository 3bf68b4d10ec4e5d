import { standings, type FleetAlert, type FleetDevice } from '$lib/sync/fleet';

/** How devices can be sorted. */
export const orders = ['worst', 'name', 'seen'] as const;
export type Order = (typeof orders)[number];

/** The devices in an order; by `worst` whoever is out of reach comes first, then whoever has more to be looked at. */
export function inOrder(
  devices: readonly FleetDevice[],
  alerts: readonly FleetAlert[],
  order: Order,
): FleetDevice[] {
  const open = alerts.filter(({ until }) => until === '');
  const wrong = ({ id, house }: FleetDevice) =>
    open.filter((one) => one.device === id && one.house === house).length;
  const byName = (a: FleetDevice, b: FleetDevice) =>
    a.name.localeCompare(b.name, 'vi') || (a.id < b.id ? -1 : 1);
  const rank = ({ standing }: FleetDevice) => standings.indexOf(standing);
  const compare: Record<Order, (a: FleetDevice, b: FleetDevice) => number> = {
    // Silent houses are no worse than running devices of which something is wrong.
    worst: (a, b) =>
      Number(rank(a) > 1) - Number(rank(b) > 1) || wrong(b) - wrong(a) || rank(a) - rank(b) || byName(a, b),
    name: byName,
    seen: (a, b) => (a.at === b.at ? byName(a, b) : a.at < b.at ? -1 : 1),
  };
  return [...devices].sort(compare[order]);
}
