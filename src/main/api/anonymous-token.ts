import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';
import { readEnvelope } from './envelope.ts';
import type { CloudError } from './errors.ts';
import type { Http } from './http.ts';
import type { RateLimit } from './rate-limit.ts';

/**
 * `credits` come with a fresh anonymous token (100 today), `userId` names its account, `expiresAt` (epoch ms) is when it ends; each null
 * where the answer does not say.
 */
export type AnonymousToken = {
  readonly token: string;
  readonly credits: number | null;
  readonly userId: string | null;
  readonly expiresAt: number | null;
};

/** A moment as a date in words, or as seconds or ms since 1970. */
const moment = z.union([
  z.number().transform((value) => (value < 1e11 ? value * 1000 : value)),
  z.string().transform((value) => Date.parse(value)),
]);

const shape = z.looseObject({
  data: z.looseObject({
    token: z.string().regex(/^[\x21-\x7e]+$/),
    credits: z.number().nullable().catch(null),
    user_id: z.string().min(1).nullable().catch(null),
    expires_at: moment.pipe(z.number().positive()).nullable().catch(null),
    expires_in: z.number().positive().nullable().catch(null),
  }),
});

/** What is longer than this is no pause between two requests, but says when there are tokens again. In ms. */
const longestPauseMs = 60_000;

export type RequestToken = (clientId: string) => Promise<Result<AnonymousToken, CloudError>>;

/**
 * The call for an anonymous token: `POST /api/auth/anonymous-token` with `X-Client-Id`, no bearer. A 429 is waited for once (wire
 * contract); where that is of no use, or the user does not want to wait, it means `token-spent`: one token per client per 7 days, ten
 * per IP. Callers must not wait for it once more, as for any other 429.
 */
export function createTokenCall(deps: {
  readonly http: Http;
  readonly rateLimit: RateLimit;
  readonly now: () => number;
}): RequestToken {
  const ask = async (clientId: string): Promise<Result<AnonymousToken, CloudError>> => {
    const answer = await requestToken(deps.http, clientId, deps.now());
    if (answer.ok || answer.error.kind !== 'rate-limited') return answer;
    const { retryAfterMs } = answer.error;
    const isLong = retryAfterMs !== null && retryAfterMs > longestPauseMs;
    return isLong ? err({ kind: 'token-spent', until: deps.now() + retryAfterMs }) : answer;
  };
  return async (clientId) => {
    const result = await deps.rateLimit.withRetry(() => ask(clientId));
    const isSpent = !result.ok && result.error.kind === 'rate-limited';
    return isSpent ? err({ kind: 'token-spent', until: null }) : result;
  };
}

async function requestToken(http: Http, clientId: string, now: number): Promise<Result<AnonymousToken, CloudError>> {
  const answer = await http.send({
    method: 'POST',
    target: '/api/auth/anonymous-token',
    token: null,
    headers: { 'x-client-id': clientId },
  });
  if (!answer.ok) return answer;
  const json = await readEnvelope(answer.value, { clientId: true });
  if (!json.ok) return json;
  const parsed = shape.safeParse(json.value);
  if (!parsed.success) return err({ kind: 'bad-answer', reason: 'unknown-shape' });
  const { token, credits, user_id: userId, expires_at: at, expires_in: seconds } = parsed.data.data;
  return ok({ token, credits, userId, expiresAt: at ?? (seconds === null ? null : now + seconds * 1000) });
}
