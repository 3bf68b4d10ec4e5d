import * as v from 'valibot';
import { faultCodes, mostFaults, mostMeasured, screens } from './beat-lists';

const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000));

/** Something that was wrong: last seen at, and told until (ms, by the device's clock). It says nothing of what was done there. */
const faultSchema = v.strictObject({ code: v.picklist(faultCodes), at: moment, until: moment });
export type Fault = v.InferOutput<typeof faultSchema>;

const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
/** Counts, seconds, milliseconds and bytes: whatever a clock that is years off makes of them, a number that can be kept. */
const amount = whole(Number.MAX_SAFE_INTEGER);
const skew = v.pipe(v.number(), v.integer(), v.minValue(-8e15), v.maxValue(8e15));
const version = v.pipe(v.string(), v.regex(/^[\w.+-]{1,40}$/));
const yesOrNo = v.nullable(v.boolean());

const measured = v.pipe(v.array(whole(10_000_000_000)), v.maxLength(mostMeasured));

/**
 * POST /api/v1/devices/beat, once a minute by a kiosk, about itself and never about a person. Null: the browser does not say,
 * or nobody has asked it yet.
 */
export const beatSchema = v.strictObject({
  version,
  /** The version that was given up because it did not work, where the device went back. */
  rolledBack: v.optional(version),
  content: version,
  /** Seconds since the browser was started, and how often it was. */
  uptime: amount,
  boots: amount,
  screen: v.picklist(screens),
  /** Seconds since a finger or a key. */
  touched: v.nullable(amount),
  /** How far the server's clock is ahead (ms), and whether the device's may be believed. */
  clock: v.strictObject({ skew: v.nullable(skew), trusted: yesOrNo }),
  /** `kept`: the browser promised not to throw away what is stored; bytes used, of how many as the browser reckons. */
  storage: v.strictObject({ kept: yesOrNo, usage: v.nullable(amount), quota: v.nullable(amount) }),
  /** Events that wait, that are stuck, and for how many seconds the oldest has waited. */
  events: v.strictObject({ unsent: amount, stuck: amount, oldest: v.nullable(amount) }),
  clips: v.nullable(v.strictObject({ here: amount, all: amount })),
  /** Something was written and read again: in the database, through to the disk, and in the cache. */
  canary: v.strictObject({ disk: v.boolean(), cache: v.boolean() }),
  lit: yesOrNo,
  /** The page has the whole screen; its size in CSS pixels. */
  view: v.strictObject({ whole: v.boolean(), width: whole(100_000), height: whole(100_000) }),
  link: v.strictObject({
    /** Of the last requests: until the first byte of an answer (ms; the server's own work is in it). */
    rtts: measured,
    /** Of what was large enough to tell: bytes per second. */
    speeds: measured,
    /** Beats since the last one that came through which found no server. */
    failures: amount,
    /** What the browser thinks; known to be wrong. */
    hint: v.nullable(v.picklist(['slow-2g', '2g', '3g', '4g'])),
  }),
  faults: v.pipe(v.array(faultSchema), v.maxLength(mostFaults)),
});
export type Beat = v.InferOutput<typeof beatSchema>;

export interface BeatResponse {
  now: string;
}

/** Beats come once a minute; pages that are thrown away may begin anew with one. More than so many a minute are refused. */
export const mostBeats = 12;
