import { assertNever } from '../../shared/assert-never.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { CloudError } from './errors.ts';

/**
 * What the user is told of a cloud error. `anonymous` decides the way out of empty credits: registering, or topping up
 * (wire contract: codes 2001 and 402).
 */
export function toFailure(error: CloudError, anonymous = true): Failure {
  switch (error.kind) {
    case 'no-credits':
      return { code: 'no-credits', link: anonymous ? 'register' : 'top-up' };
    case 'export-blocked':
      return { code: 'export-blocked', link: 'register' };
    case 'refused':
      return error.reason === null ? { code: 'refused' } : { code: 'refused', params: { reason: error.reason } };
    case 'token-spent':
      return {
        code: 'token-spent',
        ...(error.until === null ? {} : { params: { until: error.until } }),
        link: 'register',
      };
    case 'token-locked':
      return { code: 'token-locked' };
    case 'offline':
      return { code: error.reason === 'unreachable' ? 'offline' : error.reason };
    case 'server':
      return { code: 'server', params: { status: error.status } };
    case 'disk-short':
      return { code: 'disk-short', params: { needed: error.needed, free: error.free } };
    case 'incomplete':
      return { code: 'interrupted' };
    case 'not-written':
      return { code: 'folder-read-only' };
    case 'client-id-missing':
      return { code: 'bad-answer' };
    case 'token-refused':
    case 'session-lost':
    case 'unsupported-file':
    case 'file-too-large':
    case 'rate-limited':
    case 'interrupted':
    case 'timed-out':
    case 'cancelled':
    case 'bad-answer':
    case 'file-empty':
    case 'file-unreadable':
    case 'file-changed':
    case 'disk-full':
    case 'folder-read-only':
    case 'file-in-use':
    case 'folder-gone':
      return { code: error.kind };
    default:
      return assertNever(error);
  }
}
