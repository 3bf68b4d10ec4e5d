import * as v from 'valibot';
import { idSchema, markSchema, type Mark, type SequencedEvent } from '$lib/ledger/event';
import type { Role } from '$lib/ledger/kind';
import type { QuarantineReason } from '$lib/ledger/read';
import type { CardClaim } from './card-claim';

/** A push holds at most this many rows and bytes; the client halves a batch that is refused with `too-large`. */
export const maxPushRows = 200;
export const maxPushBytes = 1_000_000;
/** Sealed rows of a push have at most this many keys between them: to open one takes the server 25 ms of work. */
export const maxPushKeys = 20;
/** A pull answers at most this many events. */
export const maxPullRows = 1000;

const isRow = (value: unknown) => typeof value === 'object' && value !== null;

/** POST /api/v1/sync/push. Rows are read one by one on the server: a bad row is quarantined, never a reason to refuse the rest. */
export const pushRequestSchema = v.strictObject({
  client: idSchema,
  sentAt: v.pipe(v.string(), v.maxLength(40)),
  /** The furthest that the sender was ever told of the history of each house; a server with another past says so. */
  marks: v.optional(v.record(idSchema, markSchema), {}),
  rows: v.pipe(v.array(v.custom<Record<string, unknown>>(isRow)), v.minLength(1), v.maxLength(maxPushRows)),
});
export type PushRequest = v.InferOutput<typeof pushRequestSchema>;

/** What became of one row; `seq` where it is in the ledger, `why` where it was set aside,
 * `discarded` where somebody has decided since to leave it out. Results stand in the order of the rows. */
export type PushResult =
  | { id: string; status: 'ok' | 'dup'; seq: number }
  | { id: string; status: 'quarantined'; why: QuarantineReason; discarded?: true };

export interface PushResponse {
  /** Changes when the server was restored from a backup: then everything is pushed again. */
  epoch: string;
  results: PushResult[];
  /** Rows of this client that the server has ever answered for: how many, and the highest `dseq`. */
  receipts: { count: number; max: number };
  /** True where the server's past is not the one that a mark was taken of: a backup that nobody announced. */
  forked: boolean;
  /** How far the houses of the sender have come, this push included. */
  marks: Record<string, Mark>;
  /** How far a verified backup holds each of these houses; a server of before there were any says nothing. */
  safe?: Record<string, number>;
  now: string;
}

/**
 * GET /api/v1/sync/pull?house=…&since=…&limit=…&mark=seq.chain: events with seq > since that the asker may see, in
 * order. `mark` is the furthest that the asker was ever given, where it was given one.
 */
export interface PullResponse {
  epoch: string;
  events: SequencedEvent[];
  /** The cursor to ask from next; advances over events that the asker may not see, too. */
  next: number;
  more: boolean;
  /** True where the server's past is not the one that the asker's mark was taken of: a backup that nobody announced. */
  forked: boolean;
  /** How far the house has come. */
  mark: Mark;
  /** How far a verified backup holds the house; a server of before there were any says nothing. */
  safe?: number;
  /** The key by which this server's cards are known, as hexadecimal; a server of before there were cards tells none. */
  cardKey?: string;
  /** The key to which events are sealed for this server, as hexadecimal; an older server tells none. */
  sealingKey?: string;
  now: string;
}

/** A membership of a staff member: a role in a house. */
export interface Membership {
  house: string;
  houseName: string;
  role: Role;
}

/** GET /api/v1/me (with a token). */
export interface SignInResponse {
  token: string;
  staff: { id: string; name: string; username: string };
  memberships: Membership[];
}

/**
 * POST /api/v1/sign-in {username, password, device, known}: the last two may be left out. `known` opens nothing; shown
 * when the same account signs in on the same device again, it keeps wrong tries elsewhere from shutting that device.
 */
export interface FirstSignInResponse extends SignInResponse {
  known: string;
  /** True where a one-time password came: the token is good for changing it, and for nothing else. */
  mustChange: boolean;
}

