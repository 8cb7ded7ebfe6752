import { Readable } from 'node:stream';
import { err, ok, type Result } from '../../shared/result.ts';
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
import { type Caller, type CallerDeps, createCaller, jsonBody, type Request, traitsOf } from './caller.ts';
import type { CloudError } from './errors.ts';
import { readEnvelope } from './envelope.ts';
import { download, openFile, type Resume } from './download.ts';
import { acceptedShape, claimShape, creditsShape, renderShape, sessionShape, stateShape } from './shapes.ts';
import type { AgentEvents } from './stream/agent-event.ts';
import { eagerly, readAgentStream } from './stream/read-agent-stream.ts';
import { uploadFile, uploadUrl } from './upload.ts';

/** Aborting the signal ends a call with `cancelled`, waits for the rate limit included. */
type CallOptions = { readonly signal?: AbortSignal | undefined };

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

export function createCloud(deps: CallerDeps): Cloud {
  const caller = createCaller(deps);
  return {
    ...sessionCalls(caller),
    ...renderCalls(caller),
    runTurn: turnCall(caller),
    uploadFile: (input) => uploadFile(caller, input),
    uploadUrl: (input) => uploadUrl(caller, input),
    download: (input) => download(caller, input),
    openFile: (input) => openFile(caller, input),
  };
}

function sessionCalls(caller: Caller): Pick<Cloud, 'createSession' | 'claimToken' | 'credits' | 'latestState'> {
  return {
    createSession: ({ language, signal }) => {
      const body = jsonBody({ task_name: 'project', language });
      return caller.json(
        { method: 'POST', target: '/api/tasks/me/with-session/nemo_agent', body, signal },
        sessionShape,
      );
    },
    claimToken: ({ sessionId, taskId, signal }) => {
      const body = jsonBody({ task_id: taskId, session_id: sessionId });
      return caller.json({ method: 'POST', target: '/api/auth/claim-token', body, signal, session: true }, claimShape);
    },
    credits: ({ signal }) =>
      caller.json({ method: 'GET', target: '/api/credits/balance/simple', signal }, creditsShape),
    latestState: ({ sessionId, signal }) => {
      const target = `/api/state/nemo_agent/me/${encodeURIComponent(sessionId)}/latest`;
      return caller.json({ method: 'GET', target, signal, session: true }, stateShape);
    },
  };
}

function renderCalls(caller: Caller): Pick<Cloud, 'submitRender' | 'renderStatus' | 'cancelRender'> {
  const target = (renderId: string): string => `/api/render/proxy/lambda/${encodeURIComponent(renderId)}`;
  return {
    submitRender: ({ renderId, sessionId, draft, signal }) => {
      // wire contract: `sessionId` is camelCase here, and only here.
      const body = jsonBody({ id: renderId, sessionId, draft, output: { format: 'mp4', quality: 'high' } });
      return caller.json(
        { method: 'POST', target: '/api/render/proxy/lambda', body, signal, session: true },
        acceptedShape,
      );
    },
    renderStatus: ({ renderId, signal }) =>
      caller.json({ method: 'GET', target: target(renderId), signal, render: true }, renderShape),
    // Nobody waits for it, so a cloud that is busy is not asked again.
    cancelRender: ({ renderId, signal }) =>
      caller.json({ method: 'POST', target: `${target(renderId)}/cancel`, signal, patient: false }, acceptedShape),
  };
}

/** Status and content type are checked before the first event is read. */
function turnCall(caller: Caller): Cloud['runTurn'] {
  return ({ sessionId, message, signal }) => {
    const newMessage = { parts: [{ text: message }] };
    const request: Request = {
      method: 'POST',
      target: '/run_sse',
      headers: { accept: 'text/event-stream' },
      body: jsonBody({ app_name: 'nemo_agent', user_id: 'me', session_id: sessionId, new_message: newMessage }),
      signal,
      // Minutes can pass between two events; the caller's watchdog knows what is too long.
      silenceMs: 0,
      session: true,
    };
    return caller.judged(request, async (answer) => {
      if (answer.status === 200 && answer.contentType === 'text/event-stream')
        return ok(readAgentStream(eagerly(answer.body)));
      const json = await readEnvelope(answer, traitsOf(request), signal);
      if (json.ok) return err({ kind: 'bad-answer', reason: 'wrong-content-type' });
      return isEmpty(json.error) ? ok(readAgentStream(eagerly(Readable.from([])))) : json;
    });
  };
}

/** wire contract: an empty 200 body is a silent turn, no failure. */
function isEmpty(error: CloudError): boolean {
  return error.kind === 'bad-answer' && error.reason === 'empty';
}
