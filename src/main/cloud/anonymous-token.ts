import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';
import { readEnvelope } from './envelope.ts';
import type { CloudError } from './errors.ts';
import type { Http } from './http.ts';
import type { RateLimit } from './rate-limit.ts';

/** `credits` come with a fresh anonymous token (100 today), null where the answer does not say. */
export type AnonymousToken = { readonly token: string; readonly credits: number | null };

const shape = z.looseObject({
  data: z.looseObject({ token: z.string().regex(/^[\x21-\x7e]+$/), credits: z.number().nullable().catch(null) }),
});

export type RequestToken = (clientId: string) => Promise<Result<AnonymousToken, CloudError>>;

/**
 * The call for an anonymous token: `POST /api/auth/anonymous-token` with `X-Client-Id`, no bearer. A second 429 means `token-spent`
 * (wire contract: one token per client per 7 days, ten per IP).
 */
export function createTokenCall(deps: { readonly http: Http; readonly rateLimit: RateLimit }): RequestToken {
  return async (clientId) => {
    let asked = 0;
    const result = await deps.rateLimit.patiently(() => {
      asked += 1;
      return requestToken(deps.http, clientId);
    });
    const isSpent = asked > 1 && !result.ok && result.error.kind === 'rate-limited';
    return isSpent ? err({ kind: 'token-spent' }) : result;
  };
}

async function requestToken(http: Http, clientId: string): Promise<Result<AnonymousToken, CloudError>> {
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
  return ok({ token: parsed.data.data.token, credits: parsed.data.data.credits });
}
