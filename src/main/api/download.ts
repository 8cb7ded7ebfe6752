import { open, type FileHandle } from 'node:fs/promises';
import { err, ok, type Result } from '../../shared/result.ts';
import type { DownloadProgress, DownloadSource } from './answers.ts';
import type { Caller } from './caller.ts';
import { copyBody } from './copy-body.ts';
import { dropBody } from './drop-body.ts';
import type { CloudError } from './errors.ts';
import { openFile } from './open-file.ts';
import { writeFailure } from './write-failure.ts';

type Input = {
  readonly source: DownloadSource;
  readonly toFile: string;
  readonly onProgress?: DownloadProgress;
  readonly signal?: AbortSignal | undefined;
};

type Saved = { readonly bytes: number };

/** Fetches a video into a file, from the beginning. */
export async function download(caller: Caller, input: Input): Promise<Result<Saved, CloudError>> {
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
