import type { Result } from '../../shared/result.ts';
import type { CloudError } from './errors.ts';

/** Where calls take their bearer token from; the account is one. */
export type TokenSource = {
  readonly token: (signal?: AbortSignal) => Promise<Result<string, CloudError>>;
  /** Another token in place of one that the cloud has refused, or why there is none. */
  readonly renew: (refused: string, signal?: AbortSignal) => Promise<Result<string, CloudError>>;
};

/**
 * Does a call with a token. When the token is refused (1001) it is renewed, and the call is repeated, once: a refusal comes before
 * anything is done, so that not even a message is doubled by it. No other failure is repeated here.
 */
export async function withToken<T>(
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
