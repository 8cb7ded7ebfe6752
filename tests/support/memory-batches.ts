import type { BatchItemRecord, BatchRecord, BatchStore } from '../../src/main/storage/stores.ts';
import { shelf } from './shelf.ts';

/** The batches of stores in memory. */
export function createMemoryBatches(): BatchStore {
  const batches = shelf<BatchRecord>(({ head }) => head.id);
  const items = shelf<BatchItemRecord>(({ item }) => item.id);
  const itemsOf = (id: string): readonly BatchItemRecord[] =>
    items
      .list()
      .filter(({ batchId }) => batchId === id)
      .sort((one, other) => one.item.n - other.item.n);

  const saveItem = (record: BatchItemRecord): void => {
    if (batches.get(record.batchId) === null)
      throw new Error(`FOREIGN KEY constraint failed: no batch ${record.batchId}`);
    items.save(record);
  };
  return {
    list: () => batches.list().map((batch) => ({ batch, items: itemsOf(batch.head.id) })),
    add: (batch, own) => {
      batches.save(batch);
      own.forEach(saveItem);
    },
    saveBatch: batches.save,
    saveItem,
    remove: (id) => {
      batches.remove(id);
      for (const { item } of itemsOf(id)) items.remove(item.id);
    },
  };
}
