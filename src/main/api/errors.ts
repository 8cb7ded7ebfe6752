import { assertNever } from '../../shared/assert-never.ts';
import type { Failure } from '../../shared/domain/failure.ts';

/** Why an answer could not be understood. Never holds any of the raw content. */
export type BadAnswerReason =
  | 'empty'
  | 'html'
  | 'malformed-json'
  | 'unknown-shape'
  | 'wrong-content-type'
  | 'too-large'
  | 'redirect'
  | 'unsafe-address';

/** Why no connection came about. Of proxies: not there; says no; wants a name and a password. */
export type OfflineReason = 'unreachable' | 'certificate' | 'proxy-unreachable' | 'proxy-refuses' | 'proxy-sign-in';

/**
 * Everything that can go wrong between this computer and the cloud. `kind` is stable; nothing in it is fit or meant to be shown
 * raw. Codes are those of the wire contract's table, as JSON `code` or as HTTP status.
 */
export type CloudError =
  /** 1001, 1010, 1011, or HTTP 401 of the cloud's own. `own`: the token came from `NEMO_TOKEN`, which is never replaced. */
  | { readonly kind: 'token-refused'; readonly own: boolean }
  /** 429 to the request for an anonymous token: this client (or its IP) has had its tokens for these 7 days. `until`: epoch ms. */
  | { readonly kind: 'token-spent'; readonly until: number | null }
  /** There is a token, but the key ring does not open it now. */
  | { readonly kind: 'token-locked' }
  /** 1002, or HTTP 404 where a session is addressed. */
  | { readonly kind: 'session-lost' }
  /** 2001. */
  | { readonly kind: 'no-credits' }
  /** 4001. */
  | { readonly kind: 'unsupported-file' }
  /** 4002 or HTTP 413. */
  | { readonly kind: 'file-too-large' }
  /** 400 to a request that has to carry `X-Client-Id`. */
  | { readonly kind: 'client-id-missing' }
  /** 402: the plan does not allow the export. Not a matter of credits. */
  | { readonly kind: 'export-blocked' }
  /** 429. `retryAfterMs` is what the server asked for, if it said so. */
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number | null }
  /** No connection came about: nothing was sent. */
  | { readonly kind: 'offline'; readonly reason: OfflineReason }
  /** The connection broke after bytes may have been sent: the server may or may not have seen the request. */
  | { readonly kind: 'interrupted' }
  /** Sent, but not answered in time: the server may or may not have seen it. */
  | { readonly kind: 'timed-out' }
  /** The caller's signal was aborted. */
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'bad-answer'; readonly reason: BadAnswerReason }
  /** A clear no (`success: false`) without a code that the contract names. `reason`: the server's words, where they can be read. */
  | { readonly kind: 'refused'; readonly reason: string | null }
  /** The server refused in a way the contract does not name. `code` is the envelope's, null where there was none. */
  | { readonly kind: 'server'; readonly status: number; readonly code: number | null }
  /** The file to upload has no bytes. */
  | { readonly kind: 'file-empty' }
  /** The file to upload is not there (any more) or may not be read. */
  | { readonly kind: 'file-unreadable' }
  /** The file changed while it was being uploaded; the upload was broken off. */
  | { readonly kind: 'file-changed' }
  /** A download ended before its announced length. Sizes in bytes. */
  | { readonly kind: 'incomplete'; readonly received: number; readonly expected: number }
  /** Nothing was sent: the disk did not take what has to be remembered of it. */
  | { readonly kind: 'history-unwritten' }
  /** The disk (or quota) is full. */
  | { readonly kind: 'disk-full' }
  /** There is too little room on the disk for what is about to come. Bytes. */
  | { readonly kind: 'disk-short'; readonly needed: number; readonly free: number }
  /** The folder of a download's target is not there (any more). */
  | { readonly kind: 'folder-gone' }
  /** The target of a download may not be written. */
  | { readonly kind: 'folder-read-only' }
  /** The file, or the one in whose place it was to come, is open in another program. */
  | { readonly kind: 'file-in-use' }
  /** Writing the download failed in another way; `code` is the system's (`EIO`, `ENAMETOOLONG`…). */
  | { readonly kind: 'not-written'; readonly code: string };

export type CloudErrorKind = CloudError['kind'];

/** Whether the server may have seen the request although no answer came: then only the state can tell, and nothing is repeated. */
export function mayHaveArrived(error: CloudError): boolean {
  return error.kind === 'interrupted' || error.kind === 'timed-out' || error.kind === 'cancelled';
}

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
    case 'history-unwritten':
    case 'disk-full':
    case 'folder-read-only':
    case 'file-in-use':
    case 'folder-gone':
      return { code: error.kind };
    default:
      return assertNever(error);
  }
}
