import type { LedgerEvent, SequencedEvent } from '$lib/ledger/event';
import { readEvent } from '$lib/ledger/read';

const members = `'id', e.id, 'house', e.house, 'household', e.household, 'person', e.person, 'author', e.author,
  'kind', e.kind, 'v', e.v, 'payload', json(e.payload), 'device', e.device, 'dseq', e.dseq,
  'occurred', e.occurred, 'seq', e.seq`;

/** An event of the ledger as JSON, with its number; of `events e`. */
export const storedEvent = `json_patch(
  iif(e.erased, json_object(${members}, 'erased', json('true')), json_object(${members})),
  json_object('happened', nullif(e.happened, ''), 'clock', nullif(e.clock, '')))`;

/** An event as its kind reads it now; null where nothing of it is left that can be read. */
export function readNow<E extends LedgerEvent | SequencedEvent>(event: E): E | null {
  const read = readEvent(event);
  return 'event' in read ? { ...event, ...read.event } : null;
}
