import type { Failure } from '../../shared/domain/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { CloudError } from '../cloud/errors.ts';
import { hasContent } from '../draft/reader.ts';
import type { Session } from '../state/stores.ts';

export type BeginExportParts = {
  readonly session: (projectId: string) => Session | null;
  readonly latestDraft: (projectId: string, session: Session) => Promise<Result<unknown, CloudError>>;
  /** Asks for the place in the native dialog; null when the user closed it. */
  readonly chooseTarget: (projectId: string) => Promise<string | null>;
  readonly start: (job: {
    readonly projectId: string;
    readonly sessionId: string;
    readonly draft: unknown;
    readonly targetPath: string;
  }) => void;
  readonly describe: (error: CloudError) => Failure;
};

/**
 * Checks that there is something to export, asks where to, and starts the export. True when it began, false when the user closed
 * the dialog. Errors: `nothing-to-export`, and those of reading the state.
 */
export async function beginExport(
  projectId: string,
  { session, latestDraft, chooseTarget, start, describe }: BeginExportParts,
): Promise<Result<boolean, Failure>> {
  const room = session(projectId);
  if (!room) return err({ code: 'nothing-to-export' });
  const draft = await latestDraft(projectId, room);
  if (!draft.ok) return err(describe(draft.error));
  if (!hasContent(draft.value)) return err({ code: 'nothing-to-export' });
  const targetPath = await chooseTarget(projectId);
  if (targetPath === null) return ok(false);
  start({ projectId, sessionId: room.sessionId, draft: draft.value, targetPath });
  return ok(true);
}
