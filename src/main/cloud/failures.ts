import type { CloudError } from './errors.ts';

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
  const { code, syscall, message } = factsOf(error);
  if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') return { kind: 'timed-out' };
  if (unreachable.has(code) || syscall === 'connect') return { kind: 'offline', reason: 'unreachable' };
  if (badCertificate.test(code)) return { kind: 'offline', reason: 'certificate' };
  if (message.includes('before secure TLS connection')) return { kind: 'offline', reason: 'unreachable' };
  if (message.startsWith('Proxy response')) return { kind: 'offline', reason: 'proxy' };
  return { kind: 'interrupted' };
}

/** What tells failures apart. */
type FailureFacts = { readonly code: string; readonly syscall: string; readonly message: string };

function factsOf(error: unknown): FailureFacts {
  // Node tries all addresses of a host and reports the failures together; the first one speaks for all.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  if (!(first instanceof Error)) return { code: '', syscall: '', message: '' };
  const { code, syscall } = first as NodeJS.ErrnoException;
  return { code: code ?? '', syscall: syscall ?? '', message: first.message };
}
