import { randomUUID } from 'node:crypto';
import PQueue from 'p-queue';
import {
  maxImportRows,
  type ImportReview,
  type ImportCheck,
  type ImportReviewHead,
  type ImportRow,
  type ImportSkips,
} from '../../../shared/domain/import-review.ts';
import { uploadKind, type MediaKind } from '../../../shared/domain/upload.ts';
import type { Examined } from '../file-check.ts';
import { walk, type FoundFile } from './walk.ts';

type ImportReviewsParts = Omit<ImportListParts, 'checks'> & {
  readonly emitRemoved: (projectId: string, reviewId: string) => void;
  /** No file was found in what was given. */
  readonly onNothing: (projectId: string, paths: readonly string[], skips: ImportSkips) => Promise<void>;
};

/** Lists to tick: many files, or folders, of which the user chooses. Paths stay in here; a window names a list and its rows. */
export type ImportReviews = {
  /** Walks and checks what was given, and tells of it as it goes. A list that already stands in the project grows. */
  readonly read: (projectId: string, paths: readonly string[]) => Promise<void>;
  readonly list: (projectId: string) => ImportReview | null;
  /** The project of a list; null where there is no such list (any more). */
  readonly projectOf: (reviewId: string) => string | null;
  /** The files of these rows that have been checked, in the order of the list; the list stays. Empty for an unknown list. */
  readonly files: (reviewId: string, rowIds: readonly number[]) => readonly ImportFile[];
  /** Takes the list away, and ends what is still under way for it. */
  readonly close: (reviewId: string) => void;
  readonly closeAll: () => void;
};

/** Files checked at once. */
const checksAtOnce = 16;

export function createImportReviews(parts: ImportReviewsParts): ImportReviews {
  const lists = new Map<string, ImportList>();
  const checks = new PQueue({ concurrency: checksAtOnce });
  const ofProject = (projectId: string): ImportList | undefined =>
    [...lists.values()].find((list) => list.projectId === projectId);

  const begin = (projectId: string): ImportList => {
    const list = createImportList(projectId, { ...parts, checks });
    lists.set(list.id, list);
    return list;
  };

  const close = (reviewId: string): void => {
    const list = lists.get(reviewId);
    if (list === undefined) return;
    list.close();
    lists.delete(reviewId);
    parts.emitRemoved(list.projectId, reviewId);
  };

  return {
    read: async (projectId, paths) => {
      const list = ofProject(projectId) ?? begin(projectId);
      await list.read(paths);
      const { rows, skips } = list.view();
      if (rows.length > 0 || !lists.has(list.id)) return;
      close(list.id);
      await parts.onNothing(projectId, paths, skips);
    },
    list: (projectId) => {
      const view = ofProject(projectId)?.view();
      return view === undefined || view.rows.length === 0 ? null : view;
    },
    projectOf: (reviewId) => lists.get(reviewId)?.projectId ?? null,
    files: (reviewId, rowIds) => lists.get(reviewId)?.files(rowIds) ?? [],
    close,
    closeAll: () => {
      for (const id of lists.keys()) close(id);
    },
  };
}

type ImportListParts = {
  readonly examine: (projectId: string, path: string) => Promise<Examined>;
  /** Shared by all lists, so that the disk is not asked too much at once. */
  readonly checks: PQueue;
  readonly emit: (head: ImportReviewHead) => void;
  /** Rows that are new, or known better; in the order of the list. */
  readonly emitRows: (head: ImportReviewHead, rows: readonly ImportRow[]) => void;
};

/** A file of a list, as it was found to be. */
export type ImportFile = { readonly path: string; readonly examined: Examined };

type ImportList = {
  readonly id: string;
  readonly projectId: string;
  /** Walks and checks what was given, and tells of it as it goes; what is there already stays. */
  readonly read: (paths: readonly string[]) => Promise<void>;
  readonly view: () => ImportReview;
  /** The files of these rows that have been checked, in the order of the list. */
  readonly files: (rowIds: readonly number[]) => readonly ImportFile[];
  /** Ends what is still under way; nothing is told any more. */
  readonly close: () => void;
};

