import type { CloudError, OfflineReason } from './errors.ts';

const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const badCertificate = /CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|ERR_TLS|ERR_SSL/;

/**
 * What a thrown network error means. Errors of the connection's own making come before any byte was sent; of all others it
 * cannot be told, since a kept-alive socket may have died under a request.
 */
export function describeFailure(error: unknown, signal: AbortSignal | undefined): CloudError {
  if (signal?.aborted === true) return { kind: 'cancelled' };
  const { code, syscall, message } = detailsOf(error);
  if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') return { kind: 'timed-out' };
  if (unreachable.has(code) || syscall === 'connect') return { kind: 'offline', reason: 'unreachable' };
  if (badCertificate.test(code)) return { kind: 'offline', reason: 'certificate' };
  if (message.includes('before secure TLS connection')) return { kind: 'offline', reason: 'unreachable' };
  const proxy = proxyFailure(code, message);
  if (proxy !== null) return { kind: 'offline', reason: proxy };
  if (code === forbiddenAddress) return { kind: 'bad-answer', reason: 'unsafe-address' };
  return { kind: 'interrupted' };
}

/** What a proxy has to say, before anything went through it; undici has words for it and hardly any codes. */
function proxyFailure(code: string, message: string): OfflineReason | null {
  if (code === proxyUnreachable) return 'proxy-unreachable';
  if (message.startsWith('Proxy response (407)') || code.startsWith('UND_ERR_SOCKS5_AUTH')) return 'proxy-sign-in';
  if (message.startsWith('Proxy response') || code.startsWith('UND_ERR_SOCKS5')) return 'proxy-refuses';
  return /^SOCKS5 \w+ timeout/.test(message) ? 'proxy-unreachable' : null;
}

/** A connection to a place that may not be reached. */
export const forbiddenAddress = 'ERR_FORBIDDEN_ADDRESS';
/** A connection to the proxy itself did not come about. */
export const proxyUnreachable = 'ERR_PROXY_UNREACHABLE';

export function failureWith(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

/** What a failed write to the disk means, by the system's code. */
export function writeFailure(error: unknown): CloudError {
  const code = (error as NodeJS.ErrnoException).code ?? 'UNKNOWN';
  if (code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'disk-full' };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { kind: 'folder-read-only' };
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'folder-gone' };
  if (code === 'EBUSY' || code === 'ETXTBSY') return { kind: 'file-in-use' };
  return { kind: 'not-written', code };
}

/** What tells failures apart. */
type ErrorDetails = { readonly code: string; readonly syscall: string; readonly message: string };

function detailsOf(error: unknown): ErrorDetails {
  // Node tries all addresses of a host and reports the failures together; the first one speaks for all.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  if (!(first instanceof Error)) return { code: '', syscall: '', message: '' };
  const { code, syscall } = first as NodeJS.ErrnoException;
  return { code: code ?? '', syscall: syscall ?? '', message: first.message };
}
