import { type FileHandle, open } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { err, ok, type Result } from '../../shared/result.ts';
import type { DownloadProgress, DownloadSource, OpenedFile } from './answers.ts';
import type { Caller } from './caller.ts';
import { readEnvelope } from './envelope.ts';
import type { CloudError } from './errors.ts';
import { describeFailure, writeFailure } from './failures.ts';
import type { HttpAnswer } from './http.ts';

/** From where on a file is wanted: under its validator, so that pieces of two files are never joined. */
export type Resume = { readonly offset: number; readonly validator: string };

type Wanted = {
  readonly source: DownloadSource;
  readonly resume?: Resume | null;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Opens a video for reading. The token goes along only where the address is the cloud's own. A file that has changed, or a server
 * that knows no ranges, starts over: the answer says where its body begins.
 */
export async function openFile(caller: Caller, input: Wanted): Promise<Result<OpenedFile, CloudError>> {
  const { source, resume = null, signal } = input;
  if (source.kind === 'url' && !URL.canParse(source.url)) return err({ kind: 'bad-answer', reason: 'unsafe-address' });
  const target =
    source.kind === 'url' ? source.url : `/api/render/proxy/${encodeURIComponent(source.renderId)}/download`;
  const range = resume === null ? {} : { range: `bytes=${resume.offset}-`, 'if-range': resume.validator };
  const request = {
    method: 'GET',
    target,
    headers: { accept: '*/*' },
    openHeaders: range,
    signal,
  } as const;
  const opened = await caller.judged(request, (answer) => judge(answer, resume, signal));
  if (!opened.ok || opened.value !== 'start-over') return opened as Result<OpenedFile, CloudError>;
  return resume === null
    ? err({ kind: 'bad-answer', reason: 'unknown-shape' })
    : openFile(caller, { ...input, resume: null });
}

type Judged = Result<OpenedFile | 'start-over', CloudError>;

async function judge(answer: HttpAnswer, resume: Resume | null, signal: AbortSignal | undefined): Promise<Judged> {
  if (answer.status === 416 && resume !== null) return beyondTheEnd(answer, resume);
  if ((answer.status !== 200 && answer.status !== 206) || isPage(answer)) return refusalOf(answer, signal);
  const validator = validatorOf(answer);
  if (answer.status === 200) return ok({ offset: 0, bytes: answer.contentLength, validator, body: answer.body });
  const piece = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(answer.header('content-range') ?? '');
  const fits = resume !== null && Number(piece?.[1]) === resume.offset;
  if (!fits || (validator ?? resume.validator) !== resume.validator) {
    dropBody(answer.body);
    return ok('start-over');
  }
  const bytes = piece?.[2] === '*' ? null : Number(piece?.[2]);
  return ok({ offset: resume.offset, bytes, validator: resume.validator, body: answer.body });
}

/** All of it is here already where the sizes agree. */
function beyondTheEnd(answer: HttpAnswer, { offset, validator }: Resume): Judged {
  dropBody(answer.body);
  const bytes = Number(/^bytes \*\/(\d+)$/.exec(answer.header('content-range') ?? '')?.[1] ?? -1);
  return ok(bytes === offset ? { offset, bytes, validator, body: Readable.from([]) } : 'start-over');
}

function isPage(answer: HttpAnswer): boolean {
  return answer.contentType === 'text/html' || answer.contentType === 'application/json';
}

/** What a range may be asked under: a strong ETag, or the time of the last change. Offsets in an encoded body mean nothing. */
function validatorOf(answer: HttpAnswer): string | null {
  const encoding = answer.header('content-encoding');
  if (encoding !== null && encoding !== 'identity') return null;
  const etag = answer.header('etag');
  return etag?.startsWith('"') ? etag : answer.header('last-modified');
}

async function refusalOf(answer: HttpAnswer, signal: AbortSignal | undefined): Promise<Judged> {
  const json = await readEnvelope(answer, {}, signal);
  return json.ok ? err({ kind: 'bad-answer', reason: 'wrong-content-type' }) : json;
}

/** Leaves a body unread, and its connection with it. Undici reports that as an error, which would end the app if nobody heard it. */
export function dropBody(body: Readable): void {
  body.on('error', () => undefined);
  body.destroy();
}

export type CopyInput = {
  readonly body: Readable;
  readonly file: Pick<FileHandle, 'writev'>;
  /** Where in the file the body belongs. */
  readonly offset: number;
  /** Of the whole file; null where it was not announced. */
  readonly bytes: number | null;
  /** Told how much of the file the disk has taken, each time it has. */
  readonly onProgress: (written: number) => void;
  readonly signal: AbortSignal | undefined;
};

/** What comes while the disk is busy is written in one go; of more than this, in bytes, the connection waits. */
const waitingBytes = 1024 * 1024;

/** Copies a body into a file. Gives the size of the whole file. What had arrived before the connection broke is written. */
export async function copyBody(input: CopyInput): Promise<Result<number, CloudError>> {
  const { body, file, offset, bytes, onProgress, signal } = input;
  let written = offset;
  /** The disk may take less than it is given. */
  const write = async (pieces: readonly Buffer[]): Promise<void> => {
    try {
      for (let left = pieces; left.length > 0;) {
        const { bytesWritten } = await file.writev(left, written);
        written += bytesWritten;
        left = withoutFirst(bytesWritten, left);
      }
    } finally {
      onProgress(written);
    }
  };
  const disk = new Writable({
    highWaterMark: waitingBytes,
    writev: (pieces, done) => void write(pieces.map(({ chunk }) => chunk as Buffer)).then(() => done(), done),
  });
  // With `end: false` a body that breaks leaves the disk what it has not written yet.
  const broken = await pipeline(body, disk, { end: false }).then(
    () => null,
    (error: unknown) => describeFailure(error, signal),
  );
  try {
    await finished(disk.end());
  } catch (error) {
    return err(writeFailure(error));
  }
  const expected = bytes ?? written;
  const incomplete: CloudError = { kind: 'incomplete', received: written, expected };
  if (broken !== null) return err(broken.kind === 'interrupted' && bytes !== null ? incomplete : broken);
  return written === expected ? ok(written) : err(incomplete);
}

function withoutFirst(bytes: number, pieces: readonly Buffer[]): readonly Buffer[] {
  let toSkip = bytes;
  return pieces.flatMap((piece) => {
    const skipped = Math.min(toSkip, piece.length);
    toSkip -= skipped;
    return skipped === piece.length ? [] : [piece.subarray(skipped)];
  });
}

/** Fetches a video into a file, from the beginning. */
export async function download(
  caller: Caller,
  input: Omit<Wanted, 'resume'> & { readonly toFile: string; readonly onProgress?: DownloadProgress },
): Promise<Result<{ readonly bytes: number }, CloudError>> {
  const opened = await openFile(caller, input);
  if (!opened.ok) return opened;
  const { body, bytes } = opened.value;
  let file: FileHandle;
  try {
    file = await open(input.toFile, 'w');
  } catch (error) {
    dropBody(body);
    return err(writeFailure(error));
  }
  try {
    const onProgress = (written: number): void => input.onProgress?.(written, bytes);
    const copied = await copyBody({ body, file, offset: 0, bytes, onProgress, signal: input.signal });
    if (!copied.ok) return copied;
    await file.sync();
    return ok({ bytes: copied.value });
  } catch (error) {
    return err(writeFailure(error));
  } finally {
    await file.close();
  }
}
