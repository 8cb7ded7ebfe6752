import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { shownName } from '../../shared/domain/shown-name.ts';
import type { Failure, FailureCode } from '../../shared/domain/failure.ts';
import type { DecisionReason } from '../../shared/domain/needs-decision.ts';
import { maxUploadBytes, uploadKind, type MediaKind } from '../../shared/domain/upload.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { isDamaged } from '../media/damage.ts';
import { readMovieTracks } from '../media/movie-tracks.ts';
import { contentOf, headBytes, phoneContent, type Content } from './content.ts';

/** A file that may be sent, and under which name. Size in bytes. */
export type CheckedFile = { readonly name: string; readonly bytes: number; readonly kind: MediaKind };

/** What came of looking at a file: it may be sent, something can be made of it, or nothing can. */
export type Examined =
  | { readonly verdict: 'usable'; readonly file: CheckedFile }
  | {
      readonly verdict: 'offer';
      readonly name: string;
      readonly bytes: number;
      readonly kind: MediaKind | null;
      readonly reason: DecisionReason;
    }
  | { readonly verdict: 'refused'; readonly failure: Failure };

/**
 * Looks at a file before its first byte is sent: an ordinary file, readable, not empty, not too large, of an accepted format. The
 * content decides: a name may differ from it within its kind (an MP4 called `.mov`), but not beyond. Failures carry `name`.
 */
export async function examine(path: string): Promise<Examined> {
  const name = shownName(basename(path));
  const refuse = (code: FailureCode): Examined => ({ verdict: 'refused', failure: { code, params: { name } } });
  return look(path, name, refuse, async ({ file, bytes, content, head }) => {
    const kind = sentKind(name, content);
    const offer = (reason: DecisionReason): Examined => ({
      verdict: 'offer',
      name,
      bytes,
      kind: kind ?? content?.kinds[0] ?? null,
      reason,
    });
    if (content === null || (content.accepted === null && !content.convertible))
      return { verdict: 'refused', failure: unusable(name, bytes) };
    if (content.accepted === null) return offer({ kind: 'convertible', format: content.format });
    if (bytes > maxUploadBytes) return offer({ kind: 'too-large', maxBytes: maxUploadBytes });
    if (kind === null) return offer({ kind: 'misnamed', name: `${stem(name)}.${content.accepted}` });
    if (await isDamaged(file, head, bytes)) return offer({ kind: 'damaged' });
    return { verdict: 'usable', file: { name, bytes, kind } };
  });
}

/**
 * The same for a file that the user wants to send under this name, damaged or not. Failures carry `name`, and `maxBytes` where the
 * size is the reason.
 */
export async function checkFile(
  path: string,
  name: string = shownName(basename(path)),
): Promise<Result<CheckedFile, Failure>> {
  const refuse = (code: FailureCode, more: Failure['params'] = {}): Result<never, Failure> =>
    err({ code, params: { name, ...more } });
  return look<Result<CheckedFile, Failure>>(path, name, refuse, ({ bytes, content }) => {
    const kind = sentKind(name, content);
    if (kind === null) return err(unusable(name, bytes));
    if (bytes > maxUploadBytes) return refuse('file-too-large', { bytes, maxBytes: maxUploadBytes });
    return ok({ name, bytes, kind });
  });
}

type Seen = {
  readonly file: FileHandle;
  readonly bytes: number;
  readonly head: Uint8Array;
  readonly content: Content | null;
};

/** Opens a file, once, and judges what is seen in it. Never waits, as a pipe without a writer would make it. */
async function look<T>(
  path: string,
  name: string,
  refuse: (code: FailureCode) => T,
  judge: (seen: Seen) => T | Promise<T>,
): Promise<T> {
  let file: FileHandle | null = null;
  try {
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = await file.stat();
    if (!stats.isFile()) return refuse('file-special');
    if (stats.size === 0) return refuse('file-empty');
    const { buffer, bytesRead } = await file.read(new Uint8Array(headBytes), 0, headBytes, 0);
    const head = buffer.subarray(0, bytesRead);
    const content = await contentOf(head);
    const isTaken = content === null || content.accepted !== null || uploadKind(name) === null;
    const formats = isTaken ? [] : formatsIn(file, stats.size);
    return await judge({ file, bytes: stats.size, head, content: isTaken ? content : phoneContent(content, formats) });
  } catch (error) {
    return refuse(unreadable[(error as NodeJS.ErrnoException).code ?? ''] ?? 'file-unreadable');
  } finally {
    await file?.close();
  }
}

/** A socket cannot even be opened. */
const unreadable: Readonly<Record<string, FailureCode>> = {
  EACCES: 'file-forbidden',
  EPERM: 'file-forbidden',
  ENXIO: 'file-special',
  EISDIR: 'file-special',
};

/** Of each track of an MP4 file; none where that cannot be told. */
function formatsIn(file: FileHandle, bytes: number): readonly string[] {
  try {
    return readMovieTracks(file.fd, bytes)?.map(({ format }) => format) ?? [];
  } catch {
    return [];
  }
}

/** Reports the size of a file that is too large and named like an accepted one: whatever it holds, it cannot be sent. */
function unusable(name: string, bytes: number): Failure {
  if (bytes <= maxUploadBytes || uploadKind(name) === null) return { code: 'unsupported-file', params: { name } };
  return { code: 'file-too-large', params: { name, bytes, maxBytes: maxUploadBytes } };
}

/** What the file is sent as: what its name says where the content can be that, else null. */
function sentKind(name: string, content: Content | null): MediaKind | null {
  const kind = uploadKind(name);
  if (kind === null || content === null || content.accepted === null) return null;
  return content.kinds.includes(kind) ? kind : null;
}

/** The name without the ending that says something wrong. */
function stem(name: string): string {
  return name.replace(/(?<=.)\.[A-Za-z0-9]{1,5}$/, '');
}
