import {
  type Batch,
  type BatchEvent,
  type BatchItem,
  type BatchItemEvent,
  type BatchPause,
  nextBatchState,
  nextItemState,
} from '../../shared/domain/batch.ts';
import type { Env } from '../app/env.ts';
import type { BatchItemRecord, BatchRecord, BatchStore } from '../storage/stores.ts';

/** What may be written down along with a transition of an item. */
type ItemEntry = Partial<Pick<BatchItem, 'projectId' | 'uploadId' | 'turnId' | 'exportId' | 'doubt' | 'failure'>> & {
  readonly targetPath?: string;
};

/** The journal of batches: the only place that changes one. Each change is on the disk before it is told. */
export type BatchJournal = {
  readonly list: () => readonly Batch[];
  readonly batches: () => readonly BatchRecord[];
  readonly batch: (id: string) => BatchRecord | null;
  /** The items of a batch by their numbers. */
  readonly items: (batchId: string) => readonly BatchItemRecord[];
  readonly item: (id: string) => BatchItemRecord | null;
  readonly add: (batch: BatchRecord, items: readonly BatchItemRecord[]) => void;
  /** Throws where the event is illegal in the item's state. */
  readonly moveItem: (id: string, event: BatchItemEvent, entry?: ItemEntry) => BatchItemRecord;
  readonly retarget: (id: string, targetPath: string) => BatchItemRecord;
  /** Throws where the event is illegal in the batch's state. */
  readonly moveBatch: (id: string, event: BatchEvent, pause?: BatchPause) => BatchRecord;
  /** `folder`: where its videos go from now on; absolute. */
  readonly setFolder: (id: string, folder: string) => void;
  readonly remove: (id: string) => void;
};

export function createBatchJournal({ clock, bus }: Pick<Env, 'clock' | 'bus'>, store: BatchStore): BatchJournal {
  const batches = new Map<string, BatchRecord>();
  const itemIds = new Map<string, readonly string[]>();
  const items = new Map<string, BatchItemRecord>();
  const keep = (batch: BatchRecord, own: readonly BatchItemRecord[]): void => {
    batches.set(batch.head.id, batch);
    itemIds.set(
      batch.head.id,
      own.map(({ item }) => item.id),
    );
    for (const record of own) items.set(record.item.id, record);
  };
  for (const { batch, items: own } of store.list()) keep(batch, own);

  const itemsOf = (batchId: string): readonly BatchItemRecord[] =>
    (itemIds.get(batchId) ?? []).flatMap((id) => items.get(id) ?? []);

  const knownItem = (id: string): BatchItemRecord => {
    const record = items.get(id);
    if (!record) throw new Error('No such item');
    return record;
  };

  const writeItem = (record: BatchItemRecord): BatchItemRecord => {
    store.saveItem(record);
    items.set(record.item.id, record);
    bus.emit({ type: 'batch-items', batchId: record.batchId, items: [record.item] });
    return record;
  };

  return {
    list: () => [...batches.values()].map(({ head }) => ({ ...head, items: itemsOf(head.id).map(({ item }) => item) })),
    batches: () => [...batches.values()],
    batch: (id) => batches.get(id) ?? null,
    items: itemsOf,
    item: (id) => items.get(id) ?? null,
    add: (batch, own) => {
      store.add(batch, own);
      keep(batch, own);
      bus.emit({ type: 'batch', batch: batch.head });
      bus.emit({ type: 'batch-items', batchId: batch.head.id, items: own.map(({ item }) => item) });
    },
    moveItem: (id, event, { targetPath, ...entry } = {}) => {
      const record = knownItem(id);
      const state = nextItemState(record.item.state, event);
      if (state === null) throw new Error(`An item that is ${record.item.state} cannot ${event}`);
      const path = targetPath === undefined ? {} : { targetPath };
      return writeItem({ ...record, ...path, item: { ...record.item, ...entry, state } });
    },
    retarget: (id, targetPath) => writeItem({ ...knownItem(id), targetPath }),
    moveBatch: (id, event, pause) => {
      const batch = batches.get(id);
      const state = batch && nextBatchState(batch.head.state, event);
      if (!batch || !state) throw new Error(`A batch that is ${batch?.head.state} cannot ${event}`);
      const endedAt = state === 'done' || state === 'stopped' ? clock.now() : null;
      const next = { ...batch, head: { ...batch.head, state, pause: pause ?? null, endedAt } };
      store.saveBatch(next);
      batches.set(id, next);
      bus.emit({ type: 'batch', batch: next.head });
      return next;
    },
    setFolder: (id, folder) => {
      const batch = batches.get(id);
      if (!batch) throw new Error('No such batch');
      const next = { ...batch, folder };
      store.saveBatch(next);
      batches.set(id, next);
    },
    remove: (id) => {
      store.remove(id);
      for (const itemId of itemIds.get(id) ?? []) items.delete(itemId);
      itemIds.delete(id);
      batches.delete(id);
      bus.emit({ type: 'batch-removed', batchId: id });
    },
  };
}
