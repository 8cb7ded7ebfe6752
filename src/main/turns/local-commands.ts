import type { ExportBegun } from '../../shared/domain/export-job.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Notice, ReplyPart, Route, Turn } from '../../shared/domain/turn.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { CloudLink } from '../account/connection.ts';
import type { CloudError } from '../api/errors.ts';
import type { Env } from '../app/env.ts';
import type { DraftVersions } from '../drafts/draft-versions.ts';
import type { StateReader } from '../drafts/state-reader.ts';
import { outputAsked } from './intents/intents.ts';
import { noticePart } from './outcome.ts';
import type { Turns } from './turns.ts';

export type LocalCommandsDeps = {
  readonly turns: Pick<Turns, 'settleLocally'>;
  readonly link: Pick<CloudLink, 'refreshCredits'>;
  readonly reader: Pick<StateReader, 'readState'>;
  readonly draftVersions: Pick<DraftVersions, 'size'>;
  /** `saveAs`: the user is asked for the place even where exports always go to one folder. */
  readonly beginExport: (request: {
    readonly projectId: string;
    readonly saveAs: boolean;
  }) => Promise<Result<ExportBegun, Failure>>;
  readonly pickFiles: (projectId: string) => Promise<void>;
  /** `cancelled`: the user closed the dialog. */
  readonly beginInterchange: (projectId: string) => Promise<Result<'started' | 'cancelled', Failure>>;
  readonly toFailure: (error: CloudError) => Failure;
};

/** What the app does by itself when the user says so (wire contract: "What the user says, what the app does"). */
type LocalCommands = {
  /** Does what the turn says, and ends it with what came of it. */
  readonly run: (turn: Turn) => Promise<void>;
};

/** `text` is what the user wrote. */
type LocalCommand = (projectId: string, text: string) => Promise<Result<readonly ReplyPart[], Failure>>;

export function createLocalCommands({ bus }: Pick<Env, 'bus'>, deps: LocalCommandsDeps): LocalCommands {
  const { link, reader, toFailure } = deps;
  const commands: Readonly<Record<Exclude<Route, 'agent'>, LocalCommand>> = {
    credits: async () => {
      const balance = await link.refreshCredits();
      return balance.ok ? ok([{ kind: 'credits', credits: balance.value }]) : err(toFailure(balance.error));
    },
    state: async (projectId) => {
      const state = await reader.readState(projectId, null);
      if (!state.ok) return err(toFailure(state.error));
      const { timeline } = state.value;
      return ok([timeline ? { kind: 'summary', line: timeline.summary } : noticePart({ code: 'no-draft' })]);
    },
    export: async (projectId, text) => {
      const asked = outputAsked(text);
      const begun = await deps.beginExport({ projectId, saveAs: asked.place });
      if (!begun.ok) return begun;
      // The window is to ask whether the export waits for the answer that is under way.
      if (begun.value === 'answer-running') bus.emit({ type: 'export-asks', projectId });
      const parts = [noticePart(noticeOf[begun.value])];
      if (begun.value === 'cancelled' || (!asked.form && !asked.place)) return ok(parts);
      return ok([...parts, noticePart({ code: 'export-form', ...deps.draftVersions.size(projectId) })]);
    },
    upload: async (projectId) => {
      await deps.pickFiles(projectId);
      return ok([noticePart({ code: 'pick-files' })]);
    },
    interchange: async (projectId) => {
      const begun = await deps.beginInterchange(projectId);
      if (!begun.ok) return begun;
      return ok([noticePart({ code: `interchange-${begun.value}` })]);
    },
  };
  return {
    run: async ({ id, projectId, route, prompt }) => {
      if (route !== 'agent') await deps.turns.settleLocally(id, commands[route](projectId, prompt));
    },
  };
}

const noticeOf: Readonly<Record<ExportBegun, Notice>> = {
  started: { code: 'export-started' },
  cancelled: { code: 'export-cancelled' },
  'answer-running': { code: 'export-asks' },
};
