import * as v from 'valibot';
import { canonicalJson } from '$lib/ledger/canonical';
import { toHex } from '$lib/ledger/hex';
import type { ClockSaid } from '$lib/ledger/clock-said';
import type { SealedRow } from '$lib/ledger/sealed';
import { newSealer, type Sealer } from '$lib/ledger/sealer';
import { sealingKeyFact } from '$lib/ledger/shared-screen';
import type { KeptEvent, LedgerStore } from '$lib/ledger/store';
import type { Backend } from './backend';
import {
  carriedFileSchema,
  inParts,
  proofText,
  rowsText,
  type CarriedFile,
  type CarriedPart,
  type Proof,
} from './carry';
import { clockSaid } from './device-clock';
import { toWire } from './outgoing';
import type { Sender } from './sender';

/** Somebody whom the server knows by a token, and what they may send. */
export interface Speaker extends Pick<Sender, 'sends'> {
  token: string;
  /** Signs by the key of the device, where it is a device that has one. */
  sign?: ((text: string) => Promise<string>) | null;
}

/** A carried file is no longer than this (bytes): a hundred thousand events. */
const maxFileBytes = 200_000_000;

/**
 * All that waits on this device, and that these may send, as one file, sealed throughout; it goes on waiting here. Null where this device was never
 * told to what key (it has not been online with this version yet), and where nothing waits.
 */
export async function fileOf(
  store: LedgerStore,
  speakers: readonly Speaker[],
  now: () => Date = () => new Date(),
): Promise<CarriedFile | null> {
  const server = await store.fact<string>(sealingKeyFact);
  const device = await store.fact<string>('device');
  if (!server || !device) return null;
  const sealer = await newSealer(server);
  const said = await clockSaid(store, now);
  const unsent = await store.events.where('sent').anyOf('waiting', 'stuck').sortBy('dseq');
  const parts: CarriedPart[] = [];
  for (const speaker of speakers) {
    const theirs = unsent.filter((event) => event.house !== '' && speaker.sends(event));
    for (const events of inParts(theirs, ({ sealed }) => sealed?.key ?? 'new'))
      parts.push(await partOf(device, speaker, events, sealer, said));
  }
  return parts.length > 0 ? { nhaSo: 1, server, made: now().toISOString(), parts } : null;
}

async function partOf(
  device: string,
  { token, sign }: Speaker,
  events: readonly KeptEvent[],
  sealer: Sealer,
  said: (event: KeptEvent) => ClockSaid,
): Promise<CarriedPart> {
  const rows = await Promise.all(
    events.map(async (event) => ({ ...(await sealedRow(event, sealer)), ...said(event) })),
  );
  const about = { device, rows: await sha256(rowsText(rows)) };
  const proof: Proof = { token, ...about, signature: await sign?.(proofText(about)) };
  return { device, proof: await sealer.seal(JSON.stringify(proof)), rows };
}

async function sealedRow(event: KeptEvent, sealer: Sealer): Promise<SealedRow> {
  const wire = toWire(event);
  if ('sealed' in wire) return wire;
  const { id, house, device, dseq } = wire;
  return { id, house, device, dseq, sealed: await sealer.seal(canonicalJson(wire)) };
}

async function sha256(text: string): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

/** What became of a file, in rows; what is `unproved` was changed, or whoever wrote it is not believed any more. */
export interface Carried {
  fresh: number;
  known: number;
  aside: number;
  unproved: number;
}

/** Reads a carried file; null where it is none, or was cut short or changed so that it is none any more. */
export async function readFile(file: Pick<Blob, 'size' | 'text'>): Promise<CarriedFile | null> {
  if (file.size > maxFileBytes) return null;
  try {
    const read = v.safeParse(carriedFileSchema, JSON.parse(await file.text()));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** Brings a file to the server, part by part; 'other-server' where it is not for this one. Throws a `Refusal`; brought again, all is known. */
export async function bring(
  { server, made, parts }: CarriedFile,
  backend: Pick<Backend, 'carry'>,
): Promise<Carried | 'other-server'> {
  const sum: Carried = { fresh: 0, known: 0, aside: 0, unproved: 0 };
  for (const part of parts) {
    const { outcome, results } = await backend.carry({ ...part, server, sentAt: made });
    if (outcome === 'other-server') return outcome;
    if (outcome === 'unproved') sum.unproved += part.rows.length;
    for (const { status } of results) sum[counted[status]] += 1;
  }
  return sum;
}

const counted = { ok: 'fresh', dup: 'known', quarantined: 'aside' } as const;
