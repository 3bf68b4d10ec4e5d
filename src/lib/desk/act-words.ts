import type { DeskAct } from '$lib/ledger/desk';
import type { QuarantineReason } from '$lib/ledger/read';

/** The word under which an act is offered: to leave out what came second is to keep what came first. */
export function actWords<Act extends DeskAct>(act: Act, why: QuarantineReason): Act | 'keep-first' {
  return act === 'discard' && why === 'id_conflict' ? 'keep-first' : act;
}
