import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { contentType } from '../../shared/domain/media-type.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { UploadProgress } from './answers.ts';
import { type ContentHash, hashAlong, noHash } from './content-hash.ts';
import type { CloudError } from './errors.ts';
import type { HttpBody } from './http.ts';
import { readInPieces } from './pieces.ts';

export type FilePart = {
  /** A multipart body with the file as its field `files`, streamed from the disk with its length known beforehand. */
  readonly body: HttpBody;
  /** Size of the file. */
  readonly bytes: number;
  /** What happened to the file during the last sending, if anything did. */
  readonly problem: () => CloudError | null;
  /** SHA-256, in hex, of what was sent last, to be asked for once; null where the line outran the hash, or none was wanted. */
  readonly sha256: () => string | null;
};

/**
 * Makes the file at `path` ready to be sent. Size and time of change are looked at again before the body is closed: a file that
 * changed or vanished meanwhile never arrives as a whole.
 */
export async function openFilePart(
  path: string,
  name: string,
  options: { readonly onProgress: UploadProgress; readonly hash: boolean },
): Promise<Result<FilePart, CloudError>> {
  const before = await look(path);
  if (before === null || !before.isFile()) return err({ kind: 'file-unreadable' });
  if (before.size === 0) return err({ kind: 'file-empty' });
  const boundary = `rushes-${randomUUID()}`;
  const head = Buffer.from(partHead(boundary, name));
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  let problem: CloudError | null = null;
  let hash: ContentHash = noHash;

  const content = async function* (): AsyncGenerator<Uint8Array> {
    problem = null;
    hash = options.hash ? hashAlong() : noHash;
    let accepted = 0;
    yield head;
    try {
      for await (const piece of readInPieces(path, before.size)) {
        hash.take(piece);
        yield piece;
        accepted += piece.length;
        options.onProgress(Math.min(accepted, Math.floor(before.size * 0.99)), before.size);
      }
    } catch (error) {
      problem = { kind: 'file-unreadable' };
      throw error;
    }
    problem = compare(before, await look(path), accepted);
    if (problem !== null) throw new Error(problem.kind);
    yield tail;
  };

  const bytes = head.length + before.size + tail.length;
  const contentType = `multipart/form-data; boundary=${boundary}`;
  return ok({
    body: { contentType, bytes, open: content },
    bytes: before.size,
    problem: () => problem,
    sha256: () => hash.digest(),
  });
}

async function look(path: string): Promise<Stats | null> {
  return stat(path).catch(() => null);
}

function compare(before: Stats, after: Stats | null, accepted: number): CloudError | null {
  if (after === null) return { kind: 'file-unreadable' };
  const same = after.size === before.size && after.mtimeMs === before.mtimeMs && after.ino === before.ino;
  return same && accepted === before.size ? null : { kind: 'file-changed' };
}

/** The head of the one part. In a file name only quotes and line ends are escaped, as browsers do; the rest is UTF-8. */
function partHead(boundary: string, name: string): string {
  const escaped = name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return (
    `--${boundary}\r\n` +
    `Content-Disposition: form-data; name="files"; filename="${escaped}"\r\n` +
    `Content-Type: ${contentType(name)}\r\n\r\n`
  );
}
