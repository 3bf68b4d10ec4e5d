import { canonicalJson } from '$lib/ledger/canonical';
import type { SequencedEvent } from '$lib/ledger/event';
import { kindByName } from '$lib/ledger/kinds';
import { readEvent, viewFor } from '$lib/ledger/read';
import type { KeptEvent } from '$lib/ledger/store';
import type { Device } from './device';
import { traceOf } from './names';
import { bentAt, bentOn, type StoredRow } from './fresh-fold';

/** What the server holds at the end. */
export interface Held {
  events: SequencedEvent[];
  /** What it set aside, by the id of the event. */
  aside: { event: string }[];
  /** All that it holds, as text. */
  text: string;
  houses: { id: string; seq: number }[];
  rows: StoredRow[];
  /** True where it was restored from a backup, and no device was told. */
  silently: boolean;
  /** Events that a device handed over and forgot before a restored backup was made anew. */
  forgotten: ReadonlySet<string>;
}

/** What went wrong; all but `unbacked` must be empty. Each says what, of whom. */
export interface Findings {
  /** Events whose writer was told that they are kept, and that the server has neither in its ledger nor set aside. */
  lost: string[];
  /** Not among them: handed over, forgotten by a device that left its house, and in no backup yet. Nobody could have saved them. */
  unbacked: string[];
  /** The same number of a device twice, or two events of one id. */
  duplicated: string[];
  /**
   * Events on a device whose reader may not see their house, their kind, or all of what is there of them; and names of
   * erased people, anywhere.
   */
  leaked: string[];
  /** Numbers that are missing in a house; events that a reader may see and does not have, or has under another number, or alone. */
  gaps: string[];
  /** Rows, here or there, that are not what comes of folding the events there anew. */
  bent: string[];
}

/** Judges what is left of a story when all is quiet again. */
export async function judge(devices: readonly Device[], held: Held): Promise<Findings> {
  const found: Findings = {
    lost: [],
    unbacked: [],
    duplicated: [],
    leaked: [],
    gaps: [],
    bent: bentAt(held),
  };
  const known = new Set([...held.events.map(({ id }) => id), ...held.aside.map(({ event }) => event)]);
  for (const { acked, identity } of devices)
    for (const id of acked)
      if (!known.has(id)) found[held.forgotten.has(id) ? 'unbacked' : 'lost'].push(`${identity.name} ${id}`);

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

  const erased = held.events.filter(({ kind }) => kind === 'person.erased').map(({ person }) => person);
  found.leaked.push(...namesIn(held.text, erased, 'the server'));
  for (const device of devices) {
    const all = await Promise.all(device.store.tables.map((table) => table.toArray()));
    found.leaked.push(...namesIn(JSON.stringify(all), erased, device.identity.name));
    const kept = await device.store.events.toArray();
    found.leaked.push(...leaksOf(device, kept, held));
    // What it let go it must stand for as if it had it.
    const here = [
      ...new Map([...device.pruned.values(), ...kept].map((event) => [event.id, event])).values(),
    ];
    // An app from before histories cannot find that out by reading alone; what it wrote is looked for all the same.
    if (!held.silently || device.identity.app !== 'older') found.gaps.push(...missesOf(device, here, held));
    found.bent.push(...bentOn(device.identity, here, await device.store.rows.toArray()));
  }
  return found;
}

/** Names of erased people that are still there. */
function namesIn(text: string, erased: readonly string[], where: string): string[] {
  return [...new Set(erased)]
    .filter((person) => text.includes(traceOf(person)))
    .map((person) => `${where} still names ${person}`);
}

const mayRead = ({ identity }: Device, { kind }: { kind: string }): boolean =>
  kindByName.get(kind)?.may.read.includes(identity.role) ?? false;

/** Events that the reader may not see, or of others, of which they see anything but what is theirs to see. */
function leaksOf(device: Device, here: readonly KeptEvent[], held: Held): string[] {
  const { name, house, role } = device.identity;
  const byId = new Map(held.events.map((event) => [event.id, event]));
  const isTheirs = (event: KeptEvent): boolean => {
    if (event.house !== house || !mayRead(device, event)) return false;
    const stored = byId.get(event.id);
    const read = stored && readEvent(stored);
    if (!read || 'why' in read) return true; // of another past: a gap, and told there
    return canonicalJson(event.payload) === canonicalJson(viewFor(role, read.event));
  };
  // What a kiosk wrote itself lies there sealed, but for what it may show.
  const liesOpen = (event: KeptEvent) => role === 'kiosk' && event.kind !== '' && !mayRead(device, event);
  return here
    .filter((event) => (event.own === 0 ? !isTheirs(event) : liesOpen(event)))
    .map(({ id, kind }) => `${name} sees ${kind} ${id}`);
}

function missesOf(device: Device, here: readonly KeptEvent[], held: Held): string[] {
  const { name, house } = device.identity;
  const byId = new Map(here.map((event) => [event.id, event]));
  const known = new Set(held.events.map(({ id }) => id));
  const missing = held.events
    .filter((event) => event.house === house && mayRead(device, event))
    .filter((event) => byId.get(event.id)?.seq !== event.seq)
    .map(({ id, seq }) => `${name} has ${String(byId.get(id)?.seq)} for ${seq} of ${id}`);
  const ghosts = here
    .filter(({ id, own, house: theirs }) => own === 0 && theirs === house && !known.has(id))
    .map(({ id }) => `${name} has ${id}, which the server has not`);
  return [...missing, ...ghosts];
}
