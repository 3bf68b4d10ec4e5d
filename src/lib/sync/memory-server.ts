import type { LedgerEvent, Mark, SequencedEvent } from '$lib/ledger/event';
import type { MemoryKeys } from '$lib/ledger/memory-keys';
import { viewFor } from '$lib/ledger/read';
import type { SealedRow } from '$lib/ledger/sealed';
import type { PushRequest, PushResponse, PushResult } from './protocol';
import type { Sender } from './sender';

/** A server in memory that keeps to the protocol; each test makes it misbehave in one way. */
export class MemoryServer {
  epoch = 'first';
  events: SequencedEvent[] = [];
  receipts = new Set<string>();
  pushes: number[] = [];
  /** What it says the time is; nothing where nobody asks. */
  now: () => string = () => '';
  onPush: (request: PushRequest) => void = () => undefined;
  afterPush: () => void = () => undefined;

  /** `keys`: it can be sealed for, and shows what a kiosk may read; without, all to everybody. */
  constructor(
    private readonly house: string,
    private readonly keys: MemoryKeys | null = null,
  ) {}

  backend(): Sender['backend'] {
    return {
      listen: () => () => undefined,
      push: async (request) => {
        this.pushes.push(request.rows.length);
        this.onPush(request);
        const response = await this.take(request);
        this.afterPush();
        return response;
      },
      pull: async (_house, since, limit, mark) => {
        const events = this.events.filter(({ seq }) => seq > since).slice(0, limit);
        const next = events.at(-1)?.seq ?? Math.min(since, this.events.length);
        const forked = mark !== undefined && !this.holds(mark);
        const page = { next, more: next < this.events.length, forked, mark: this.mark() };
        if (!this.keys) return { ...this.place(), ...page, events };
        return { ...this.place(), ...page, events: events.flatMap(forKiosk), sealingKey: this.keys.told };
      },
    };
  }

  private place() {
    return { epoch: this.epoch, now: this.now() };
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

  private async take(request: PushRequest): Promise<PushResponse> {
    const forked = Object.values(request.marks).some((mark) => !this.holds(mark));
    const rows = await Promise.all(request.rows.map((row) => this.opened(row as LedgerEvent | SealedRow)));
    const results = rows.map((event): PushResult => {
      if ('sealed' in event) return { id: event.id, status: 'quarantined', why: 'unreadable' };
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

  private async opened(row: LedgerEvent | SealedRow): Promise<LedgerEvent | SealedRow> {
    const text = 'sealed' in row && (await this.keys?.open(row.sealed));
    return text ? (JSON.parse(text) as LedgerEvent) : row;
  }
}

function forKiosk(event: SequencedEvent): SequencedEvent[] {
  const payload = viewFor('kiosk', event);
  return payload ? [{ ...event, payload }] : [];
}
