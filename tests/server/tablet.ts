import type { LedgerEvent } from '$lib/ledger/event';
import { newId } from './world';

/** Writes events as a device does: one id, its own count without gaps. */
export class Tablet {
  readonly id: string;
  #dseq = 0;

  constructor(
    readonly house: string,
    readonly author: string,
    id = newId(),
  ) {
    this.id = id;
  }

  /** The next event of this device. */
  write(kind: string, payload: Record<string, unknown>, more: Partial<LedgerEvent> = {}): LedgerEvent {
    return {
      id: newId(),
      house: this.house,
      household: '',
      person: '',
      author: this.author,
      kind,
      v: 1,
      payload,
      device: this.id,
      dseq: ++this.#dseq,
      occurred: new Date().toISOString(),
      ...more,
    };
  }

  /** Puts a made-up learner on the roll. */
  register(number: number, name = `Trần Thị Thử ${number}`): LedgerEvent {
    return this.write('person.registered', { name, birthYear: 1950, number }, { person: newId() });
  }
}
