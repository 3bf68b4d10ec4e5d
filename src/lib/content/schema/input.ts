import * as v from 'valibot';
import { both } from '../guards';
import { contentId, some } from './fields';
import { optionOf } from './guard';
import { shown } from './sight';

/** The validator; the one of the same name where none is given. */
const check = v.optional(contentId);

export const field = v.pipe(
  v.strictObject({
    field: contentId,
    type: v.picklist(['digits', 'text', 'password', 'amount']),
    check,
    ...shown,
  }),
  v.transform(({ field: id, check: by, ...rest }) => ({
    kind: 'field' as const,
    id,
    check: by ?? id,
    ...rest,
  })),
);
/** Digits on the app's own pad: a secret, a dot for each, or what is dialled, to be read as it is typed. */
export const keypad = v.pipe(
  v.strictObject({
    keypad: contentId,
    check,
    look: v.optional(v.picklist(['dots', 'digits']), 'dots'),
    ...shown,
  }),
  v.transform(({ keypad: id, check: by, ...rest }) => ({
    kind: 'keypad' as const,
    id,
    check: by ?? id,
    type: 'digits' as const,
    ...rest,
  })),
);

const oneOf = { options: some(contentId), right: contentId };
/** One of a list. `for: questions.pet` shows it only where that option is picked. */
export const choice = v.pipe(
  v.strictObject({ choice: contentId, ...oneOf, for: v.optional(optionOf), ...shown }),
  v.transform(({ choice: id, for: of, if: guard, ...rest }) => ({
    kind: 'choice' as const,
    id,
    ...rest,
    if: both(of && { kind: 'picked', ...of }, guard),
  })),
);
/** The right file or photograph among several. */
export const files = v.pipe(
  v.strictObject({ files: contentId, ...oneOf, ...shown }),
  v.transform(({ files: id, ...rest }) => ({ kind: 'files' as const, id, ...rest })),
);
const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
/** The right spot on a drawn map; each stands so many per cent from the left and from the top. */
export const map = v.pipe(
  v.strictObject({
    map: contentId,
    spots: v.record(contentId, v.tuple([percent, percent])),
    right: contentId,
    ...shown,
  }),
  v.transform(({ map: id, spots, ...rest }) => ({
    kind: 'map' as const,
    id,
    spots,
    options: Object.keys(spots),
    ...rest,
  })),
);
/** So many of a list, whichever. */
export const pick = v.pipe(
  v.strictObject({
    pick: contentId,
    options: some(contentId),
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)),
    ...shown,
  }),
  v.transform(({ pick: id, ...rest }) => ({ kind: 'pick' as const, id, ...rest })),
);
const state = v.picklist(['on', 'off']);
/** A switch; it begins the other way round than it should be, or as `starts` says. */
export const toggle = v.pipe(
  v.strictObject({ toggle: contentId, right: state, starts: v.optional(state), ...shown }),
  v.transform(({ toggle: id, right, starts, ...rest }) => ({
    kind: 'toggle' as const,
    id,
    options: ['on', 'off'],
    right,
    starts: starts ?? (right === 'on' ? ('off' as const) : ('on' as const)),
    ...rest,
  })),
);
/** A place to sign, by a stroke or, for who cannot draw, by a button. */
export const sign = v.pipe(
  v.strictObject({ sign: contentId, ...shown }),
  v.transform(({ sign: id, ...rest }) => ({
    kind: 'sign' as const,
    id,
    options: ['signed', 'blank'],
    ...rest,
  })),
);
