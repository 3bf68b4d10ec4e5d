import { kindByName } from '$lib/ledger/kinds';
import type { KeptEvent } from '$lib/ledger/store';
import type { Device } from './device';

/** An event as the server's ledger holds it. */
export interface Stored {
  id: string;
  house: string;
  kind: string;
  device: string;
  dseq: number;
  seq: number;
}

/** What the server holds at the end. */
export interface Held {
  events: Stored[];
  /** What it set aside, by the id of the event. */
  aside: { event: string }[];
  houses: { id: string; seq: number }[];
}

/** What went wrong; all of them must be empty. Each says what, of whom. */
export interface Findings {
  /** Events whose writer was told that they are kept, and that the server has neither in its ledger nor set aside. */
  lost: string[];
  /** The same number of a device twice, or two events of one id. */
  duplicated: string[];
  /** Events on a device whose reader may not see their house or their kind. */
  leaked: string[];
  /** Numbers that are missing in a house, and events that a reader may see and does not have, or has under another number. */
  gaps: string[];
}

/** Judges what is left of a story when all is quiet again. */
export async function judge(devices: readonly Device[], held: Held): Promise<Findings> {
  const found: Findings = { lost: [], duplicated: [], leaked: [], gaps: [] };
  const known = new Set([...held.events.map(({ id }) => id), ...held.aside.map(({ event }) => event)]);
  for (const { acked, identity } of devices)
    for (const id of acked) if (!known.has(id)) found.lost.push(`${identity.name} ${id}`);

  const [ids, numbers] = [new Set<string>(), new Set<string>()];
  for (const { id, device, dseq } of held.events) {
    if (ids.has(id) || numbers.has(`${device} ${dseq}`)) found.duplicated.push(`${device} ${dseq}`);
    ids.add(id);
    numbers.add(`${device} ${dseq}`);
  }

  for (const { id, seq } of held.houses) {
    const has = new Set(held.events.filter(({ house }) => house === id).map((event) => event.seq));
    for (let n = 1; n <= seq; n++) if (!has.has(n)) found.gaps.push(`${id} lacks ${n} of ${seq}`);
    if (has.size > seq) found.gaps.push(`${id} counts ${seq} and has ${has.size}`);
  }

  for (const device of devices) {
    const here = await device.store.events.toArray();
    found.leaked.push(...leaksOf(device, here));
    found.gaps.push(...missesOf(device, here, held));
  }
  return found;
}

const mayRead = ({ identity }: Device, { kind }: { kind: string }): boolean =>
  kindByName.get(kind)?.may.read.includes(identity.role) ?? false;

function leaksOf(device: Device, here: readonly KeptEvent[]): string[] {
  const { name, house } = device.identity;
  return here
    .filter((event) => event.own === 0 && (event.house !== house || !mayRead(device, event)))
    .map(({ id, kind }) => `${name} sees ${kind} ${id}`);
}

function missesOf(device: Device, here: readonly KeptEvent[], held: Held): string[] {
  const { name, house } = device.identity;
  const byId = new Map(here.map((event) => [event.id, event]));
  return held.events
    .filter((event) => event.house === house && mayRead(device, event))
    .filter((event) => byId.get(event.id)?.seq !== event.seq)
    .map(({ id, seq }) => `${name} has ${String(byId.get(id)?.seq)} for ${seq} of ${id}`);
}
