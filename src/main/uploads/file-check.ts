import { constants, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Failure, FailureCode } from '../../shared/domain/failure.ts';
import { maxUploadBytes, uploadKind, type MediaKind } from '../../shared/domain/upload.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { sniffBytes, sniffKinds } from '../media/sniff.ts';

/** A file that may be sent. Size in bytes. */
export type CheckedFile = { readonly name: string; readonly bytes: number; readonly kind: MediaKind };

/**
 * Looks at a file before its first byte is sent: a regular file, of an accepted format by name and by content, neither empty nor
 * too large, readable. Failures carry `name`, and `maxBytes` where the size is the reason.
 */
export async function checkFile(path: string): Promise<Result<CheckedFile, Failure>> {
  const name = basename(path);
  const refuse = (code: FailureCode, more: Failure['params'] = {}): Result<never, Failure> =>
    err({ code, params: { name, ...more } });
  const stats = await stat(path).catch(() => null);
  if (stats === null) return refuse('file-unreadable');
  const kind = uploadKind(name);
  if (!stats.isFile() || kind === null) return refuse('unsupported-file');
  if (stats.size === 0) return refuse('file-empty');
  if (stats.size > maxUploadBytes) return refuse('file-too-large', { bytes: stats.size, maxBytes: maxUploadBytes });
  const head = await readHead(path, stats);
  if (head === null) return refuse('file-unreadable');
  return sniffKinds(head).includes(kind) ? ok({ name, bytes: stats.size, kind }) : refuse('unsupported-file');
}

/** Never waits: a pipe that took the file's place meanwhile would. */
async function readHead(path: string, expected: Stats): Promise<Uint8Array | null> {
  try {
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(sniffBytes), 0, sniffBytes, 0);
      return (await file.stat()).ino === expected.ino ? buffer.subarray(0, bytesRead) : null;
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}
