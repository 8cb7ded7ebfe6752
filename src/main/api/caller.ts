import { err, ok, type Result } from '../../shared/result.ts';
import type { z } from 'zod';
import { readEnvelope, type CallTraits } from './envelope.ts';
import type { CloudError } from './errors.ts';
import type { Http, HttpAnswer, HttpBody, HttpRequest } from './http.ts';
import type { RateLimit } from './rate-limit.ts';

/** Where calls take their bearer token from; the account is one. */
export type TokenSource = {
  readonly token: (signal?: AbortSignal) => Promise<Result<string, CloudError>>;
  /** Another token in place of one that the cloud has refused, or why there is none. */
  readonly renew: (refused: string, signal?: AbortSignal) => Promise<Result<string, CloudError>>;
};

export type Request = Omit<HttpRequest, 'token'> & {
  /** Whether a session is addressed, so that 404 means that it is gone. */
  readonly session?: boolean;
  /** Whether the answer tells of a render. */
  readonly render?: boolean;
  /** False: a 429 stands, and no countdown is shown. */
  readonly patient?: boolean;
};

/** Judges an answer: what it holds, or why it is none. */
type Judge<T> = (answer: HttpAnswer, signal: AbortSignal | undefined) => Promise<Result<T, CloudError>>;

/** How all calls are made: with a token, attribution and the patience of the contract. */
export type Caller = {
  /** A call whose answer is JSON of the shape given. */
  readonly json: <T>(request: Request, shape: z.ZodType<T>) => Promise<Result<T, CloudError>>;
  /** A call whose answer is judged by the caller, as a stream or a file must be. */
  readonly judged: <T>(request: Request, judge: Judge<T>) => Promise<Result<T, CloudError>>;
};

export type CallerDeps = {
  readonly http: Http;
  readonly tokens: TokenSource;
  readonly rateLimit: RateLimit;
  /** Awaited before each call that changes something at the cloud: what is to be remembered of it is on the disk then. */
  readonly written?: (() => Promise<void>) | undefined;
};

export function createCaller(deps: CallerDeps): Caller {
  const judged = async <T>(request: Request, judge: Judge<T>): Promise<Result<T, CloudError>> => {
    const attempt = async (token: string | null): Promise<Result<T, CloudError>> => {
      const kept = request.method === 'GET' || (await isWritten(deps));
      if (!kept) return err({ kind: 'history-unwritten' });
      const answer = await deps.http.send({ ...request, token });
      return answer.ok ? judge(answer.value, request.signal) : answer;
    };
    // Another host's refusal says nothing about our token.
    const isForeign = !request.target.startsWith('/') && !deps.http.isOwn(request.target);
    const call = isForeign
      ? () => attempt(null)
      : () => withToken<T>(deps.tokens, (token) => attempt(token), request.signal);
    return request.patient === false ? call() : deps.rateLimit.withRetry(call, request.signal);
  };
  return {
    judged,
    json: (request, shape) => judged(request, (answer, signal) => readShape(answer, traitsOf(request), shape, signal)),
  };
}

async function isWritten({ written }: Pick<CallerDeps, 'written'>): Promise<boolean> {
  return (written?.() ?? Promise.resolve()).then(
    () => true,
    () => false,
  );
}

/**
 * Does a call with a token. When the token is refused (1001) it is renewed, and the call is repeated, once: a refusal comes before
 * anything is done, so that not even a message is doubled by it. No other failure is repeated here.
 */
async function withToken<T>(
  tokens: TokenSource,
  call: (token: string) => Promise<Result<T, CloudError>>,
  signal?: AbortSignal,
): Promise<Result<T, CloudError>> {
  const token = await tokens.token(signal);
  if (!token.ok) return token;
  const first = await call(token.value);
  if (first.ok || first.error.kind !== 'token-refused') return first;
  const fresh = await tokens.renew(token.value, signal);
  return fresh.ok ? call(fresh.value) : fresh;
}

async function readShape<T>(
  answer: HttpAnswer,
  traits: CallTraits,
  shape: z.ZodType<T>,
  signal: AbortSignal | undefined,
): Promise<Result<T, CloudError>> {
  const json = await readEnvelope(answer, traits, signal);
  if (!json.ok) return json;
  const parsed = shape.safeParse(json.value);
  return parsed.success ? ok(parsed.data) : err({ kind: 'bad-answer', reason: 'unknown-shape' });
}

export function traitsOf(request: Request): CallTraits {
  return { session: request.session ?? false, render: request.render ?? false };
}

export function jsonBody(value: unknown): HttpBody {
  const text = JSON.stringify(value);
  return { contentType: 'application/json', bytes: Buffer.byteLength(text), open: () => text };
}
