import * as v from 'valibot';
import { byKey } from './by-key';
import { contentId, some } from './fields';
import { reference } from './reference';

/**
 * Something that must hold. `Than` is what numbers are measured by: a reference in content, and the number itself
 * once an app is played. Of `equal` the same is true for its two texts.
 */
export type Guard<Than = string> =
  | { kind: 'above'; field: string; than: Than }
  | { kind: 'total-above'; field: string; and: Than; than: Than }
  | { kind: 'equal'; texts: [string, string] }
  | { kind: 'set'; flag: string }
  | { kind: 'unset'; flag: string }
  | { kind: 'picked'; list: string; option: string; untouched?: boolean }
  | { kind: 'came'; message: string }
  | { kind: 'all'; of: Guard<Than>[] }
  | { kind: 'any'; of: Guard<Than>[] };

/** An option of a list of the app: `questions.pet`. */
export const optionOf = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'is not list.option'),
  v.transform((written) => {
    const [list = '', option = ''] = written.split('.');
    return { list, option };
  }),
);

const several = (kind: 'all' | 'any', of: unknown) => ({ kind, of: of as Guard[] });
const guards = v.lazy(() => some(guardSchema));

/** The closed set of conditions that a widget, or a case of what a control does, may depend on. */
export const guardSchema: v.GenericSchema<unknown, Guard> = byKey<Guard>({
  /** The number in a field is larger than another: strictly. */
  above: v.pipe(
    v.strictObject({ above: v.strictObject({ field: contentId, than: reference }) }),
    v.transform(({ above }) => ({ kind: 'above' as const, ...above })),
  ),
  /** The number in a field and another together are larger than a third: strictly. */
  'total-above': v.pipe(
    v.strictObject({
      'total-above': v.strictObject({ field: contentId, and: reference, than: reference }),
    }),
    v.transform((guard) => ({ kind: 'total-above' as const, ...guard['total-above'] })),
  ),
  /** Two texts are the same: the name on the sign, and the name the bank found. */
  equal: v.pipe(
    v.strictObject({ equal: v.tuple([reference, reference]) }),
    v.transform(({ equal }) => ({ kind: 'equal' as const, texts: equal })),
  ),
  set: v.pipe(
    v.strictObject({ set: contentId }),
    v.transform(({ set: flag }) => ({ kind: 'set' as const, flag })),
  ),
  unset: v.pipe(
    v.strictObject({ unset: contentId }),
    v.transform(({ unset: flag }) => ({ kind: 'unset' as const, flag })),
  ),
  picked: v.pipe(
    v.strictObject({ picked: optionOf }),
    v.transform(({ picked }) => ({ kind: 'picked' as const, ...picked })),
  ),
  came: v.pipe(
    v.strictObject({ came: contentId }),
    v.transform(({ came: message }) => ({ kind: 'came' as const, message })),
  ),
  all: v.pipe(
    v.strictObject({ all: guards }),
    v.transform(({ all }) => several('all', all) as Guard),
  ),
  any: v.pipe(
    v.strictObject({ any: guards }),
    v.transform(({ any }) => several('any', any) as Guard),
  ),
});
