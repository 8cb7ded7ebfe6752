import type { Failure } from '../../shared/domain/failure.ts';
import { withNotes, withoutNotes } from '../../shared/domain/file-notes.ts';
import { isTurnOver, type Turn } from '../../shared/domain/turn.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import { done, err, ok, type Result } from '../../shared/result.ts';
import type { Env } from '../app/env.ts';
import type { Journal } from './journal.ts';

type TurnName = { readonly id: string; readonly projectId: string };

/** What a conversation asks of the room where files are. */
export type FileRoom = {
  /** The files that wait in the project's composer. */
  readonly list: (projectId: string) => readonly Upload[];
  /** In the order of the ids; unknown ones are left out. */
  readonly get: (ids: readonly string[]) => readonly Upload[];
  readonly ofTurn: (turn: TurnName) => readonly Upload[];
  /** Whether all of the turn's files are in its project's session. */
  readonly areThere: (turn: TurnName) => boolean;
  /** Null: they go back to the composer. */
  readonly attach: (ids: readonly string[], turnId: string | null) => void;
  /** They go with this turn, too. */
  readonly attachAgain: (ids: readonly string[], turnId: string) => void;
  readonly remove: (id: string) => Result<null, Failure>;
  /** Sends what was lost again; resolves when all of the turn's files are in the session, or one has failed. */
  readonly arrive: (turn: TurnName, signal: AbortSignal) => Promise<'uploaded' | 'failed' | 'aborted'>;
};

type FileChoice = {
  readonly projectId: string;
  readonly turnId: string;
  readonly uploadIds: readonly string[];
  /** The words come from somewhere else than the composer, whose files are none of their business. */
  readonly beside: boolean;
};

type MessageAgain = {
  readonly text: string;
  readonly uploadIds: readonly string[];
  /** They did not go with the turn: they wait in the composer. */
  readonly inComposer: boolean;
};

/** The files of messages: a message never goes without its own. */
export type MessageFiles = {
  /**
   * The message's files, without those that another waiting message took meanwhile. `files-missing`: one failed or is gone, so
   * the message does not go.
   */
  readonly choose: (choice: FileChoice) => Result<readonly Upload[], Failure>;
  /**
   * Calls `go` once all files of the message are in the session; sends them again where the session was lost just before. The
   * message fails if a file does not arrive.
   */
  readonly goWith: <End>(
    turnId: string,
    signal: AbortSignal,
    go: () => Promise<End | 'session-gone'>,
  ) => Promise<End | 'over'>;
  /**
   * Text and files for sending a finished turn's message again. `files-missing`: files are gone and the user has not confirmed
   * that (`without`).
   */
  readonly again: (turn: Turn, without: boolean) => Result<MessageAgain, Failure>;
  /** The files of a message go back to the composer. */
  readonly takeBack: (turn: Turn) => void;
  readonly remove: (uploadId: string) => Result<null, Failure>;
};

/** How many sessions in a row may be lost under a message that is about to go. */
const mostSessions = 3;

type MessageFilesDeps = {
  readonly uploads: FileRoom;
  readonly journal: Journal;
  readonly projects: { readonly get: (projectId: string) => unknown };
};

export function createMessageFiles({ locale }: Pick<Env, 'locale'>, deps: MessageFilesDeps): MessageFiles {
  const { uploads, journal, projects } = deps;
  const isQueued = (turnId: string): boolean => journal.get(turnId)?.state === 'queued';

  const isUnfinished = (turnId: string): boolean => {
    const turn = journal.get(turnId);
    return turn !== null && !isTurnOver(turn.state);
  };

  const takeBack = (turn: Turn): void =>
    uploads.attach(
      uploads.ofTurn(turn).map(({ id }) => id),
      null,
    );

  const arrive = async (turnId: string, signal: AbortSignal): Promise<boolean> => {
    const turn = journal.get(turnId);
    if (!turn) return false;
    // A crash may have come between the message and its files.
    const isWhole = uploads.ofTurn(turn).length >= turn.attachments.length;
    const arrival = isWhole ? await uploads.arrive(turn, signal) : 'failed';
    if (!isQueued(turnId)) return false;
    if (arrival === 'failed') {
      // What failed has its own retry in the composer, and "Send again" takes all of them along.
      takeBack(turn);
      journal.fail(turnId, { code: 'upload-failed' });
    }
    return arrival === 'uploaded';
  };

  return {
    takeBack,
    choose: ({ projectId, turnId, uploadIds, beside }) => {
      const known = uploads.get(uploadIds);
      const own = known.filter((file) => file.turnId === null || file.turnId === turnId || !isUnfinished(file.turnId));
      const others = beside ? [] : uploads.list(projectId);
      const failed = new Set([...own, ...others].flatMap(({ id, state }) => (state === 'failed' ? [id] : [])));
      const count = failed.size + uploadIds.length - known.length;
      return count === 0 ? ok(own) : err(filesMissing(count));
    },
    again: (turn, without) => {
      const inComposer = turn.failure?.code === 'upload-failed';
      const files = inComposer ? uploads.list(turn.projectId) : uploads.ofTurn(turn);
      const missing = without ? 0 : namesWithout(turn.attachments, files);
      if (missing > 0) return err(filesMissing(missing));
      // The files that go along bring their notes with them.
      const text = withoutNotes(turn.prompt, turn.attachments);
      return ok({ text, uploadIds: files.map(({ id }) => id), inComposer });
    },
    goWith: async (turnId, signal, go) => {
      for (let tries = 1; await arrive(turnId, signal); tries += 1) {
        if (!projects.get(journal.get(turnId)?.projectId ?? '')) return 'over';
        const end = tries > mostSessions ? null : await go();
        if (end === null) journal.fail(turnId, { code: 'session-lost' });
        else if (end !== 'session-gone') return end;
      }
      return 'over';
    },
    remove: (uploadId) => {
      const [file] = uploads.get([uploadId]);
      const turn = file && file.turnId !== null ? journal.get(file.turnId) : null;
      const removed = uploads.remove(uploadId);
      if (!removed.ok) return removed;
      // The user lets the message go without it.
      if (turn?.state === 'queued') {
        const files = uploads.ofTurn(turn);
        const prompt = withNotes(withoutNotes(turn.prompt, turn.attachments), files, locale());
        journal.patch(turn.id, { prompt, attachments: files.map(({ name }) => name) }, 'durable');
      }
      return done;
    },
  };
}

/** How many of these names no file answers to; each file answers to one. */
function namesWithout(names: readonly string[], files: readonly Pick<Upload, 'name'>[]): number {
  const left = files.map(({ name }) => name);
  return names.filter((name) => {
    const at = left.indexOf(name);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  }).length;
}

function filesMissing(count: number): Failure {
  return { code: 'files-missing', params: { count } };
}
