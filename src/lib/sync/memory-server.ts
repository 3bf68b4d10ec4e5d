import type { LedgerEvent, Mark, SequencedEvent } from '$lib/ledger/event';
import type { PushRequest, PushResponse, PushResult } from './protocol';
import type { Sender } from './sender';

/** A server in memory that keeps to the protocol; each test makes it misbehave in one way. */
export class MemoryServer {
  epoch = 'first';
  events: SequencedEvent[] = [];
  receipts = new Set<string>();
  pushes: number[] = [];
  onPush: (request: PushRequest) => void = () => undefined;
  afterPush: () => void = () => undefined;

  constructor(private readonly house: string) {}

  backend(): Sender['backend'] {
    return {
      push: async (request) => {
        this.pushes.push(request.rows.length);
        this.onPush(request);
        const response = this.take(request);
        this.afterPush();
        return response;
      },
      pull: async (_house, since, limit, mark) => {
        const events = this.events.filter(({ seq }) => seq > since).slice(0, limit);
        const next = events.at(-1)?.seq ?? Math.min(since, this.events.length);
        const forked = mark !== undefined && !this.holds(mark);
        return { ...this.place(), events, next, more: next < this.events.length, forked, mark: this.mark() };
      },
    };
  }

  private place() {
    return { epoch: this.epoch, now: '' };
  }

  /** All ids up to a number stand for themselves. */
  private mark(seq = this.events.length): Mark {
    return {
      seq,
      chain: this.events
        .slice(0, seq)
        .map(({ id }) => id)
        .join(),
    };
  }

  private holds({ seq, chain }: Mark): boolean {
    return this.mark(seq).chain === chain;
  }

  private take(request: PushRequest): PushResponse {
    const forked = Object.values(request.marks).some((mark) => !this.holds(mark));
    const results = request.rows.map((row): PushResult => {
      const event = row as unknown as LedgerEvent;
      this.receipts.add(`${event.device}|${event.dseq}`);
      const known = this.events.find(({ id }) => id === event.id);
      if (known) return { id: event.id, status: 'dup', seq: known.seq };
      const seq = this.events.length + 1;
      this.events.push({ ...event, seq });
      return { id: event.id, status: 'ok', seq };
    });
    const receipts = { count: this.receipts.size, max: 0 };
    return { ...this.place(), results, receipts, forked, marks: { [this.house]: this.mark() } };
  }
}
