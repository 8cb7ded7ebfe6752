import { randomUUID } from 'node:crypto';
import type PQueue from 'p-queue';
import {
  maxImportRows,
  type ImportReview,
  type ImportCheck,
  type ImportReviewHead,
  type ImportRow,
} from '../../../shared/domain/import-review.ts';
import { uploadKind, type MediaKind } from '../../../shared/domain/upload.ts';
import type { Examined } from '../file-check.ts';
import { walk, type FoundFile } from './walk.ts';

export type ImportListParts = {
  readonly examine: (projectId: string, path: string) => Promise<Examined>;
  /** Shared by all lists, so that the disk is not asked too much at once. */
  readonly checks: PQueue;
  readonly emit: (head: ImportReviewHead) => void;
  /** Rows that are new, or known better; in the order of the list. */
  readonly emitRows: (head: ImportReviewHead, rows: readonly ImportRow[]) => void;
};

/** A file of a list, as it was found to be. */
export type ImportFile = { readonly path: string; readonly examined: Examined };

export type ImportList = {
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
export function createImportList(projectId: string, parts: ImportListParts): ImportList {
  const id = randomUUID();
  const closing = new AbortController();
  const found: FoundFile[] = [];
  const rows: ImportRow[] = [];
  const examined = new Map<number, Examined>();
  let head: ImportReviewHead = {
    id,
    projectId,
    state: 'reading',
    skips: { hidden: 0, unreadable: 0, special: 0 },
    capped: false,
  };
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
      const result = await parts.examine(projectId, path);
      examined.set(row.id, result);
      rows[row.id] = { ...row, kind: kindOf(result), check: checkOf(result) };
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
    files: (rowIds) => {
      const wanted = new Set(rowIds);
      return found.flatMap(({ path }, index) => {
        const result = wanted.has(index) ? examined.get(index) : undefined;
        return result === undefined ? [] : [{ path, examined: result }];
      });
    },
    close: () => closing.abort(),
  };
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
