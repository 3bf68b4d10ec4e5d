import * as v from 'valibot';
import { contentId, version } from './fields';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hexadecimal'));

/** `content/lock.json`: what residents have met, so that it is not changed under them unnoticed. */
export const lockSchema = v.strictObject({
  lessons: v.record(
    contentId,
    v.strictObject({
      version,
      hash,
      /** Every step id that ever was released: what somebody did is written down under it. */
      steps: v.array(contentId),
    }),
  ),
  apps: v.record(contentId, v.strictObject({ version, hash, screens: v.array(contentId) })),
});
export type Lock = v.InferOutput<typeof lockSchema>;
