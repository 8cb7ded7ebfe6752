import { assertNever } from '../../shared/assert-never.ts';
import type { Batch, BatchFiles, BatchItem } from '../../shared/domain/batch.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { WindowState } from './model.ts';

export type BatchAppEvent = Extract<AppEvent, { readonly type: 'batch' | 'batch-items' | 'batch-removed' }>;

/** What an event of a batch makes of the window. */
export function applyToBatches(state: WindowState, event: BatchAppEvent): WindowState {
  switch (event.type) {
    case 'batch': {
      const known = state.batches.some(({ id }) => id === event.batch.id);
      const batches = known
        ? state.batches.map((batch) => (batch.id === event.batch.id ? { ...batch, ...event.batch } : batch))
        : [...state.batches, { ...event.batch, items: [] }];
      return { ...state, batches };
    }
    case 'batch-items': {
      const batches = state.batches.map((batch) =>
        batch.id === event.batchId ? { ...batch, items: withItems(batch.items, event.items) } : batch,
      );
      return { ...state, batches };
    }
    case 'batch-removed': {
      const batches = state.batches.filter(({ id }) => id !== event.batchId);
      const openBatchId = state.openBatchId === event.batchId ? null : state.openBatchId;
      return { ...state, batches, openBatchId };
    }
    default:
      return assertNever(event);
  }
}

/** Items keep their order by number; the objects of all others stay the same. */
function withItems(items: readonly BatchItem[], changed: readonly BatchItem[]): readonly BatchItem[] {
  const [first] = changed;
  const index = items.findIndex(({ id }) => id === first?.id);
  if (changed.length === 1 && first !== undefined && index !== -1) return items.with(index, first);
  const byId = new Map([...items, ...changed].map((item) => [item.id, item]));
  return [...byId.values()].sort((one, other) => one.n - other.n);
}

/** How far a file of a batch is; what is uploaded or failed is told by its item. */
export function withBatchUpload(state: WindowState, upload: Upload): WindowState {
  const known = state.batchUploads[upload.id] !== undefined;
  if (!known && (upload.state !== 'uploading' || !isOfBatch(state.batches, upload.id))) return state;
  const { [upload.id]: _, ...others } = state.batchUploads;
  const batchUploads = upload.state === 'uploading' ? { ...others, [upload.id]: upload.sent / upload.bytes } : others;
  return { ...state, batchUploads };
}

function isOfBatch(batches: readonly Batch[], uploadId: string): boolean {
  return batches.some(({ items }) => items.some((item) => item.state === 'uploading' && item.uploadId === uploadId));
}

/** Puts a batch on screen in place of the open project, as soon as it is known. */
export function showBatch(state: WindowState, batchId: string): WindowState {
  return { ...state, openBatchId: batchId };
}

/** Takes files into the batch that is being put together; none comes in twice. */
export function withImportReview(state: WindowState, { files, refused }: BatchFiles): WindowState {
  const before = state.batchDraft ?? { files: [], refused: [] };
  const known = new Set(before.files.map(({ id }) => id));
  const fresh = files.filter(({ id }) => !known.has(id));
  return { ...state, batchDraft: { files: [...before.files, ...fresh], refused } };
}

/** Takes over what was made of a file that was too large, in its place. */
export function withSmaller(state: WindowState, largeId: string, { files, refused }: BatchFiles): WindowState {
  if (state.batchDraft === null) return state;
  const others = state.batchDraft.refused.filter(({ large }) => large?.fileId !== largeId);
  return withImportReview(state, { files, refused: [...others, ...refused] });
}

export function withoutDraftFile(state: WindowState, fileId: string): WindowState {
  const { batchDraft } = state;
  if (batchDraft === null) return state;
  return { ...state, batchDraft: { ...batchDraft, files: batchDraft.files.filter(({ id }) => id !== fileId) } };
}