/** Rows told of at once. */
const batchRows = 250;

/** One list to tick, from its first file on. */
function createImportList(projectId: string, parts: ImportListParts): ImportList {
  const id = randomUUID();
  const closing = new AbortController();
  const found: FoundFile[] = [];
  const rows: ImportRow[] = [];
  /** By the numbers of their rows. */
  const checked: ImportFile[] = [];
  let head = newHead(id, projectId);
  const checking = new Set<Promise<void>>();
  let underWay = 0;

  const tell = (change: Partial<ImportReviewHead>): void => {
    head = { ...head, ...change };
    // Before its first file a list is not shown: there may be none.
    if (!closing.signal.aborted && rows.length > 0) parts.emit(head);
  };

  const working = async (work: () => Promise<void>): Promise<void> => {
    underWay += 1;
    await work();
    underWay -= 1;
    if (underWay === 0) tell({ state: 'ready' });
  };

  const check = async (batch: readonly ImportRow[]): Promise<void> => {
    const checkOne = async (row: ImportRow): Promise<void> => {
      const path = found[row.id]?.path;
      if (closing.signal.aborted || path === undefined) return;
      const examined = await parts.examine(projectId, path);
      checked[row.id] = { path, examined };
      rows[row.id] = { ...row, kind: kindOf(examined), check: checkOf(examined) };
    };
    await Promise.all(batch.map((row) => parts.checks.add(() => checkOne(row))));
    if (closing.signal.aborted) return;
    parts.emitRows(
      head,
      batch.map((row) => rows[row.id] ?? row),
    );
  };

  const take = (files: readonly FoundFile[]): 'more' | 'enough' => {
    const first = rows.length;
    const taken = files.slice(0, maxImportRows - first);
    found.push(...taken);
    rows.push(...taken.map((file, index) => newRow(first + index, file)));
    if (first === 0) tell({});
    for (let from = first; from < rows.length; from += batchRows) {
      const batch = rows.slice(from, from + batchRows);
      parts.emitRows(head, batch);
      checking.add(working(() => check(batch)));
    }
    if (taken.length === files.length) return 'more';
    tell({ capped: true });
    return 'enough';
  };

  return {
    id,
    projectId,
    read: async (paths) => {
      await working(async () => {
        tell({ state: 'reading' });
        await walk(paths, {
          signal: closing.signal,
          onFiles: take,
          onSkip: (kind) => {
            head = { ...head, skips: { ...head.skips, [kind]: head.skips[kind] + 1 } };
          },
        });
      });
      await Promise.all(checking);
    },
    view: () => ({ ...head, rows: [...rows] }),
    files: (rowIds) => [...new Set(rowIds)].toSorted((a, b) => a - b).flatMap((id) => checked[id] ?? []),
    close: () => closing.abort(),
  };
}

function newHead(id: string, projectId: string): ImportReviewHead {
  return { id, projectId, state: 'reading', skips: { hidden: 0, unreadable: 0, special: 0 }, capped: false };
}

function newRow(id: number, { name, folder, bytes }: FoundFile): ImportRow {
  return { id, name, folder, bytes, kind: uploadKind(name), check: { state: 'checking' } };
}

function kindOf(examined: Examined): MediaKind | null {
  if (examined.verdict === 'usable') return examined.file.kind;
  return examined.verdict === 'offer' ? examined.kind : null;
}

function checkOf(examined: Examined): ImportCheck {
  switch (examined.verdict) {
    case 'usable':
      return { state: 'usable' };
    case 'offer':
      return { state: 'offer', reason: examined.reason };
    case 'refused':
      return { state: 'refused', failure: examined.failure };
  }
}
