import * as v from 'valibot';
import { byKey } from './by-key';
import { contentId } from './fields';

/** Where a value comes from: the persona, or a message the app has sent. */
const reference = v.pipe(
  v.string(),
  v.regex(
    /^(persona\.[a-z][a-zA-Z0-9]*|message\.[a-z0-9-]+\.[a-z][a-zA-Z0-9]*)$/,
    'is neither persona.name nor message.id.name',
  ),
);
const length = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99));

const digits = v.pipe(
  v.strictObject({
    digits: length,
    equals: reference,
  }),
  v.transform(({ digits: count, ...rest }) => ({ kind: 'digits' as const, count, ...rest })),
);
const password = v.pipe(
  v.strictObject({
    password: v.strictObject({ min: length, max: length, special: v.pipe(v.string(), v.nonEmpty()) }),
    suggest: reference,
  }),
  v.transform(({ password: rule, suggest }) => ({ kind: 'password' as const, ...rule, suggest })),
);
const same = v.pipe(
  v.strictObject({ same: contentId }),
  v.transform(({ same: field }) => ({ kind: 'same' as const, field })),
);

/** When the content of a field is right; named under `validators` of an app. */
export const checkSchema = byKey<
  v.InferOutput<typeof digits> | v.InferOutput<typeof password> | v.InferOutput<typeof same>
>({ digits, password, same });
