import type { AppBundle } from '$lib/content/bundle';
import type { Cast } from '$lib/content/cast';
import played from './sample.json';

/** Who plays the sample app: made up, and nobody of the lessons, so that it changes with none of them. */
const cast: Cast = {
  persona: {
    id: 'ba-vi-du',
    name: 'Lê Thị Ví Dụ',
    born: 1955,
    sex: 'female',
    idNumber: '000155000009',
    phone: '0100000999',
    values: { passcode: '246810' },
    words: { vi: {}, en: {} },
  },
  place: {},
  scene: 'small',
};

/**
 * The sample app as the checker reads it out of the YAML beside: every widget there is. `sample.test.ts` writes
 * the JSON anew (vitest -u) and proves the app; examples and component tests draw it.
 */
export const sample = { bundle: played as unknown as AppBundle, cast };
