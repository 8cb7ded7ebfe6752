import type { ExportBegun } from '../../shared/domain/export-job.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Credits, ReplyPart, Route } from '../../shared/domain/turn.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { CloudError } from '../api/errors.ts';
import type { StateReading } from '../drafts/draft-versions.ts';
import { outputAsked } from './intents.ts';

/** `text` is what the user wrote. */
export type LocalCommand = (projectId: string, text: string) => Promise<Result<readonly ReplyPart[], Failure>>;

/** What the app does by itself when the user says so (wire contract: "What the user says, what the app does"). */
export type LocalCommands = Readonly<Record<Exclude<Route, 'agent'>, LocalCommand>>;

export type LocalCommandParts = {
  readonly credits: () => Promise<Result<Credits, CloudError>>;
  readonly readState: (projectId: string) => Promise<Result<StateReading, CloudError>>;
  /** `saveAs`: the user is asked for the place even where exports always go to one folder. */
  readonly startExport: (projectId: string, saveAs: boolean) => Promise<Result<ExportBegun, Failure>>;
  /** The size of the project's video in pixels; null where its draft does not tell. */
  readonly sizeOf: (projectId: string) => { readonly width: number; readonly height: number } | null;
  /** The window is to ask whether an export waits for the answer that is under way. */
  readonly askAboutAnswer: (projectId: string) => void;
  readonly pickFiles: (projectId: string) => Promise<void>;
  /** True when a cut is being taken along, false when the user closed the dialog. */
  readonly startInterchange: (projectId: string) => Promise<Result<boolean, Failure>>;
  readonly describe: (error: CloudError) => Failure;
};

export function createLocalCommands(parts: LocalCommandParts): LocalCommands {
  const { credits, readState, startExport, sizeOf, askAboutAnswer, pickFiles, startInterchange, describe } = parts;
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
    export: async (projectId, text) => {
      const asked = outputAsked(text);
      const started = await startExport(projectId, asked.place);
      if (!started.ok) return started;
      if (started.value === 'answer-running') askAboutAnswer(projectId);
      const told = [notice(begun[started.value])];
      if (started.value === 'cancelled' || (!asked.form && !asked.place)) return ok(told);
      return ok([...told, { kind: 'notice', notice: { code: 'export-form', ...sizeOf(projectId) } }]);
    },
    upload: async (projectId) => {
      await pickFiles(projectId);
      return ok([notice('pick-files')]);
    },
    interchange: async (projectId) => {
      const started = await startInterchange(projectId);
      return started.ok ? ok([notice(started.value ? 'interchange-started' : 'interchange-cancelled')]) : started;
    },
  };
}

const begun = {
  started: 'export-started',
  cancelled: 'export-cancelled',
  'answer-running': 'export-asks',
} as const satisfies Record<ExportBegun, string>;

type Told = 'no-draft' | (typeof begun)[ExportBegun] | 'pick-files' | 'interchange-started' | 'interchange-cancelled';

function notice(code: Told): ReplyPart {
  return { kind: 'notice', notice: { code } };
}
