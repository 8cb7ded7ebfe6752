import type { Failure } from '../../shared/domain/failure.ts';
import type { Credits, ReplyPart, Route } from '../../shared/domain/turn.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { CloudError } from '../cloud/errors.ts';
import type { StateReading } from '../draft/stage.ts';

export type Deed = (projectId: string) => Promise<Result<readonly ReplyPart[], Failure>>;

/** What the app does by itself when the user says so (wire contract: "What the user says, what the app does"). */
export type Deeds = Readonly<Record<Exclude<Route, 'agent'>, Deed>>;

export type DeedParts = {
  readonly credits: () => Promise<Result<Credits, CloudError>>;
  readonly readState: (projectId: string) => Promise<Result<StateReading, CloudError>>;
  /** True when an export began, false when the user closed the save dialog. */
  readonly startExport: (projectId: string) => Promise<Result<boolean, Failure>>;
  readonly pickFiles: (projectId: string) => Promise<void>;
  readonly describe: (error: CloudError) => Failure;
};

export function createDeeds({ credits, readState, startExport, pickFiles, describe }: DeedParts): Deeds {
  return {
    credits: async () => {
      const balance = await credits();
      return balance.ok ? ok([{ kind: 'credits', credits: balance.value }]) : err(describe(balance.error));
    },
    state: async (projectId) => {
      const state = await readState(projectId);
      if (!state.ok) return err(describe(state.error));
      const { timeline } = state.value;
      return ok([timeline ? { kind: 'summary', line: timeline.summary } : notice('no-draft')]);
    },
    export: async (projectId) => {
      const started = await startExport(projectId);
      return started.ok ? ok([notice(started.value ? 'export-started' : 'export-cancelled')]) : started;
    },
    upload: async (projectId) => {
      await pickFiles(projectId);
      return ok([notice('pick-files')]);
    },
  };
}

function notice(code: 'no-draft' | 'export-started' | 'export-cancelled' | 'pick-files'): ReplyPart {
  return { kind: 'notice', notice: { code } };
}
