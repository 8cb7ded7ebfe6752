import type { Result } from '../../shared/result.ts';
import { createCaller } from './caller.ts';
import type { CloudError } from './errors.ts';
import { download } from './download.ts';
import type { Http } from './http.ts';
import type { RateLimit } from './rate-limit.ts';
import { renderStatus, submitRender } from './render-calls.ts';
import { claimToken, createSession, credits, latestState } from './session-calls.ts';
import type { AgentEvents } from './stream/agent-event.ts';
import type { TokenSource } from './tokens.ts';
import { runTurn } from './turn-call.ts';
import { uploadFile, uploadUrl } from './upload-calls.ts';

/** Aborting the signal ends a call with `cancelled`, waits for the rate limit included. */
export type CallOptions = { readonly signal?: AbortSignal | undefined };

/** A project's room in the cloud. `bindId` ties a registration to this account; null where the answer has none. */
export type CloudSession = { readonly sessionId: string; readonly taskId: string; readonly bindId: string | null };

/** `frozen` is reserved by work in progress. */
export type CreditBalance = { readonly available: number; readonly frozen: number; readonly total: number };

/** What the cloud holds for a session. The parts are kept as they came; only `src/main/draft` reads them. */
export type SessionState = {
  readonly draft: unknown;
  readonly videoInfos: unknown;
  readonly canvasConfig: unknown;
  readonly generatedMedia: unknown;
  readonly bindId: string | null;
};

export type ClaimToken = { readonly claimToken: string; readonly expiresInSeconds: number | null };

/** `outputUrl` comes with `completed`; null means that the fallback (`download` by render id) has to do. */
export type RenderStatus = {
  readonly status: 'pending' | 'processing' | 'completed' | 'failed';
  readonly outputUrl: string | null;
};

/** Bytes accepted by the connection; held at 99 % until the cloud has answered. */
export type UploadProgress = (acceptedBytes: number, totalBytes: number) => void;

/** `totalBytes` is null where the server announced no length. */
export type DownloadProgress = (receivedBytes: number, totalBytes: number | null) => void;

/** What the cloud said about an upload; its shape is unknown, so it is kept whole. */
export type UploadAnswer = { readonly data: unknown };

export type DownloadSource =
  { readonly kind: 'url'; readonly url: string } | { readonly kind: 'render'; readonly renderId: string };

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
  /** Streams the file at `path`. `name` is what the cloud calls it. */
  readonly uploadFile: Call<
    CallOptions & {
      readonly sessionId: string;
      readonly path: string;
      readonly name: string;
      readonly onProgress?: UploadProgress;
    },
    UploadAnswer
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
    download: (input) => download(caller, input),
  };
}
