import type { Batch, BatchFiles, BatchItem } from '../../shared/domain/batch.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import { replaced, without } from './lists.ts';
import type { Appliers, WindowState } from './model.ts';

/** What the events of batches make of the window. */
export const batchEvents = {
  batch: (state, { batch }) => {
    const before = state.batches.find(({ id }) => id === batch.id) ?? { items: [] };
    return { ...state, batches: replaced(state.batches, { ...before, ...batch }) };
  },
  'batch-items': (state, { batchId, items }) => ({
    ...state,
    batches: state.batches.map((batch) =>
      batch.id === batchId ? { ...batch, items: withItems(batch.items, items) } : batch,
    ),
  }),
  'batch-removed': (state, { batchId }) => {
    const after = { ...state, batches: without(state.batches, batchId) };
    return state.batch.openId === batchId ? withBatch(after, { openId: null }) : after;
  },
  'show-batch': (state, { batchId }) => showBatch(state, batchId),
} satisfies Partial<Appliers>;

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
