import type { Dispatcher } from 'undici';
import type { Network } from './network.ts';

/** What a server says about an address without sending it. */
export type HeadAnswer = {
  readonly status: number;
  /** Without parameters, lower case; null where the server named none. */
  readonly contentType: string | null;
  /** In bytes; null where the server announced none. */
  readonly contentLength: number | null;
};

export type HeadDeps = {
  readonly network: Pick<Network, 'request'>;
  readonly timings: { readonly headMs: number };
  /** Whether a host may be asked; each redirect is looked at, too. */
  readonly mayAsk: (url: URL) => boolean;
};

const maxRedirects = 5;

/**
 * Asks somebody else's server about an address. It gets neither token nor attribution. Redirects are followed. Null where no answer
 * came in time, or the way led somewhere that may not be asked.
 */
export function createHead({ network, timings, mayAsk }: HeadDeps): (url: URL) => Promise<HeadAnswer | null> {
  return async (first) => {
    const signal = AbortSignal.timeout(timings.headMs);
    let url = first;
    try {
      for (let hop = 0; hop <= maxRedirects && mayAsk(url); hop += 1) {
        const answer = await network.request({
          url,
          method: 'HEAD',
          headers: { 'user-agent': 'Rushes', accept: '*/*', 'accept-encoding': 'identity' },
          signal,
        });
        await answer.body.dump();
        const location = one(answer.headers['location']);
        if (answer.statusCode < 300 || answer.statusCode >= 400 || location === null) return answerOf(answer);
        if (!URL.canParse(location, url.href)) return null;
        url = new URL(location, url);
      }
    } catch {
      // A server that cannot be asked from here may still answer the cloud.
    }
    return null;
  };
}

function answerOf({ statusCode, headers }: Dispatcher.ResponseData): HeadAnswer {
  const length = one(headers['content-length']);
  return {
    status: statusCode,
    contentType: one(headers['content-type'])?.split(';')[0]?.trim().toLowerCase() ?? null,
    contentLength: length !== null && /^\d+$/.test(length) ? Number(length) : null,
  };
}

function one(header: string | readonly string[] | undefined): string | null {
  return (typeof header === 'string' ? header : header?.[0]) ?? null;
}
