import { err } from '../result.ts';

/** Every way in which something can go wrong that a user may read about. The renderer has a sentence for each. */
export const failureCodes = [
  'bad-request',
  'not-found',
  'internal',
  'offline',
  'interrupted',
  'timed-out',
  'cancelled',
  'bad-answer',
  'server',
  'refused',
  'certificate',
  'proxy-unreachable',
  'proxy-refuses',
  'proxy-sign-in',
  'proxy-malformed',
  'proxy-scheme',
  'token-refused',
  'session-lost',
  'no-credits',
  'unsupported-file',
  'file-too-large',
  'file-empty',
  'file-unreadable',
  'file-forbidden',
  'file-special',
  'file-changed',
  'paste-too-large',
  'too-much-pasted',
  'captions-none',
  'captions-too-large',
  'folder-without-media',
  'folder-unreadable',
  'link-unknown',
  'link-malformed',
  'link-private',
  'link-page',
  'link-missing',
  'export-blocked',
  'rate-limited',
  'token-spent',
  'token-locked',
  'sign-in-malformed',
  'too-much',
  'message-too-long',
  'agent-failed',
  'nothing-to-export',
  'render-failed',
  'delivery-broken',
  'video-gone',
  'disk-full',
  'disk-slow',
  'history-busy',
  'history-unwritten',
  'disk-short',
  'folder-gone',
  'folder-read-only',
  'file-in-use',
  'place-gone',
  'upload-failed',
  'upload-unfinished',
  'files-missing',
  'file-gone',
  'no-player',
  'not-trashed',
  'export-busy',
  'not-sent',
  'over-ceiling',
  'spend-question',
  'cannot-decode',
  'cannot-shrink',
  'media-job-failed',
  'update-waits',
  'restore-waits',
  'backup-not-restored',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** Whether nobody could be reached: at the service, or on the way there. */
export function isOutOfReach(code: FailureCode): boolean {
  return code === 'offline' || code === 'certificate' || code.startsWith('proxy-');
}

/** Whether a message was not taken only since the user is to say yes to what it costs. */
export function asksConsent({ code }: Pick<Failure, 'code'>): boolean {
  return code === 'over-ceiling' || code === 'spend-question';
}

/** Links that main can open for the user; the renderer never sees the address. */
export type LinkTarget = 'register' | 'top-up' | 'project';

/** A failure as it crosses to the renderer: a code, plain numbers or names for its sentence, and perhaps a way out. */
export type Failure = {
  readonly code: FailureCode;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly link?: LinkTarget;
};

export const notFound = err<Failure>({ code: 'not-found' });
