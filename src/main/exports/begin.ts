import type { ExportBegun } from '../../shared/domain/export-job.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { CloudError } from '../api/errors.ts';
import { hasContent } from '../drafts/reader.ts';
import type { FreshDraft } from './context.ts';
import type { ExportOrder, ExportTarget } from './exports.ts';

/** What is to be exported, and how. */
export type ExportWish = {
  readonly projectId: string;
  /** A past version as it was; else the present cut as the cloud knows it. */
  readonly version?: number | undefined;
  /** What the user answered about an answer that is still under way. */
  readonly whileRunning?: 'wait' | 'now' | undefined;
  /** Asks for the place even where exports always go to one folder. */
  readonly saveAs?: boolean | undefined;
  /** A place that is known already: nothing is asked, nothing replaced. */
  readonly targetPath?: string | undefined;
  readonly batchId?: string | undefined;
  /** The id it gets, where one was written down before. */
  readonly id?: string | undefined;
};

export type BeginExportParts = {
  readonly turnRunning: (projectId: string) => boolean;
  /** Whether that turn's answer has ended, and only what came of it is still looked for: a matter of moments. */
  readonly turnSettling?: (projectId: string) => boolean;
  readonly freshDraft: (projectId: string) => Promise<Result<FreshDraft | null, CloudError>>;
  /** A past version with the project's session; null where it cannot be had. */
  readonly pastDraft: (projectId: string, version: number) => FreshDraft | null;
  /** Where to; null when the user closed the dialog. */
  readonly chooseTarget: (projectId: string, saveAs: boolean) => Promise<ExportTarget | null>;
  readonly start: (order: ExportOrder) => void;
  readonly describe: (error: CloudError) => Failure;
};

/**
 * Checks that there is something to export, asks where to, and starts the export. `answer-running`: the user is to say first whether
 * to wait for the agent, which is at work; an answer that is only being settled is waited for unasked. Errors: `nothing-to-export`, and those of reading the state.
 */
export async function beginExport(wish: ExportWish, parts: BeginExportParts): Promise<Result<ExportBegun, Failure>> {
  const { id, projectId, version, whileRunning, targetPath, batchId = null } = wish;
  const running = version === undefined && parts.turnRunning(projectId);
  const settles = running && parts.turnSettling?.(projectId) === true;
  if (running && !settles && whileRunning === undefined) return ok('answer-running');
  const waits = running && (whileRunning === 'wait' || (settles && whileRunning === undefined));
  const frozen = waits ? ok(null) : await draftOf(wish, parts);
  if (!frozen.ok) return frozen;
  const target =
    targetPath === undefined
      ? await parts.chooseTarget(projectId, wish.saveAs ?? false)
      : { path: targetPath, replaces: false };
  if (target === null) return ok('cancelled');
  parts.start({ id, projectId, frozen: frozen.value, target, batchId });
  return ok('started');
}

async function draftOf(
  { projectId, version }: ExportWish,
  parts: BeginExportParts,
): Promise<Result<FreshDraft, Failure>> {
  const found = version === undefined ? await parts.freshDraft(projectId) : ok(parts.pastDraft(projectId, version));
  if (!found.ok) return err(parts.describe(found.error));
  return found.value !== null && hasContent(found.value.draft) ? ok(found.value) : err({ code: 'nothing-to-export' });
}
