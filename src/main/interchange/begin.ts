import type { Failure } from '../../shared/domain/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { hasContent } from '../drafts/draft-parser.ts';
import type { InterchangeOrder } from './interchange.ts';

export type BeginInterchangeParts = {
  readonly name: (projectId: string) => string;
  /** Reads the present cut from the cloud where it can: its addresses are the freshest. */
  readonly refresh: (projectId: string) => Promise<unknown>;
  readonly draft: (projectId: string, version?: number) => unknown;
  readonly canvasConfig: (projectId: string) => unknown;
  /** Asks for a folder in the native dialog; null when the user closed it. */
  readonly chooseFolder: () => Promise<string | null>;
  readonly start: (order: InterchangeOrder) => unknown;
};

export type BeginInterchange = (
  projectId: string,
  version?: number,
) => Promise<Result<'started' | 'cancelled', Failure>>;

/**
 * Checks that there is something to take along, asks where to, and starts. False when the user closed the dialog. Works offline, with
 * what this computer knows. Errors: `nothing-to-export`.
 */
export function createBeginInterchange({
  name,
  refresh,
  draft,
  canvasConfig,
  chooseFolder,
  start,
}: BeginInterchangeParts): BeginInterchange {
  return async (projectId, version) => {
    if (version === undefined) await refresh(projectId);
    const chosen = draft(projectId, version);
    if (!hasContent(chosen)) return err({ code: 'nothing-to-export' });
    const parent = await chooseFolder();
    if (parent === null) return ok('cancelled');
    start({
      projectId,
      name: name(projectId),
      draft: chosen,
      canvasConfig: canvasConfig(projectId),
      present: draft(projectId),
      parent,
    });
    return ok('started');
  };
}
