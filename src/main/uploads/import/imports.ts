import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { shownName } from '../../../shared/domain/shown-name.ts';
import { type Failure, notFound } from '../../../shared/domain/failure.ts';
import type { CaptionFile } from '../../../shared/domain/captions.ts';
import type { FileNeedingDecision } from '../../../shared/domain/needs-decision.ts';
import type { ImportReview, ImportSkips } from '../../../shared/domain/import-review.ts';
import { done, err, type Result } from '../../../shared/result.ts';
import type { CloudError } from '../../api/errors.ts';
import { writeFailure } from '../../api/failures.ts';
import { storageFailure } from '../../storage/sqlite.ts';
import type { NeedsDecision } from './needs-decision.ts';
import { checkFile, type Examined } from '../file-check.ts';
import type { ImportFile, ImportReviews } from './reviews.ts';
import { checkLink, type AskHead } from './link-check.ts';
import { isCaptions, openCaptions } from './read-captions.ts';
import type { Pasted } from './pasted.ts';
import type { TakenFile, Uploads } from '../uploads.ts';

/** A picture out of the clipboard, which has no path. `type` is its MIME type. */
type PastedFile = { readonly bytes: Uint8Array; readonly type: string };

export type ImportsParts = {
  readonly uploads: Pick<Uploads, 'take' | 'takeLink' | 'reuse'>;
  readonly needsDecision: NeedsDecision;
  readonly importReviews: ImportReviews;
  readonly pasted: Pick<Pasted, 'save' | 'forget'>;
  readonly examine: (projectId: string, path: string) => Promise<Examined>;
  readonly askHead: AskHead;
  /** Tells of a file that was refused before its first byte. */
  readonly refuse: (projectId: string, name: string, failure: Failure) => void;
  readonly describe: (error: CloudError) => Failure;
  /** Tells what a subtitle file holds. */
  readonly tellCaptions: (projectId: string, name: string, file: CaptionFile) => void;
};

/** All ways in which files come into a project, up to where they are uploads, wait for a decision, or are refused. */
export type Imports = {
  /**
   * Files and folders that were dropped, chosen or opened with the app. A few files are taken at once; folders and many files become
   * a list to tick. Resolves when all are checked.
   */
  readonly add: (projectId: string, paths: readonly string[]) => Promise<void>;
  readonly paste: (projectId: string, files: readonly PastedFile[]) => Promise<Result<null, Failure>>;
  /** Checks an address and lets the cloud fetch it. */
  readonly addLink: (projectId: string, address: string) => Promise<Result<null, Failure>>;
  readonly importReview: (projectId: string) => ImportReview | null;
  /** Takes the ticked rows of a list, and the list away. */
  readonly attach: (reviewId: string, rowIds: readonly number[]) => Result<null, Failure>;
  readonly dismissImportReview: (reviewId: string) => void;
  readonly needsDecision: (projectId: string) => readonly FileNeedingDecision[];
  /** Sends an undecided file although it is damaged, under its true name, or once more. */
  readonly attachUndecided: (decisionId: string) => Promise<Result<null, Failure>>;
  /** Takes what is there already in place of an undecided file that is the same. */
  readonly useExisting: (decisionId: string) => Result<null, Failure>;
  readonly dismissUndecided: (decisionId: string) => void;
};

/** From so many files on they are listed first. */
const listFrom = 10;

