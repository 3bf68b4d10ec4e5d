import * as v from 'valibot';
import { idSchema } from '$lib/ledger/event';
import type { HouseRow } from '$lib/ledger/kinds/house-set';
import type { Beat } from './beat';

/**
 * How a device stands, the worst first: not heard of for long · not for some minutes · never · silent while the house is
 * closed · heard of just now.
 */
export const standings = ['offline', 'late', 'never', 'closed', 'online'] as const;
export type Standing = (typeof standings)[number];

/**
 * What somebody has to look at, the most pressing first; each has a sentence in `fleet:alert.<code>`: nothing is written any
 * more · not heard of · the server has no backup of these days · events wait for days · the storage is nearly full · the
 * clock is wrong · the browser may throw away what is stored · a new version did not work · voices are missing.
 */
export const alertCodes = [
  'disk',
  'offline',
  'backup',
  'unsent',
  'full',
  'clock',
  'loose',
  'rolled-back',
  'clips',
] as const;
export type AlertCode = (typeof alertCodes)[number];

/** How a house is set up; `set`: somebody said so, else it is what holds until then. */
export type HouseSettings = HouseRow & { set: boolean };

/** How good a line was over some time. */
export interface LinkFigures {
  /** Beats that came, and those that found no server. */
  beats: number;
  failures: number;
  /** Until the first byte of an answer: half of the requests were as fast or faster, 95 of 100 were (ms). */
  p50: number | null;
  p95: number | null;
  /** The middle of what could be measured (bytes per second). */
  speed: number | null;
}

/** A line on one day of the house, `yyyy-mm-dd`. */
export interface LinkDay extends LinkFigures {
  day: string;
}

/** The lines of a house in one week; `week`: its Monday. `hours`: in which anything came. */
export interface LinkWeek extends LinkFigures {
  house: string;
  week: string;
  devices: number;
  hours: number;
}

/** A device that is in a house, as the server sees it. */
export interface FleetDevice {
  id: string;
  house: string;
  /** '' until somebody names it. */
  name: string;
  leaving: boolean;
  standing: Standing;
  /** When it beat last (ISO, by the server's clock); '' where it never did, and `beat` is null. */
  at: string;
  beat: Beat | null;
  /** The days of the last four weeks on which anything came, and all of them together. */
  days: LinkDay[];
  link: LinkFigures;
}

/** Something that somebody has to look at, or had to; `device` is '' where it is about the server. Moments are ISO; '' is not yet. */
export interface FleetAlert {
  id: string;
  house: string;
  device: string;
  code: AlertCode;
  since: string;
  until: string;
  /** The name of who noted it, and when. */
  seenBy: string;
  seenAt: string;
}

const house = v.optional(idSchema);

/** GET /api/v1/fleet?house=…: the devices of a house, or of all whose devices the asker looks after; by installers and coordinators. */
export const fleetQuerySchema = v.strictObject({ house });
export interface FleetResponse {
  houses: { id: string; name: string; settings: HouseSettings; open: boolean }[];
  devices: FleetDevice[];
  /** What is so now, then what was, the latest first. */
  alerts: FleetAlert[];
  now: string;
}

/** GET /api/v1/fleet/link?house=…: the lines of the same houses week by week, for as long as they are kept. */
export interface LinkResponse {
  weeks: LinkWeek[];
  now: string;
}

/** POST /api/v1/fleet/seen: somebody has seen an alert of the house, or of the server, and looks after it. Answers with it. */
export const seenSchema = v.strictObject({
  house: idSchema,
  alert: v.pipe(v.string(), v.regex(/^[a-z0-9]{15}$/)),
});
export type Seen = v.InferOutput<typeof seenSchema>;

/** For how many days the quality of lines is kept, and alerts that are over. */
export const keptDays = 400;
/** So many days of a line are shown on the page. */
export const shownDays = 28;
