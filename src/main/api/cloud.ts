import type { Result } from '../../shared/result.ts';
import type {
  ClaimToken,
  CloudSession,
  CreditBalance,
  DownloadProgress,
  DownloadSource,
  FileUploadAnswer,
  OpenedFile,
  RenderStatus,
  SessionState,
  UploadAnswer,
  UploadProgress,
} from './answers.ts';
import { createCaller } from './caller.ts';
import type { CloudError } from './errors.ts';
import { download, openFile, type Resume } from './download.ts';
import type { Http } from './http.ts';
import type { RateLimit } from './rate-limit.ts';
import { cancelRender, renderStatus, submitRender } from './render-calls.ts';
import { claimToken, createSession, credits, latestState } from './session-calls.ts';
import type { AgentEvents } from './stream/agent-event.ts';
import type { TokenSource } from './tokens.ts';
import { runTurn } from './turn-call.ts';
import { uploadFile, uploadUrl } from './upload.ts';

/** Aborting the signal ends a call with `cancelled`, waits for the rate limit included. */
export type CallOptions = { readonly signal?: AbortSignal | undefined };

type Call<Input, Output> = (input: Input) => Promise<Result<Output, CloudError>>;

/**
 * The calls of the wire contract that need a token (the tenth, for the token itself, is `createTokenCall`). Every one of them
 * renews a refused anonymous token once and waits once when the rate limit says so. A question (GET) whose connection broke is
 * asked once more; nothing else is ever repeated.
 */
export type Cloud = {
  readonly createSession: Call<CallOptions & { readonly language: string }, CloudSession>;
  readonly claimToken: Call<CallOptions & { readonly sessionId: string; readonly taskId: string }, ClaimToken>;
  /**
   * Sends one message to the agent. Resolves when the cloud has taken it; the events then come as they arrive, at the reader's
   * pace, and always end with `end`. There is no time limit in here: the caller's watchdog aborts the signal. Leaving the loop
   * early closes the connection.
   */
  readonly runTurn: Call<CallOptions & { readonly sessionId: string; readonly message: string }, AgentEvents>;
  /** Streams the file at `path`, which is to have this size, and hashes it as it goes. `name` is what the cloud calls it. */
  readonly uploadFile: Call<
    CallOptions & {
      readonly sessionId: string;
      readonly path: string;
      readonly name: string;
      readonly bytes: number;
      readonly onProgress?: UploadProgress;
    },
    FileUploadAnswer
  >;
  readonly uploadUrl: Call<CallOptions & { readonly sessionId: string; readonly url: string }, UploadAnswer>;
  readonly credits: Call<CallOptions, CreditBalance>;
  readonly latestState: Call<CallOptions & { readonly sessionId: string }, SessionState>;
  /** `draft` goes out exactly as it came. `renderId` is `render_<epoch ms>`, written down by the caller before. */
  readonly submitRender: Call<
    CallOptions & { readonly renderId: string; readonly sessionId: string; readonly draft: unknown },
    null
  >;
  readonly renderStatus: Call<CallOptions & { readonly renderId: string }, RenderStatus>;
  /** Best effort: the render may go on, and its status tells. */
  readonly cancelRender: Call<CallOptions & { readonly renderId: string }, null>;
  /**
   * Streams a finished video into `toFile` (created or overwritten) and flushes it to the disk. After an error the file holds
   * whatever had arrived: the caller decides about it.
   */
  readonly download: Call<
    CallOptions & {
      readonly source: DownloadSource;
      readonly toFile: string;
      readonly onProgress?: DownloadProgress;
    },
    { readonly bytes: number }
  >;
  /**
   * Opens a finished video for reading; the caller reads the body or destroys it. `resume`: from there on, where the file is still the
   * same; else the answer begins at 0.
   */
  readonly openFile: Call<
    CallOptions & { readonly source: DownloadSource; readonly resume?: Resume | null },
    OpenedFile
  >;
};

export function createCloud(deps: {
  readonly http: Http;
  readonly tokens: TokenSource;
  readonly rateLimit: RateLimit;
}): Cloud {
  const caller = createCaller(deps);
  return {
    createSession: (input) => createSession(caller, input),
    claimToken: (input) => claimToken(caller, input),
    runTurn: (input) => runTurn(caller, input),
    uploadFile: (input) => uploadFile(caller, input),
    uploadUrl: (input) => uploadUrl(caller, input),
    credits: (input) => credits(caller, input),
    latestState: (input) => latestState(caller, input),
    submitRender: (input) => submitRender(caller, input),
    renderStatus: (input) => renderStatus(caller, input),
    cancelRender: (input) => cancelRender(caller, input),
    download: (input) => download(caller, input),
    openFile: (input) => openFile(caller, input),
  };
}
