import { constants, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
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
  const name = basename(path);
  const seen = await look(path, name);
  if (!seen.ok) return { verdict: 'refused', failure: { code: seen.error, params: { name } } };
  const { bytes, content, head } = seen.value;
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
  if (await isDamaged(path, head, bytes)) return offer({ kind: 'damaged' });
  return { verdict: 'usable', file: { name, bytes, kind } };
}

/**
 * The same for a file that the user wants to send under this name, damaged or not. Failures carry `name`, and `maxBytes` where the
 * size is the reason.
 */
export async function checkFile(path: string, name: string = basename(path)): Promise<Result<CheckedFile, Failure>> {
  const refuse = (code: FailureCode, more: Failure['params'] = {}): Result<never, Failure> =>
    err({ code, params: { name, ...more } });
  const seen = await look(path, name);
  if (!seen.ok) return refuse(seen.error);
  const { bytes, content } = seen.value;
  const kind = sentKind(name, content);
  if (kind === null) return err(unusable(name, bytes));
  if (bytes > maxUploadBytes) return refuse('file-too-large', { bytes, maxBytes: maxUploadBytes });
  return ok({ name, bytes, kind });
}

type Seen = { readonly bytes: number; readonly head: Uint8Array; readonly content: Content | null };

async function look(path: string, name: string): Promise<Result<Seen, FailureCode>> {
  const stats = await stat(path).catch(() => null);
  if (stats === null) return err('file-unreadable');
  if (!stats.isFile()) return err('file-special');
  if (stats.size === 0) return err('file-empty');
  const head = await readHead(path, stats);
  if (!head.ok) return head;
  const content = await contentOf(head.value);
  const isTaken = content === null || content.accepted !== null || uploadKind(name) === null;
  return ok({
    bytes: stats.size,
    head: head.value,
    content: isTaken ? content : phoneContent(content, formatsIn(path)),
  });
}

/** Of each track of an MP4 file; none where that cannot be told. */
function formatsIn(path: string): readonly string[] {
  try {
    return readMovieTracks(path)?.map(({ format }) => format) ?? [];
  } catch {
    return [];
  }
}

/** Of a file too large that is called like an accepted one the size is told: whatever is in it, it cannot go. */
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

/** Never waits: a pipe that took the file's place meanwhile would. */
async function readHead(path: string, expected: Stats): Promise<Result<Uint8Array, FailureCode>> {
  try {
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(headBytes), 0, headBytes, 0);
      const isTheSame = (await file.stat()).ino === expected.ino;
      return isTheSame ? ok(buffer.subarray(0, bytesRead)) : err('file-unreadable');
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return err(code === 'EACCES' || code === 'EPERM' ? 'file-forbidden' : 'file-unreadable');
  }
}
