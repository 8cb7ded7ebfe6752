import { describe, expect, it } from 'vitest';
import type { BatchItem } from '../../../../src/shared/domain/batch.ts';
import { apply, applySnapshot } from '../../../../src/renderer/state/apply.ts';
import { withBatchFiles, withoutDraftFile, withSmaller } from '../../../../src/renderer/state/apply-batch.ts';
import { initialState, type WindowState } from '../../../../src/renderer/state/model.ts';
import { batchItem, snapshot, upload } from './fixtures.ts';

const head = {
  id: 'b1',
  state: 'running',
  pause: null,
  mode: 'each',
  template: '{name}',
  exports: null,
  createdAt: 1,
  endedAt: null,
} as const;

const item = (n: number, changes: Partial<BatchItem> = {}): BatchItem =>
  batchItem({ id: `i${n}`, n, name: `${n}.mp4`, bytes: 10, message: String(n), ...changes });

const begun = (items: readonly BatchItem[]): WindowState =>
  [{ type: 'batch', batch: head } as const, { type: 'batch-items', batchId: 'b1', items } as const].reduce(
    apply,
    applySnapshot(initialState, snapshot()),
  );

describe('batches in the window', () => {
  it('come with their items, and change one by one', () => {
    const state = begun([item(1), item(2)]);
    const next = apply(state, { type: 'batch-items', batchId: 'b1', items: [item(2, { state: 'done' })] });
    expect(next.batches[0]?.items.map((one) => one.state)).toEqual(['waiting', 'done']);
    expect(next.batches[0]?.items[0]).toBe(state.batches[0]?.items[0]);
    const paused = apply(next, { type: 'batch', batch: { ...head, state: 'paused', pause: { by: 'user' } } });
    expect([paused.batches.length, paused.batches[0]?.state, paused.batches[0]?.items.length]).toEqual([
      1,
      'paused',
      2,
    ]);
  });

  it('keep the order of their numbers, whatever order they come in', () => {
    const state = apply(begun([item(3)]), { type: 'batch-items', batchId: 'b1', items: [item(2), item(1)] });
    expect(state.batches[0]?.items.map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  it('come on the screen, and leave it when they are gone or a project is shown', () => {
    const shown = apply(begun([item(1)]), { type: 'show-batch', batchId: 'b1' });
    expect(shown.batch.openId).toBe('b1');
    expect(apply(shown, { type: 'batch-removed', batchId: 'b1' })).toMatchObject({
      batches: [],
      batch: { openId: null },
    });
    expect(apply(shown, { type: 'show', projectId: 'p1', turnId: null, exportId: null }).batch.openId).toBeNull();
  });

  it('tell how far their files are, and nothing of other files', () => {
    const state = begun([item(1, { state: 'uploading', uploadId: 'u1' })]);
    const half = apply(state, { type: 'upload', upload: upload({ id: 'u1', state: 'uploading', sent: 5, bytes: 10 }) });
    expect(half.batch.uploads).toEqual({ u1: 0.5 });
    const other = apply(half, { type: 'upload', upload: upload({ id: 'u2', state: 'uploading', sent: 5, bytes: 10 }) });
    expect(other.batch.uploads).toEqual({ u1: 0.5 });
    expect(apply(half, { type: 'upload', upload: upload({ id: 'u1', state: 'uploaded' }) }).batch.uploads).toEqual({});
  });
});

describe('a batch that is put together', () => {
  const file = (id: string) => ({ id, mediaId: `media ${id}`, name: `${id}.mp4`, bytes: 1, kind: 'video' as const });

  it('takes each file once, and lets one go again', () => {
    const refused = [{ name: 'x.txt', failure: { code: 'unsupported-file' as const }, large: null }];
    const first = withBatchFiles(initialState, { files: [file('a'), file('b')], refused });
    const failure = { code: 'file-too-large' } as const;
    const large = { name: 'large.mp4', failure, large: { fileId: 'm', bytes: 9 } };
    const empty = { name: 'empty.mp4', failure, large: null };
    const refusing = withBatchFiles(first, { files: [], refused: [large, empty] });
    const smaller = withSmaller(refusing, 'm', { files: [file('large')], refused: [] });
    expect(smaller.batch.draft).toEqual({ files: [file('a'), file('b'), file('large')], refused: [empty] });
    expect(withSmaller(initialState, 'm', { files: [file('large')], refused: [] }).batch.draft).toBeNull();
    const second = withBatchFiles(first, { files: [file('b'), file('c')], refused: [] });
    expect(first.batch.draft?.refused).toEqual(refused);
    expect(second.batch.draft).toEqual({ files: [file('a'), file('b'), file('c')], refused: [] });
    expect(withoutDraftFile(second, 'b').batch.draft?.files).toEqual([file('a'), file('c')]);
  });
});
