import type { Failure } from '../../../shared/domain/failure.ts';
import type { MediaJob } from '../../../shared/domain/media-job.ts';
import { createHead, type HeadDeps } from '../../api/head.ts';
import type { Env } from '../../app/env.ts';
import type { CloudError } from '../../api/errors.ts';
import { hashOfFile } from '../../media/cache.ts';
import type { MediaRegistry } from '../../media/registry.ts';
import type { Stores, UploadRecord, UploadStore } from '../../storage/stores.ts';
import { type Imports as Ways, createImports, type ImportsParts, reportNothing } from './imports.ts';
import { examine, type Examined } from '../file-check.ts';
import { createNeedsDecision } from './needs-decision.ts';
import { createImportReviews } from './reviews.ts';
import { isPublic } from './link-check.ts';
import { createPasted } from './pasted.ts';
import type { Uploads } from '../uploads.ts';

type ImportsDeps = {
  readonly uploads: Uploads;
  readonly stores: Pick<Stores, 'uploads' | 'needsDecision'>;
  readonly registry: Pick<MediaRegistry, 'file'>;
  readonly network: HeadDeps['network'];
  /** Asks nobody but its own demo cloud. */
  readonly rehearsal: boolean;
  /** Ask for files, for folders; empty where the user closed the dialog. */
  readonly dialogs: {
    readonly pickFiles: () => Promise<readonly string[]>;
    readonly pickFolders: () => Promise<readonly string[]>;
  };
  /** Where pictures out of the clipboard are kept, and what they are called. */
  readonly pastedDir: string;
  readonly pastedName: (when: string) => string;
  readonly describe: (error: CloudError) => Failure;
};

export type Imports = Ways & {
  /** Takes what was dropped; what becomes of it is told by events. */
  readonly drop: (projectId: string, paths: readonly string[]) => void;
  /** Resolve when the user has chosen; what becomes of the files is told by events. */
  readonly pickFiles: (projectId: string) => Promise<void>;
  readonly pickFolder: (projectId: string) => Promise<void>;
  /** Where the files of these rows of a list lie; absolute. */
  readonly pathsOf: (reviewId: string, rowIds: readonly number[]) => readonly string[];
  /** Deletes pasted pictures that nobody needs any more. */
  readonly sweep: () => void;
  /** A file that was made from an undecided one has gone to the uploads, and decides for it. */
  readonly follow: (job: MediaJob) => void;
  readonly close: () => void;
};

/** Builds all that files pass on their way in: lists to tick, files that wait for a decision, pictures out of the clipboard. */
export function openImports(env: Env, deps: ImportsDeps): Imports {
  const { clock, timings, bus, report } = env;
  const { uploads, stores, network } = deps;
  const examineIn = async (projectId: string, path: string): Promise<Examined> => {
    const examined = await examine(path);
    if (examined.verdict !== 'usable') return examined;
    const same = await findSame(stores.uploads, projectId, path, examined.file.bytes);
    if (same === null) return examined;
    const { id: uploadId, name } = same.upload;
    return { verdict: 'offer', ...examined.file, reason: { kind: 'duplicate', name, uploadId } };
  };
  const tellCaptions: ImportsParts['tellCaptions'] = (projectId, name, file) =>
    bus.emit({ type: 'captions', projectId, name, ...file });
  const refuse = (projectId: string, name: string, failure: Failure): void =>
    bus.emit({ type: 'upload-refused', projectId, name, failure });
  const needsDecision = createNeedsDecision({
    store: stores.needsDecision,
    registry: deps.registry,
    emit: (file) => bus.emit({ type: 'needs-decision', needsDecision: file }),
    emitRemoved: (projectId, decisionId) => bus.emit({ type: 'needs-decision-removed', projectId, decisionId }),
  });
  const pasted = createPasted({
    dir: deps.pastedDir,
    nameFor: deps.pastedName,
    now: clock.now,
    isNeeded: (path) => stores.uploads.uses(path) || stores.needsDecision.uses(path),
  });
  const importReviews = createImportReviews({
    examine: examineIn,
    emit: (head) => bus.emit({ type: 'import-review', head }),
    emitRows: ({ id, projectId }, rows) => bus.emit({ type: 'import-rows', projectId, reviewId: id, rows }),
    emitRemoved: (projectId, reviewId) => bus.emit({ type: 'import-review-removed', projectId, reviewId }),
    onNothing: (projectId, paths, skips) =>
      reportNothing(paths, skips, examine, (name, failure) => refuse(projectId, name, failure)),
  });
  const ways = createImports({
    uploads,
    needsDecision,
    importReviews,
    pasted,
    examine: examineIn,
    askHead: deps.rehearsal
      ? () => Promise.resolve(null)
      : createHead({ network, timings, mayAsk: ({ hostname }) => isPublic(hostname) }),
    refuse,
    tellCaptions,
    describe: deps.describe,
  });
  const sweep = (): void => void pasted.sweep().catch(report);
  const drop = (projectId: string, paths: readonly string[]): void => void ways.add(projectId, paths).catch(report);
  const pick = async (projectId: string, choose: () => Promise<readonly string[]>): Promise<void> => {
    const paths = await choose();
    if (paths.length > 0) drop(projectId, paths);
  };
  return {
    ...ways,
    drop,
    pickFiles: (projectId) => pick(projectId, deps.dialogs.pickFiles),
    pickFolder: (projectId) => pick(projectId, deps.dialogs.pickFolders),
    pathsOf: (reviewId, rowIds) => importReviews.files(reviewId, rowIds).map(({ path }) => path),
    sweep,
    follow: ({ state, projectId, fileId }) => {
      if (state !== 'used') return;
      for (const { id, mediaId } of needsDecision.list(projectId)) if (mediaId === fileId) needsDecision.remove(id);
    },
    close: importReviews.closeAll,
  };
}

/**
 * The project's upload with the same content, or null. Hashes only where a size matches; an upload still being sent is recognised
 * by its path. An unreadable file has no double.
 */
async function findSame(
  store: Pick<UploadStore, 'ofSize'>,
  projectId: string,
  path: string,
  bytes: number,
): Promise<UploadRecord | null> {
  const there = store
    .ofSize(projectId, bytes)
    .filter(({ upload }) => upload.source === 'file' && upload.state !== 'failed');
  const onItsWay = there.find(
    ({ path: at, upload }) => at === path && upload.state !== 'uploaded' && upload.turnId === null,
  );
  if (onItsWay !== undefined) return onItsWay;
  const hashed = there.filter(({ sha256 }) => sha256 !== null);
  if (hashed.length === 0) return null;
  const sha256 = await hashOfFile(path).catch(() => null);
  return hashed.find((record) => record.sha256 === sha256) ?? null;
}
