import { beforeEach, describe, expect, it } from 'vitest';
import type { Stores } from '../../../../src/main/storage/stores.ts';
import { temporaryStores } from '../../../support/temporary-stores.ts';
import { aBatch as batch, aBatchItem as anItem } from './samples.ts';

describe('batches', () => {
  let stores: Stores;
  beforeEach(() => {
    stores = temporaryStores();
  });

  it('keeps a batch and its items exactly, by their numbers', () => {
    const second = anItem(2, {
      state: 'failed',
      doubt: 'question',
      failure: { code: 'upload-failed', params: { name: 'x' } },
    });
    const first = anItem(1, { projectId: 'p', uploadId: 'u', turnId: 't', exportId: 'e' });
    stores.batches.add(batch, [second, first]);
    expect(stores.batches.list()).toEqual([{ batch, items: [first, second] }]);
    const done = { ...first, targetPath: '/v/a.mp4', item: { ...first.item, state: 'done' as const } };
    const ended = { ...batch, head: { ...batch.head, state: 'done' as const, pause: null, endedAt: 5 } };
    stores.batches.saveItem(done);
    stores.batches.saveBatch(ended);
    expect(stores.batches.list()).toEqual([{ batch: ended, items: [done, second] }]);
  });

  it('lists batches oldest first, and removes one with its items', () => {
    const other = { ...batch, head: { ...batch.head, id: 'b2', exports: null, pause: { by: 'item' as const } } };
    stores.batches.add(batch, [anItem(1)]);
    stores.batches.add(other, []);
    expect(stores.batches.list().map((one) => one.batch)).toEqual([batch, other]);
    stores.batches.remove('b1');
    expect(stores.batches.list()).toEqual([{ batch: other, items: [] }]);
    expect(() => stores.batches.saveItem(anItem(1))).toThrow(/FOREIGN KEY/);
  });
});
