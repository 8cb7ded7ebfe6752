import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path/posix';
import type { z } from 'zod';
import { contentType } from '../../shared/domain/media-type.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { FileUploadAnswer, UploadAnswer, UploadProgress } from './answers.ts';
import { jsonBody, type Caller, type Request } from './caller.ts';
import type { CloudError } from './errors.ts';
import type { HttpBody } from './http.ts';
import { uploadShape } from './shapes.ts';

type Options = { readonly signal?: AbortSignal | undefined; readonly sessionId: string };

type FileInput = Options & {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly onProgress?: UploadProgress;
};

/** The cloud may look at a whole file, or fetch one, before it answers. */
const silenceMs = 300_000;
/** What is read at once, in bytes: small pieces cost the connection as much as large ones. */
const pieceBytes = 256 * 1024;

/**
 * Streams a file from the disk. It is looked at again before the body is closed: one that changed or vanished meanwhile never arrives
 * as a whole.
 */
export async function uploadFile(caller: Caller, input: FileInput): Promise<Result<FileUploadAnswer, CloudError>> {
  const { path, name, onProgress = () => undefined } = input;
  const before = await look(path);
  if (before === null || !before.isFile()) return err({ kind: 'file-unreadable' });
  if (before.size === 0) return err({ kind: 'file-empty' });
  if (before.size !== input.bytes) return err({ kind: 'file-changed' });
  const part = createPart(path, name, before, onProgress);
  const answer = await caller.json({ ...target(input), body: part.body }, uploadShape);
  // What happened to the file is the cause; the broken request is only its effect.
  const problem = part.problem();
  if (problem !== null) return err(problem);
  if (!answer.ok) return answer;
  onProgress(before.size, before.size);
  return ok({ ...answerAbout(name, answer.value), sha256: part.sha256() });
}

export async function uploadUrl(
  caller: Caller,
  input: Options & { readonly url: string },
): Promise<Result<UploadAnswer, CloudError>> {
  const body = jsonBody({ urls: [input.url], source_type: 'url' });
  const answer = await caller.json({ ...target(input), body }, uploadShape);
  return answer.ok ? ok(answerAbout(basename(new URL(input.url).pathname), answer.value)) : answer;
}

function target({ sessionId, signal }: Options): Omit<Request, 'body'> {
  const path = `/api/upload-video/nemo_agent/me/${encodeURIComponent(sessionId)}`;
  return { method: 'POST', target: path, signal, silenceMs, session: true };
}

/** An answer may speak of more files than the one that was sent: of several, the one of that name is meant. */
function answerAbout(name: string, { data, files }: z.output<typeof uploadShape>): UploadAnswer {
  const named = files.findLast((file) => file.name === name);
  return { data, cdnUrl: (named ?? (files.length === 1 ? files[0] : undefined))?.cdnUrl ?? null };
}

type FilePart = {
  /** A multipart body with the file as its field `files`, whose length is known beforehand. */
  readonly body: HttpBody;
  /** What happened to the file during the last sending, if anything did. */
  readonly problem: () => CloudError | null;
  /** SHA-256, in hex, of what was sent last; to be asked for once. */
  readonly sha256: () => string;
};

function createPart(path: string, name: string, before: Stats, onProgress: UploadProgress): FilePart {
  const boundary = `rushes-${randomUUID()}`;
  const head = Buffer.from(partHead(boundary, name));
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  let problem: CloudError | null = null;
  let hash = createHash('sha256');

  const content = async function* (): AsyncGenerator<Uint8Array> {
    problem = null;
    hash = createHash('sha256');
    let accepted = 0;
    yield head;
    try {
      for await (const piece of createReadStream(path, { end: before.size - 1, highWaterMark: pieceBytes })) {
        hash.update(piece as Buffer);
        yield piece as Buffer;
        accepted += (piece as Buffer).length;
        onProgress(Math.min(accepted, Math.floor(before.size * 0.99)), before.size);
      }
    } catch (error) {
      problem = { kind: 'file-unreadable' };
      throw error;
    }
    problem = compare(before, await look(path), accepted);
    if (problem !== null) throw new Error(problem.kind);
    yield tail;
  };

  return {
    body: {
      contentType: `multipart/form-data; boundary=${boundary}`,
      bytes: head.length + before.size + tail.length,
      open: content,
    },
    problem: () => problem,
    sha256: () => hash.digest('hex'),
  };
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
