import * as v from 'valibot';
import { asideStates, type AsideState, type DeskAct } from '$lib/ledger/desk';
import { idSchema } from '$lib/ledger/event';
import { isPlain } from '$lib/ledger/kinds/fields';
import type { QuarantineReason } from '$lib/ledger/read';

/** An event as a desk shows it beside what was set aside: the first that came under the same id. */
export interface FirstOfId {
  seq: number;
  kind: string;
  device: string;
  occurred: string;
  arrived: string;
  payload: Record<string, unknown>;
}

/** A decision about a row that was set aside; `sent` where its device sent it again and it was taken. */
export interface AsideDecision {
  act: DeskAct | 'sent';
  by: string;
  reason: string;
  state: AsideState;
  at: string;
}

/** A row that was set aside, for those at the desk of the house. What the row says of itself is '' or 0 where it says nothing sound. */
export interface AsideRow {
  id: string;
  /** The id of the event, as it was sent. */
  event: string;
  why: QuarantineReason;
  state: AsideState;
  kind: string;
  v: number;
  /** Who wrote it, and whose token brought it: names, '' where nobody is known. */
  author: string;
  sender: string;
  device: string;
  deviceName: string;
  occurred: string;
  /** Whom it is about, where the asker may read what it says; else ''. */
  person: string;
  /** By the server's clock. */
  arrived: string;
  /** Only its beginning is kept: it was too long. */
  truncated: boolean;
  /** As far as the asker's roles may read its kind; else null. */
  payload: Record<string, unknown> | null;
  /** What the ledger has under the same id, where the asker may read it. */
  first: FirstOfId | null;
  may: DeskAct[];
  decisions: AsideDecision[];
}

/**
 * GET /api/v1/aside?house=…&state=…&after=…&limit=…: what lies on the desk of a house, the newest first; by its
 * coordinators. `after` is the id of the last row that was shown.
 */
export interface AsideResponse {
  rows: AsideRow[];
  more: boolean;
  /** Rows that wait for a decision, by the reason. */
  open: Partial<Record<QuarantineReason, number>>;
  now: string;
}

/** A page of a desk holds at most this many rows. */
export const maxAsideRows = 50;

export const asideQuerySchema = v.strictObject({
  house: idSchema,
  state: v.optional(v.picklist(asideStates), 'open'),
  after: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9]{15}$/))),
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.maxValue(maxAsideRows)),
    String(maxAsideRows),
  ),
});

export type AsideQuery = v.InferOutput<typeof asideQuerySchema>;

/** A reason that says something: at least three letters. Letters are what has a small and a capital form. */
export const reasonSchema = v.pipe(
  v.string(),
  v.trim(),
  v.normalize(),
  v.maxLength(200),
  v.check(isPlain),
  v.check((text) => [...text].filter((letter) => letter.toLowerCase() !== letter.toUpperCase()).length >= 3),
);
const aside = { house: idSchema, id: v.pipe(v.string(), v.regex(/^[a-z0-9]{15}$/)) };

/**
 * POST /api/v1/aside/decide: what shall become of a row on the desk of a house, by its coordinators. To vouch for a row
 * and to leave it out takes a reason; nothing is ever deleted.
 */
export const decideSchema = v.variant('act', [
  v.strictObject({ ...aside, act: v.picklist(['retry', 'reopen']) }),
  v.strictObject({ ...aside, act: v.picklist(['vouch', 'discard']), reason: reasonSchema }),
]);
export type Decide = v.InferOutput<typeof decideSchema>;

/**
 * What came of a decision: the ledger has it · it is judged as before and still waits · it is left out, or taken up
 * again · nothing, for somebody had decided already.
 */
export type DecideOutcome = 'taken' | 'still' | 'discarded' | 'reopened' | 'decided-before';

export interface DecideResponse {
  outcome: DecideOutcome;
  row: AsideRow;
}
