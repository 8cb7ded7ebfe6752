import type { CloudError } from './errors.ts';

/** What a failed write to the disk means, by the system's code. */
export function writeFailure(error: unknown): CloudError {
  const code = (error as NodeJS.ErrnoException).code ?? 'UNKNOWN';
  if (code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'disk-full' };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { kind: 'folder-read-only' };
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'folder-gone' };
  if (code === 'EBUSY' || code === 'ETXTBSY') return { kind: 'file-in-use' };
  return { kind: 'not-written', code };
}
