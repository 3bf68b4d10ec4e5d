import * as v from 'valibot';
import { idSchema } from '$lib/ledger/event';
import { sealedRowSchema, sealedSchema } from '$lib/ledger/sealed';
import { signatureSchema } from './device-token';
import { maxPushKeys, type PushResult } from './protocol';

/** A part of a carried file holds at most this many rows: the longest, sealed, are less than a push may have. */
export const maxCarriedRows = 100;

/**
 * POST /api/v1/sync/carry: what one sender of one device wrote, brought by somebody else. `proof` is sealed by the device:
 * its sender's token and what stands for the rows (`rowsText`), signed where the device has a key; so that nobody else can make a part, or add to one.
 */
export const carriedPartSchema = v.strictObject({
  device: idSchema,
  proof: sealedSchema,
  rows: v.pipe(v.array(sealedRowSchema), v.minLength(1), v.maxLength(maxCarriedRows)),
});
export type CarriedPart = v.InferOutput<typeof carriedPartSchema>;

/** A file of all that waits on a device. Only the server can read it: `server` is the key to which it is sealed. */
export const carriedFileSchema = v.strictObject({
  nhaSo: v.literal(1),
  server: v.pipe(v.string(), v.regex(/^04[0-9a-f]{128}$/)),
  /** By the clock of the device. */
  made: v.pipe(v.string(), v.maxLength(40)),
  parts: v.pipe(v.array(carriedPartSchema), v.minLength(1), v.maxLength(10_000)),
});
export type CarriedFile = v.InferOutput<typeof carriedFileSchema>;

export const carryRequestSchema = v.strictObject({
  ...carriedPartSchema.entries,
  server: v.pipe(v.string(), v.maxLength(130)),
  sentAt: v.pipe(v.string(), v.maxLength(40)),
});
export type CarryRequest = v.InferOutput<typeof carryRequestSchema>;

/**
 * What is sealed in a proof. `rows`: SHA-256 of `rowsText`, as hexadecimal. `signature`: of `proofText`, by a paired
 * device's own key; it counts where the token has run out since, as it has on a kiosk that had no network for months.
 */
export const proofSchema = v.strictObject({
  token: v.pipe(v.string(), v.maxLength(4000)),
  device: idSchema,
  rows: v.string(),
  signature: v.optional(signatureSchema),
});
export type Proof = v.InferOutput<typeof proofSchema>;

/** What a paired device signs for the rows of a part; ASCII. */
export function proofText({ device, rows }: Pick<Proof, 'device' | 'rows'>): string {
  return `nha-so carry 1|${device}|${rows}`;
}

/** What stands for the rows of a part; ASCII. All else of a row lies under its seal. */
export function rowsText(rows: CarriedPart['rows']): string {
  return rows
    .map(({ sealed, off, clock }) =>
      [sealed.key, sealed.text, off, clock].filter((said) => said !== undefined),
    )
    .map((said) => said.join(' '))
    .join('\n');
}

/**
 * What became of a part: it was taken, row by row as a push is · it is sealed for another server · it was changed, or
 * its sender is not believed any more. Only the first changes anything.
 */
export interface CarryResponse {
  outcome: 'taken' | 'other-server' | 'unproved';
  results: PushResult[];
  now: string;
}

/** Rows in parts that a server takes at once; `keyOf` tells by which key a row is or will be sealed. */
export function inParts<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const parts: Row[][] = [];
  let keys = new Set<string>();
  for (const row of rows) {
    const last = parts.at(-1);
    keys.add(keyOf(row));
    // One key is the proof's own.
    if (last && last.length < maxCarriedRows && keys.size < maxPushKeys) last.push(row);
    else {
      parts.push([row]);
      keys = new Set([keyOf(row)]);
    }
  }
  return parts;
}
