import * as v from 'valibot';
import {
  carryRequestSchema,
  proofSchema,
  proofText,
  rowsText,
  type CarryResponse,
  type CarryRequest,
  type Proof,
} from '$lib/sync/carry';
import { maxPushKeys } from '$lib/sync/protocol';
import { deviceById } from '../devices/find';
import { isSignedBy } from '../devices/key';
import { keysOf } from '../ledger/judge-sealed';
import { deviceSender, staffSender, type Sender } from '../ledger/sender';
import { take } from '../ledger/take';
import { sealingKey } from '../sealing/key';
import { open } from '../sealing/open';
import { askerOf } from './asker';
import { bodyOf, pushBody } from './body';
import { Refusal } from './refusal';
import { reply } from './reply';

/**
 * POST /api/v1/sync/carry: takes custody of what another device wrote, out of a file. Whoever brings it lends it nothing:
 * it is judged by the rights that its own sender has now, as if the device itself had pushed it.
 */
export function carry(e: core.RequestEvent): void {
  askerOf(e);
  const part = bodyOf(e, pushBody, carryRequestSchema);
  if (keysOf(part.rows) > maxPushKeys) throw new Refusal('too-large');
  reply(e, 200, { ...carried(part), now: new Date().toISOString() } satisfies CarryResponse);
}

function carried(part: CarryRequest): Pick<CarryResponse, 'outcome' | 'results'> {
  if (part.server !== sealingKey($app)) return { outcome: 'other-server', results: [] };
  const sender = provenSender(part);
  if (!sender) return { outcome: 'unproved', results: [] };
  const { device: client, sentAt } = part;
  // How long the file was on its way says nothing of the device's clock.
  const rows = part.rows.map((row) => ('off' in row || 'clock' in row ? row : { ...row, off: 0 }));
  return { outcome: 'taken', results: take($app, sender, { client, sentAt, marks: {}, rows }).results };
}

/** Who sealed in a token, or signed, with these very rows; null where it is nobody who is believed now. */
function provenSender({ proof, device, rows }: CarryRequest): Sender | null {
  const opened = v.safeParse(proofSchema, open($app, proof));
  if (!opened.success || opened.output.device !== device) return null;
  if (opened.output.rows !== $security.sha256(rowsText(rows))) return null;
  const record = holderOf(opened.output.token) ?? signerOf(opened.output);
  if (!record || record.getBool('revoked')) return null;
  return record.collection().name === 'devices'
    ? deviceSender(record.id, record.getString('house'))
    : staffSender($app, record.id);
}

function holderOf(token: string): core.Record | null {
  try {
    const record = $app.findAuthRecordByToken(token, 'auth');
    return ['devices', 'staff'].includes(record.collection().name) ? record : null;
  } catch {
    return null; // it has run out, or is void
  }
}

/** The device that signed: its key does not run out, so a kiosk may have been without a network for as long as it likes. */
function signerOf({ device, rows, signature }: Proof): core.Record | null {
  const record = signature === undefined ? null : deviceById(device);
  const key = record?.getString('publicKey') ?? '';
  if (signature === undefined || key === '') return null;
  return isSignedBy(key, proofText({ device, rows }), signature) ? record : null;
}
