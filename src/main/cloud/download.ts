import { open, type FileHandle } from 'node:fs/promises';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Caller } from './caller.ts';
import type { DownloadProgress, DownloadSource } from './answers.ts';
import { readEnvelope } from './envelope.ts';
import type { CloudError } from './errors.ts';
import { describeFailure } from './failures.ts';
import type { HttpAnswer } from './http.ts';
import { writeFailure } from './write-failure.ts';

type Input = {
  readonly source: DownloadSource;
  readonly toFile: string;
  readonly onProgress?: DownloadProgress;
  readonly signal?: AbortSignal | undefined;
};

type Saved = { readonly bytes: number };

/** Fetches a video into a file. The token goes along only where the address is the cloud's own. */
export async function download(caller: Caller, input: Input): Promise<Result<Saved, CloudError>> {
  const { source } = input;
  if (source.kind === 'url' && !URL.canParse(source.url)) return err({ kind: 'bad-answer', reason: 'unsafe-address' });
  const target =
    source.kind === 'url' ? source.url : `/api/render/proxy/${encodeURIComponent(source.renderId)}/download`;
  const request = { method: 'GET', target, headers: { accept: '*/*' }, signal: input.signal } as const;
  return caller.judged(request, async (answer, signal) => {
    if (!isFile(answer)) return refusalOf(answer, signal);
    return save(answer, input);
  });
}

function isFile(answer: HttpAnswer): boolean {
  const isPage = answer.contentType === 'text/html' || answer.contentType === 'application/json';
  return answer.status === 200 && !isPage;
}

async function refusalOf(answer: HttpAnswer, signal: AbortSignal | undefined): Promise<Result<Saved, CloudError>> {
  const json = await readEnvelope(answer, {}, signal);
  return json.ok ? err({ kind: 'bad-answer', reason: 'wrong-content-type' }) : json;
}

async function save(answer: HttpAnswer, input: Input): Promise<Result<Saved, CloudError>> {
  let file: FileHandle;
  try {
    file = await open(input.toFile, 'w');
  } catch (error) {
    answer.body.destroy();
    return err(writeFailure(error));
  }
  try {
    const received = await copy(answer, file, input);
    if (!received.ok) return received;
    await file.sync();
    return ok({ bytes: received.value });
  } catch (error) {
    return err(writeFailure(error));
  } finally {
    await file.close();
  }
}

/** Copies the body. A broken connection is a value; only what the disk does is thrown. */
async function copy(answer: HttpAnswer, file: FileHandle, input: Input): Promise<Result<number, CloudError>> {
  const chunks = answer.body[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  let received = 0;
  try {
    for (;;) {
      const next = await chunks.next().catch((error: unknown) => describeFailure(error, input.signal));
      if ('kind' in next) return err(shortBody(next, received, answer.contentLength));
      if (next.done === true) break;
      await file.writeFile(next.value);
      received += next.value.length;
      input.onProgress?.(received, answer.contentLength);
    }
  } finally {
    answer.body.destroy();
  }
  const expected = answer.contentLength ?? received;
  return received === expected ? ok(received) : err({ kind: 'incomplete', received, expected });
}

function shortBody(failure: CloudError, received: number, expected: number | null): CloudError {
  return failure.kind === 'interrupted' && expected !== null ? { kind: 'incomplete', received, expected } : failure;
}