export function createImports(parts: ImportsParts): Imports {
  const { uploads, needsDecision, importReviews, refuse } = parts;

  /** A file that cannot be noted down is refused, not forgotten. */
  const settle = (projectId: string, file: ImportFile): void => {
    try {
      takeIn(projectId, file);
    } catch (error) {
      const failure = storageFailure(error);
      if (failure === null) throw error;
      refuse(projectId, shownName(basename(file.path)), failure);
    }
  };

  const takeIn = (projectId: string, { path, examined }: ImportFile): void => {
    switch (examined.verdict) {
      case 'usable':
        uploads.take(projectId, [{ path, file: examined.file }]);
        return;
      case 'offer':
        return needsDecision.add(projectId, { path, ...examined });
      case 'refused':
        return refuse(projectId, shownName(basename(path)), examined.failure);
    }
  };

  const attachAll = (projectId: string, paths: readonly string[]): Promise<void> =>
    paths.reduce<Promise<void>>(async (before, path) => {
      const examined = parts.examine(projectId, path);
      await before;
      settle(projectId, { path, examined: await examined });
    }, Promise.resolve());

  return {
    add: async (projectId, all) => {
      for (const path of all.filter(isCaptions)) await takeCaptions(parts, projectId, path);
      const paths = all.filter((path) => !isCaptions(path));
      const isList = paths.length >= listFrom || (await Promise.all(paths.map(isFolder))).includes(true);
      await (isList ? importReviews.read(projectId, paths) : attachAll(projectId, paths));
    },
    paste: async (projectId, files) => {
      try {
        for (const { bytes, type } of files) {
          const path = await parts.pasted.save(bytes, type);
          if (path === null) return err({ code: 'too-much-pasted' });
          const examined = await parts.examine(projectId, path);
          settle(projectId, { path, examined });
          if (examined.verdict === 'refused') await parts.pasted.forget(path);
        }
        return done;
      } catch (error) {
        return err(parts.describe(writeFailure(error)));
      }
    },
    addLink: async (projectId, address) => {
      const link = await checkLink(address, parts.askHead);
      if (!link.ok) return link;
      uploads.takeLink(projectId, link.value);
      return done;
    },
    importReview: importReviews.list,
    attach: (reviewId, rowIds) => {
      const projectId = importReviews.projectOf(reviewId);
      if (projectId === null) return notFound;
      const files = importReviews.files(reviewId, rowIds);
      uploads.take(
        projectId,
        files.flatMap((file) => asTaken(file) ?? []),
      );
      for (const file of files) if (asTaken(file) === null) settle(projectId, file);
      importReviews.close(reviewId);
      return done;
    },
    dismissImportReview: importReviews.close,
    ...createDecisions(parts),
  };
}

/** What a subtitle file holds becomes a message, if the user wants. */
async function takeCaptions({ tellCaptions, refuse }: ImportsParts, projectId: string, path: string): Promise<void> {
  const file = await openCaptions(path);
  const name = shownName(basename(path));
  if (file.ok) tellCaptions(projectId, name, file.value);
  else refuse(projectId, name, { ...file.error, params: { name } });
}

/** What the user may decide of a file that was not sent. */
function createDecisions({
  uploads,
  needsDecision,
  pasted,
}: ImportsParts): Pick<Imports, 'needsDecision' | 'attachUndecided' | 'useExisting' | 'dismissUndecided'> {
  return {
    needsDecision: needsDecision.list,
    attachUndecided: async (decisionId) => {
      const record = needsDecision.get(decisionId);
      if (record === null) return notFound;
      const { file, path } = record;
      const checked = await checkFile(path, file.reason.kind === 'misnamed' ? file.reason.name : file.name);
      if (!checked.ok) return checked;
      // Pressed twice, it is sent once.
      if (needsDecision.remove(decisionId)) uploads.take(file.projectId, [{ path, file: checked.value }]);
      return done;
    },
    useExisting: (decisionId) => {
      const { file, path } = needsDecision.get(decisionId) ?? {};
      if (file?.reason.kind !== 'duplicate' || !uploads.reuse(file.reason.uploadId).ok) return notFound;
      needsDecision.remove(decisionId);
      if (path !== undefined) void pasted.forget(path);
      return done;
    },
    dismissUndecided: (decisionId) => {
      const path = needsDecision.get(decisionId)?.path;
      needsDecision.remove(decisionId);
      if (path !== undefined) void pasted.forget(path);
    },
  };
}

/** Sends a ticked file. The user ticked a file that is there already by hand, so it is sent once more. */
function asTaken({ path, examined }: ImportFile): TakenFile | null {
  if (examined.verdict === 'usable') return { path, file: examined.file };
  if (examined.verdict !== 'offer' || examined.reason.kind !== 'duplicate' || examined.kind === null) return null;
  const { name, bytes, kind } = examined;
  return { path, file: { name, bytes, kind } };
}

/** Tells, for each of the things that were given, why nothing came of it. */
export async function reportNothing(
  paths: readonly string[],
  skips: ImportSkips,
  examine: (path: string) => Promise<Examined>,
  refuse: (name: string, failure: Failure) => void,
): Promise<void> {
  for (const path of paths) {
    const name = shownName(basename(path));
    if (await isFolder(path)) {
      const code = skips.unreadable > 0 ? 'folder-unreadable' : 'folder-without-media';
      refuse(name, { code, params: { name } });
      continue;
    }
    const examined = await examine(path);
    if (examined.verdict === 'refused') refuse(name, examined.failure);
  }
}

async function isFolder(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => null);
  return stats?.isDirectory() === true;
}
