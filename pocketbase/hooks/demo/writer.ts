import type { LedgerEvent } from '$lib/ledger/event';
import { maxPushRows } from '$lib/sync/protocol';
import type { Sender } from '../ledger/sender';
import { receiptsOf } from '../ledger/receipts';
import { take } from '../ledger/take';
import { demoId } from './ids';

/** What a demo event says; the writer adds who and where. */
export interface Said {
  kind: string;
  payload: Record<string, unknown>;
  person?: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** Writes events as one device does and pushes them by the same code as every device. */
export class DemoWriter {
  private dseq: number;
  private waiting: LedgerEvent[] = [];

  constructor(
    private readonly app: CoreApp,
    private readonly sender: Sender,
    private readonly device: string,
    private readonly house: string,
  ) {
    this.dseq = receiptsOf(app.db(), device).max;
  }

  /** Puts the next event of this device behind those that wait. */
  say({ kind, payload, person = '', at }: Said): void {
    const dseq = ++this.dseq;
    this.waiting.push({
      id: demoId('event', this.device, dseq),
      house: this.house,
      household: '',
      person,
      author: this.sender.device ? '' : this.sender.id,
      kind,
      v: 1,
      payload,
      device: this.device,
      dseq,
      occurred: new Date(at).toISOString(),
    });
  }

  /** Pushes what waits; throws where a row is not taken, for then the demo is wrong. */
  push(): void {
    while (this.waiting.length > 0) {
      const rows = this.waiting.splice(0, maxPushRows);
      const { results } = take(this.app, this.sender, {
        client: this.device,
        sentAt: new Date().toISOString(),
        marks: {},
        rows,
      });
      const refused = results.findIndex(({ status }) => status === 'quarantined');
      if (refused >= 0) {
        throw new Error(`Demo: ${JSON.stringify(results[refused])} for ${JSON.stringify(rows[refused])}`);
      }
    }
  }
}
