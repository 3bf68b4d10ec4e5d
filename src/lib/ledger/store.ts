import { Dexie, type Table } from 'dexie';
import type { LedgerEvent } from './event';
import type { Row } from './kind';
import type { QuarantineReason } from './read';
import type { Sealed } from './sealed';

/**
 * An event as this device keeps it. `sent` says how far it got:
 * `waiting` in the outbox · `kept` the server has it for good · `refused` the server set it aside (`why`) ·
 * `stuck` it alone failed again and again, so the queue went on without it · `discarded` somebody decided to leave it
 * out, at the server's desk (`why`) or here.
 */
export type KeptEvent = LedgerEvent & {
  seq: number | null;
  sent: 'waiting' | 'kept' | 'refused' | 'stuck' | 'discarded';
  why?: QuarantineReason;
  /** True where the server set it aside once and it is offered again: it has a receipt already. */
  again?: boolean;
  /** 1 where this device wrote it (IndexedDB cannot index booleans). */
  own: 0 | 1;
  /** The rows it is folded into, as `house|table|key`. */
  refs: string[];
  /** In which run of this device's clock it was written (`sync/clock-runs.ts`); only where a server may be told. */
  run?: number;
  /** The whole event, for the server alone: on a shared screen only what that may show is left of it beside this. */
  sealed?: Sealed;
};

/** One line of the outbox: it exists exactly while its event is `waiting`. */
export interface OutboxLine {
  dseq: number;
  id: string;
  /** Times it was sent alone and failed for a reason of its own. */
  failures: number;
}

/** A folded row with its address. */
export interface KeptRow {
  table: string;
  key: string;
  house: string;
  group: string;
  row: Row;
}

/** What is left of a row whose events up to a number were let go (`prune.ts`). */
export interface KeptBase {
  table: string;
  key: string;
  house: string;
  group: string;
  upTo: number;
  /** The row as this reader saw it; undefined where nothing was to be seen. */
  seen?: Row | undefined;
  /** The row as it comes of what residents did on this device alone: stays when somebody else begins to read. */
  own?: Row | undefined;
}

/** The device's database: the ledger, what is not sent yet, the folded tables, and a few facts about the device itself. */
export class LedgerStore extends Dexie {
  declare events: Table<KeptEvent, string>;
  declare outbox: Table<OutboxLine, number>;
  declare rows: Table<KeptRow, [string, string, string]>;
  declare bases: Table<KeptBase, [string, string, string]>;
  declare facts: Table<{ name: string; value: unknown }, string>;

  constructor(name = 'nha-so', options: { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange } = {}) {
    // `relaxed`, Chromium's default, loses the last seconds on a power cut; `strict` lost none and costs ~2 ms.
    super(name, { chromeTransactionDurability: 'strict', ...options });
    this.version(1).stores({
      events: 'id, [house+seq], sent, own, *refs',
      outbox: 'dseq, id',
      rows: '[house+table+key], [house+table+group], [table+key]',
      facts: 'name',
    });
    this.version(2).stores({
      events: 'id, [house+seq], [house+person], sent, own, *refs',
      bases: '[house+table+key]',
    });
  }

  /** A fact about the device, such as its id or a sync cursor; undefined where none was written. */
  async fact<Value>(name: string): Promise<Value | undefined> {
    return (await this.facts.get(name))?.value as Value | undefined;
  }

  /** Writes a fact; what is stored is a plain copy, so that no reactive proxy gets in. */
  async setFact(name: string, value: unknown): Promise<void> {
    await this.facts.put({ name, value: JSON.parse(JSON.stringify(value)) as unknown });
  }

  /** All rows of a table in a house, whatever list they are in. */
  async whole<R extends Row>(house: string, table: string): Promise<R[]> {
    const kept = await this.rows
      .where('[house+table+group]')
      .between([house, table, Dexie.minKey], [house, table, Dexie.maxKey])
      .toArray();
    return kept.map(({ row }) => row as R);
  }

  /** All rows of a table in one list: the classes of a house, the marks of a class. */
  async list<R extends Row>(house: string, table: string, group: string): Promise<R[]> {
    const kept = await this.rows.where('[house+table+group]').equals([house, table, group]).toArray();
    return kept.map(({ row }) => row as R);
  }
}
