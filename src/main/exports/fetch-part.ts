import { type FileHandle, open, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import type { OpenedFile } from '../api/answers.ts';
import type { Cloud } from '../api/cloud.ts';
import { copyBody, dropBody } from '../api/download.ts';
import type { CloudError } from '../api/errors.ts';
import { writeFailure } from '../api/failures.ts';
import type { PartRecord } from '../storage/stores.ts';
import type { FetchPart } from './context.ts';

/** How often what has arrived is flushed and noted, ms: so much of it a power cut can cost. */
const safeEveryMs = 5_000;
/** To be left free on the disk, in bytes: a full one harms more than a late video. */
const spareBytes = 16 * 1024 * 1024;

/** Free bytes for this user on the disk of a folder; null where the system does not say. */
export type FreeBytes = (folder: string) => Promise<number | null>;

export const freeBytesOf: FreeBytes = async (folder) => {
  const stats = await statfs(folder).catch(() => null);
  return stats === null ? null : stats.bavail * stats.bsize;
};

/** Fetches over the wire onto the disk. What is noted as safe has been flushed before. */
export function createFetchPart(openFile: Cloud['openFile'], freeBytes: FreeBytes = freeBytesOf): FetchPart {
  return async ({ source, part, onPart, onProgress, signal }) => {
    const { validator } = part;
    const offset = validator === null ? 0 : await safeLength(part);
    const resume = validator === null || offset === 0 ? null : { offset, validator };
    const opened = await openFile({ source, resume, signal });
    if (!opened.ok) return opened;
    const short = await shortage(part.path, opened.value, freeBytes);
    if (short !== null) {
      dropBody(opened.value.body);
      return err(short);
    }
    return save(part.path, opened.value, {
      onPart,
      onProgress: (received) => onProgress(received, opened.value.bytes),
      signal,
    });
  };
}

/** What lies behind the safe bytes may be noise after a power cut. */
async function safeLength({ path, safeBytes }: PartRecord): Promise<number> {
  const found = await stat(path).catch(() => null);
  return found !== null && found.size >= safeBytes ? safeBytes : 0;
}

async function shortage(path: string, { bytes, offset }: OpenedFile, freeBytes: FreeBytes): Promise<CloudError | null> {
  const free = bytes === null ? null : await freeBytes(dirname(path));
  if (bytes === null || free === null) return null;
  const needed = bytes - offset + spareBytes;
  return free < needed ? { kind: 'disk-short', needed, free } : null;
}

type Telling = {
  readonly onPart: (part: PartRecord) => void;
  readonly onProgress: (received: number) => void;
  readonly signal: AbortSignal;
};

async function save(
  path: string,
  { body, offset, bytes, validator }: OpenedFile,
  { onPart, onProgress, signal }: Telling,
): Promise<Result<PartRecord, CloudError>> {
  const partAt = (safeBytes: number): PartRecord => ({ path, validator, bytes, safeBytes, wholeAt: null });
  const leftover = (await stat(path).catch(() => null)) !== null;
  let file: FileHandle;
  try {
    file = await open(path, offset === 0 ? 'w' : 'r+');
  } catch (error) {
    dropBody(body);
    return err(writeFailure(error));
  }
  try {
    // Emptied for certain before it is written down under the new validator: two files must never be joined.
    if (offset === 0 && leftover) await file.sync();
    onPart(partAt(offset));
    const safety = createSafety(file, (written) => onPart(partAt(written)));
    const copied = await copyBody({
      body,
      file,
      offset,
      bytes,
      signal,
      onProgress: (written) => {
        onProgress(written);
        safety.reached(written);
      },
    });
    const safe = await safety.end();
    if (!copied.ok) return copied;
    await file.truncate(copied.value);
    await file.sync();
    const { mtimeMs } = await file.stat();
    return ok({ ...partAt(Math.max(safe, copied.value)), bytes: copied.value, wholeAt: mtimeMs });
  } catch (error) {
    dropBody(body);
    return err(writeFailure(error));
  } finally {
    await file.close();
  }
}

type Safety = {
  /** So much of the file was handed to the disk. */
  readonly reached: (written: number) => void;
  /** Flushes the rest as well; gives how much is safe. */
  readonly end: () => Promise<number>;
};

/** Flushes beside the download, now and then, and notes how far. */
function createSafety(file: FileHandle, note: (written: number) => void): Safety {
  let [last, safe, written] = [performance.now(), 0, 0];
  let flight: Promise<void> | null = null;
  const flush = async (): Promise<void> => {
    const upTo = written;
    await file.datasync();
    safe = upTo;
    note(upTo);
    [last, flight] = [performance.now(), null];
  };
  return {
    reached: (now) => {
      written = now;
      if (flight !== null || performance.now() - last < safeEveryMs) return;
      flight = flush();
      // Seen at the end.
      flight.catch(() => undefined);
    },
    end: async () => {
      await flight;
      if (written > safe) await flush();
      return safe;
    },
  };
}
