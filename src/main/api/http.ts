import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Timings } from '../timings.ts';
import { isSafeAddress } from './addresses.ts';
import type { CloudError } from './errors.ts';
import { describeFailure } from './failures.ts';
import type { Network } from './network.ts';

/** Who speaks; goes with every request to the cloud (wire contract: "Attribution"). */
export type Attribution = {
  readonly source: string;
  readonly version: string;
  readonly platform: string;
};

export type HttpBody = {
  readonly contentType: string;
  readonly bytes: number;
  /**
   * Called once per send, since a stream cannot be sent twice. A piece has left this process when the next one is asked for, if
   * all but the last two are larger than a socket's buffer (64 KB).
   */
  readonly open: () => string | AsyncIterable<Uint8Array>;
};

export type HttpRequest = {
  readonly method: 'GET' | 'POST';
  /** A path on the cloud (`/api/...`), or a whole URL that came in an answer. */
  readonly target: string;
  readonly token: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that another host may see as well. */
  readonly openHeaders?: Readonly<Record<string, string>>;
  readonly body?: HttpBody;
  readonly signal?: AbortSignal | undefined;
  /** Longest silence before and within the answer, in ms; 0 for none. Default: `answerMs`. */
  readonly silenceMs?: number;
};

export type HttpAnswer = {
  readonly status: number;
  /** It came from the cloud itself, not from a host that an address or a redirect led to. */
  readonly own: boolean;
  /** Without parameters, lower case; null where the server named none. */
  readonly contentType: string | null;
  /** In bytes; null where the server announced none. */
  readonly contentLength: number | null;
  /** Any other header, by its lower-case name. */
  readonly header: (name: string) => string | null;
  readonly body: Readable;
};

export type Http = {
  /** Sends one request and resolves when the answer's headers are there, whatever the status. */
  readonly send: (request: HttpRequest) => Promise<Result<HttpAnswer, CloudError>>;
  /** Whether an address belongs to the cloud itself, so that the token may go there. */
  readonly isOwn: (address: string) => boolean;
};

type HttpDeps = {
  /** `CloudConfig.apiUrl`. */
  readonly baseUrl: string;
  readonly attribution: Attribution;
  readonly network: Pick<Network, 'request'>;
  /** Told what each request to the service itself met: an answer, or none. */
  readonly onMet?: (met: 'answered' | 'nobody') => void;
  readonly timings: Pick<Timings, 'answerMs'>;
};

type Sent = Dispatcher.ResponseData;

const maxRedirects = 5;

/**
 * The one place that sends. Redirects are followed here, by hand: once a request has left the cloud's own origin it carries
 * neither token nor attribution any more, and a POST is sent again only to the same origin and only for 307 and 308.
 */
export function createHttp(deps: HttpDeps): Http {
  const baseOrigin = new URL(deps.baseUrl).origin;
  const isOwn = (address: string): boolean => URL.canParse(address) && new URL(address).origin === baseOrigin;
  return {
    isOwn,
    send: async (request) => {
      const address = request.target.startsWith('/') ? deps.baseUrl + request.target : request.target;
      let own = isOwn(address);
      if (!URL.canParse(address)) return err({ kind: 'bad-answer', reason: 'unsafe-address' });
      let url = new URL(address);
      for (let hop = 0; hop <= maxRedirects; hop += 1) {
        if (!isSafeAddress(url)) return err({ kind: 'bad-answer', reason: 'unsafe-address' });
        const sent = await sendPatiently(deps, request, url, own);
        if (!sent.ok) return sent;
        const next = redirectTarget(sent.value, url);
        if (next === null) return ok(answerOf(sent.value, own));
        await discard(sent.value);
        if (request.method === 'POST' && !mayRepeatAt(sent.value.statusCode, url, next)) break;
        url = next;
        own = own && url.origin === baseOrigin;
      }
      return err({ kind: 'bad-answer', reason: 'redirect' });
    },
  };
}