/** POST /api/v1/pair-codes {house}: by an installer or coordinator of the house; the code is shown once. */
export interface PairCodeResponse {
  code: string;
  expires: string;
}

/** What a device is told that has been paired; see `PairRequest`. */
export interface PairResponse {
  token: string;
  device: string;
  house: { id: string; name: string };
  /** As a pull tells it. */
  sealingKey?: string;
}

/**
 * How a device stands: it works · it was told to leave, and still has to hand over what it holds · it left, or was cut
 * off.
 */
export type DeviceState = 'here' | 'leaving' | 'gone';

/** A device of a house, for those who look after it. */
export interface HouseDevice {
  id: string;
  /** '' until somebody names it. */
  name: string;
  paired: string;
  /** When the server last heard of it; '' where it never did. To the minute. */
  seen: string;
  state: DeviceState;
}

/** GET /api/v1/devices?house=… by an installer or coordinator of the house. */
export interface DevicesResponse {
  devices: HouseDevice[];
  /** When the server's last good backup was finished (ISO); '' where there is none. */
  backup: string;
  now: string;
}

const device = { house: idSchema, device: idSchema };

/**
 * POST /api/v1/devices: names a device; tells it to leave (it hands over what it holds, then forgets it) or to stay
 * after all; or cuts it off at once, where it is lost or stolen: its token is void, and what it holds is believed no more.
 * Answers as GET does.
 */
export const deviceChangeSchema = v.variant('does', [
  v.strictObject({ ...device, does: v.literal('name'), name: v.pipe(v.string(), v.trim(), v.maxLength(60)) }),
  v.strictObject({ ...device, does: v.picklist(['leave', 'stay', 'cut-off']) }),
]);
export type DeviceChange = v.InferOutput<typeof deviceChangeSchema>;

/** So many cards are signed at once: three sheets. */
export const maxCards = 30;

/** POST /api/v1/cards: asks for signatures, by a trainer or coordinator of the house, for people of its roll. */
export const cardsRequestSchema = v.strictObject({
  house: idSchema,
  cards: v.pipe(
    v.array(
      v.strictObject({
        person: idSchema,
        card: idSchema,
        picture: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(72)),
        pin: v.boolean(),
      }),
    ),
    v.minLength(1),
    v.maxLength(maxCards),
  ),
});
export type CardsRequest = v.InferOutput<typeof cardsRequestSchema>;

/** Signed cards, in the order they were asked for. */
export interface CardsResponse {
  /** `signature`: 64 bytes as hexadecimal, of `signedText`. */
  cards: (CardClaim & { signature: string })[];
  /** The key by which the signatures are known: a point of P-256, 65 bytes as hexadecimal. */
  key: string;
  now: string;
}

/**
 * POST /api/v1/devices/left, by a device that was told to leave and has handed over all it held: the epoch it knows and
 * the furthest that it was ever told of its house's history.
 */
export const leftRequestSchema = v.strictObject({
  epoch: v.optional(v.pipe(v.string(), v.maxLength(64))),
  marks: v.optional(v.record(idSchema, markSchema), {}),
});
export type LeftRequest = v.InferOutput<typeof leftRequestSchema>;

export interface LeftResponse {
  epoch: string;
  /** True where this server is not the one that was handed everything: then the device has not left, and pushes it again. */
  forked: boolean;
  now: string;
}

/** The closed set of error codes; each has a sentence per language in content/words/<lang>/errors.json. */
export const errorCodes = [
  'offline',
  'bad-request',
  'too-large',
  'not-signed-in',
  'wrong-sign-in',
  'not-allowed',
  'not-found',
  'too-many',
  'wrong-code',
  'revoked',
  'leaving',
  'change-password',
  'weak-password',
  'name-taken',
  'last-coordinator',
  'server',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Every refusal of /api/v1 has this body; the sentence is in the language that Accept-Language asks for, else Vietnamese. */
export interface ErrorResponse {
  error: { code: ErrorCode; message: string };
}
