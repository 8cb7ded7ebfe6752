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
      return state.batch.openId === event.batchId
        ? withBatch({ ...state, batches }, { openId: null })
        : { ...state, batches };
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
  const { uploads } = state.batch;
  const known = uploads[upload.id] !== undefined;
  if (!known && (upload.state !== 'uploading' || !isOfBatch(state.batches, upload.id))) return state;
  const { [upload.id]: _, ...others } = uploads;
  const sent = upload.state === 'uploading' ? { [upload.id]: upload.sent / upload.bytes } : {};
  return withBatch(state, { uploads: { ...others, ...sent } });
}

function isOfBatch(batches: readonly Batch[], uploadId: string): boolean {
  return batches.some(({ items }) => items.some((item) => item.state === 'uploading' && item.uploadId === uploadId));
}

function withBatch(state: WindowState, changes: Partial<WindowState['batch']>): WindowState {
  return { ...state, batch: { ...state.batch, ...changes } };
}

/** Puts a batch on screen in place of the open project, as soon as it is known; null puts the project back. */
export function showBatch(state: WindowState, openId: string | null): WindowState {
  return withBatch(state, { openId });
}

/** Takes files into the batch that is being put together; none comes in twice. */
export function withBatchFiles(state: WindowState, { files, refused }: BatchFiles): WindowState {
  const before = state.batch.draft?.files ?? [];
  const known = new Set(before.map(({ id }) => id));
  const fresh = files.filter(({ id }) => !known.has(id));
  return withBatch(state, { draft: { files: [...before, ...fresh], refused } });
}

/** Takes over what was made of a file that was too large, in its place. */
export function withSmaller(state: WindowState, largeId: string, { files, refused }: BatchFiles): WindowState {
  const { draft } = state.batch;
  if (draft === null) return state;
  const others = draft.refused.filter(({ large }) => large?.fileId !== largeId);
  return withBatchFiles(state, { files, refused: [...others, ...refused] });
}

export function withoutDraftFile(state: WindowState, fileId: string): WindowState {
  const { draft } = state.batch;
  if (draft === null) return state;
  return withBatch(state, { draft: { ...draft, files: draft.files.filter(({ id }) => id !== fileId) } });
}

export function withoutDraft(state: WindowState): WindowState {
  return withBatch(state, { draft: null });
}
