import * as v from 'valibot';
import { kind, type Kind } from '$lib/ledger/kind';
import { attendanceMarked, type AttendanceMarked } from '$lib/ledger/kinds/attendance-marked';
import type { Backend } from '$lib/sync/backend';

/**
 * What an app wrote before histories were told: it names no mark when it pushes or pulls, and does not hear what the
 * server says of them, nor how far backups hold. It finds out by epoch and receipts alone. (No kind has a second version yet; when one has, such
 * an app writes the first.)
 */
export function asBefore(backend: Backend): Backend {
  return {
    ...backend,
    push: async ({ client, sentAt, rows }) => ({
      ...(await backend.push({ client, sentAt, rows, marks: {} })),
      ...{ marks: {}, forked: false, safe: {} },
    }),
    pull: async (house, since, limit) => ({
      ...(await backend.pull(house, since, limit)),
      ...{ mark: { seq: 0, chain: '' }, forked: false, safe: undefined },
    }),
  };
}

/** What an app would be that believes a server whatever it has forgotten. Stories with it must lose something. */
export function asBlind(backend: Backend): Backend {
  const same = { epoch: 'the same', forked: false };
  return {
    ...backend,
    push: async (request) => ({
      ...(await backend.push(request)),
      ...{ ...same, receipts: { count: Number.MAX_SAFE_INTEGER, max: 0 } },
    }),
    pull: async (...asked) => ({ ...(await backend.pull(...asked)), ...same }),
  };
}

const weather = kind<AttendanceMarked>({
  name: 'weather.told',
  v: 1,
  schema: v.looseObject({}) as unknown as Kind<AttendanceMarked>['schema'],
  upcast: {},
  may: { write: ['trainer'], read: ['trainer'] },
  folds: [],
});

/** What an app of tomorrow writes: a kind that this server does not know, a later version of one it does, and today's. */
export const ofTomorrow: (Kind<AttendanceMarked> | undefined)[] = [
  weather,
  undefined,
  { ...attendanceMarked, v: 99 },
  undefined,
];
