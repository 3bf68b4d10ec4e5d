import * as v from 'valibot';
import {
  carryRequestSchema,
  proofSchema,
  rowsText,
  type CarryResponse,
  type CarryRequest,
} from '$lib/sync/carry';
import { maxPushKeys } from '$lib/sync/protocol';
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
  const { device: client, sentAt, rows } = part;
  return { outcome: 'taken', results: take($app, sender, { client, sentAt, marks: {}, rows }).results };
}

/** Whose token the device sealed in with these very rows; null where there is none that holds now. */
function provenSender({ proof, device, rows }: CarryRequest): Sender | null {
  const opened = v.safeParse(proofSchema, open($app, proof));
  if (!opened.success || opened.output.device !== device) return null;
  if (opened.output.rows !== $security.sha256(rowsText(rows))) return null;
  const record = holderOf(opened.output.token);
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