/** A kept-alive connection may have died meanwhile. Asking twice does no harm; anything else is sent once. */
async function sendPatiently(
  deps: HttpDeps,
  request: HttpRequest,
  url: URL,
  own: boolean,
): Promise<Result<Sent, CloudError>> {
  const sent = await sendOnce(deps, request, url, own);
  const mayAskAgain = request.method === 'GET' && !sent.ok && sent.error.kind === 'interrupted';
  return mayAskAgain ? sendOnce(deps, request, url, own) : sent;
}

async function sendOnce(
  deps: HttpDeps,
  request: HttpRequest,
  url: URL,
  own: boolean,
): Promise<Result<Sent, CloudError>> {
  const silenceMs = request.silenceMs ?? deps.timings.answerMs;
  try {
    const sent = await deps.network.request({
      url,
      method: request.method,
      headers: headersOf(deps.attribution, request, own),
      // Its types know no iterables, but they are what it writes with the least ado.
      open: request.body?.open as (() => string | Readable) | undefined,
      signal: request.signal ?? null,
      headersTimeout: silenceMs,
      bodyTimeout: silenceMs,
    });
    if (own) deps.onMet?.('answered');
    return ok(sent);
  } catch (error) {
    const failure = describeFailure(error, request.signal);
    if (own && failure.kind !== 'cancelled') deps.onMet?.('nobody');
    return err(failure);
  }
}

function headersOf(attribution: Attribution, request: HttpRequest, own: boolean): Record<string, string> {
  const plain = { 'user-agent': 'Rushes', 'accept-encoding': 'identity', ...request.openHeaders };
  if (!own) return plain;
  return {
    ...plain,
    accept: 'application/json',
    ...(request.token === null ? {} : { authorization: `Bearer ${request.token}` }),
    'x-skill-source': attribution.source,
    'x-skill-version': attribution.version,
    'x-skill-platform': attribution.platform,
    ...(request.body === undefined
      ? {}
      : { 'content-type': request.body.contentType, 'content-length': String(request.body.bytes) }),
    ...request.headers,
  };
}

function redirectTarget(answer: Sent, from: URL): URL | null {
  const location = one(answer.headers.location);
  if (![301, 302, 303, 307, 308].includes(answer.statusCode) || location === null) return null;
  return URL.canParse(location, from.href) ? new URL(location, from) : null;
}

function mayRepeatAt(status: number, from: URL, to: URL): boolean {
  return (status === 307 || status === 308) && from.origin === to.origin;
}

function answerOf(answer: Sent, own: boolean): HttpAnswer {
  const decoded = decode(answer.body, one(answer.headers['content-encoding']));
  const length = one(answer.headers['content-length']);
  // The length of an encoded body says nothing about what is in it.
  const isPlain = decoded === answer.body;
  return {
    status: answer.statusCode,
    own,
    contentType: one(answer.headers['content-type'])?.split(';')[0]?.trim().toLowerCase() ?? null,
    contentLength: isPlain && length !== null && /^\d+$/.test(length) ? Number(length) : null,
    header: (name) => one(answer.headers[name]),
    body: decoded,
  };
}

function one(header: string | readonly string[] | undefined): string | null {
  return (typeof header === 'string' ? header : header?.[0]) ?? null;
}

async function discard(answer: Sent): Promise<void> {
  // A broken body of a redirect says nothing: the answer was its location.
  await answer.body.dump().catch(() => undefined);
}

const decoders = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };

/**
 * A body without its content encoding. We ask for none (`accept-encoding: identity`), since it would hide the length; but a proxy on
 * the way may not care. Breaks when the body breaks.
 */
function decode(body: Readable, encoding: string | null): Readable {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (!Object.hasOwn(decoders, name)) return body;
  const decoder = decoders[name as keyof typeof decoders]();
  // The reader of the decoder sees the error.
  return pipeline(body, decoder, () => undefined);
}
