import { type FileHandle, open, stat, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { cutToBytes } from '../../shared/domain/file-name.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { DownloadProgress, DownloadSource, OpenedFile } from '../api/answers.ts';
import { isPassing } from '../api/ask-until.ts';
import type { Cloud } from '../api/cloud.ts';
import { copyBody, dropBody } from '../api/download.ts';
import type { CloudError, CloudErrorKind } from '../api/errors.ts';
import { writeFailure } from '../api/failures.ts';
import type { ExportRecord, PartRecord } from '../storage/stores.ts';
import type { ExportFiles } from './files.ts';
import type { ExportRun } from './journal.ts';

/** After so many rounds in a row without a new byte the export fails. Being offline does not count. */
const maxRounds = 5;
/** How often what has arrived is flushed and noted, ms: so much of it a power cut can cost. */
const safeEveryMs = 5_000;
/** To be left free on the disk, in bytes: a full one harms more than a late video. */
const spareBytes = 16 * 1024 * 1024;
/** Some encrypted file systems take no names beyond 143 bytes. */
const maxNameBytes = 100;

export type DownloadRun = ExportRun & {
  readonly cloud: Pick<Cloud, 'renderStatus'>;
  readonly fetchPart: FetchPart;
  readonly files: ExportFiles;
};

/** Fetches a file into `part.path`, from where the part on the disk ends, or from the beginning. Gives the part when it is whole. */
export type FetchPart = (input: {
  readonly source: DownloadSource;
  readonly part: PartRecord;
  /** To be written down before it returns: what a later try may rely on. */
  readonly onPart: (part: PartRecord) => void;
  readonly onProgress: DownloadProgress;
  readonly signal: AbortSignal;
}) => Promise<Result<PartRecord, CloudError>>;

/**
 * Downloads the finished render, going on where an earlier try ended; a failed download keeps its bytes for the next try. Null:
 * the signal ended it.
 */
export async function download(run: DownloadRun, first: ExportRecord): Promise<ExportRecord | null> {
  const { journal, signal } = run;
  const prepared = await preparePart(run, first);
  if (!prepared.ok) return journal.fail(first, run.describe(prepared.error));
  let record = journal.patch(first, { part: prepared.value });
  let rounds = 0;

  /** Null: the connection broke, but something new had come. */
  const ask = async (): Promise<Result<PartRecord | null, CloudError>> => {
    const before = record.part?.safeBytes ?? 0;
    const got = await fetchRender(run, record, rounds % 2 === 1);
    // With what was noted on the way: the part, a fresh address.
    record = journal.get(record.job.id) ?? record;
    const isNew = (record.part?.safeBytes ?? 0) > before;
    return !got.ok && isNew && isPassing(got.error) ? ok(null) : got;
  };

  return run.askUntil({
    ask,
    settle: (got) => {
      if (got.ok && got.value !== null) {
        const { bytes } = got.value;
        return journal.transition(record, 'downloaded', { part: got.value, received: bytes ?? 0, bytes });
      }
      if (got.ok) rounds = 0;
      else if (got.error.kind !== 'offline' && got.error.kind !== 'rate-limited') rounds += 1;
      return got.ok || (isPassing(got.error) && rounds < maxRounds) ? undefined : giveUp(run, record, got.error);
    },
    signal,
  });
}

/** A video that the cloud no longer has is rendered anew by the next try. */
function giveUp({ journal, describe }: DownloadRun, record: ExportRecord, error: CloudError): ExportRecord {
  const kept = { received: record.part?.safeBytes ?? 0 };
  if (!isRefused(error)) return journal.fail(record, describe(error), kept);
  return journal.fail(record, { code: 'video-gone' }, { ...kept, renderId: null, outputUrl: null });
}

/** The part to go on with: the one of an earlier try, moved along where the user has chosen another folder; else a new one. */
async function preparePart({ files }: DownloadRun, record: ExportRecord): Promise<Result<PartRecord, CloudError>> {
  const path = partPath(record.targetPath, record.job.id);
  const problem = await files.folderProblem(path);
  if (problem !== null) return err(problem);
  const { part } = record;
  if (part === null || (await files.look(part.path)) === null)
    return ok({ path, validator: null, bytes: null, safeBytes: 0, wholeAt: null });
  if (dirname(part.path) === dirname(path)) return ok(part);
  const moved = await files.move(part.path, path);
  return moved.ok ? ok({ ...part, path }) : moved;
}

/**
 * Where an export's file grows: hidden, beside its target, under a name that is no other file's. `.<name>.<beginning of its id>.part`
 */
export function partPath(targetPath: string, exportId: string): string {
  const name = cutToBytes(basename(targetPath), maxNameBytes);
  return join(dirname(targetPath), `.${name}.${exportId.slice(0, 8)}.part`);
}

type Got = Result<PartRecord, CloudError>;

/**
 * One round: the render's address, then a fresh one if it has expired, then the contract's fallback. A broken connection ends the
 * round; every other round begins with the fallback, in case only the address is out of reach.
 */
async function fetchRender(run: DownloadRun, record: ExportRecord, fallbackFirst: boolean): Promise<Got> {
  const { part, outputUrl } = record;
  if (part !== null && part.wholeAt !== null) {
    const found = await run.files.look(part.path);
    if (found !== null && found.bytes === part.bytes) return ok(part);
  }
  if (outputUrl !== null && !fallbackFirst) {
    const byUrl = await fetchVideo(run, record, { kind: 'url', url: outputUrl });
    if (run.signal.aborted || byUrl.ok || !isRefused(byUrl.error)) return byUrl;
    const fresh = await freshUrl(run, record);
    const again = fresh === null ? null : await fetchVideo(run, record, { kind: 'url', url: fresh });
    if (again !== null && (run.signal.aborted || again.ok || !isRefused(again.error))) return again;
  }
  return fetchVideo(run, record, { kind: 'render', renderId: record.renderId ?? '' });
}

/** Another address for the same render, written down; null where the cloud has none. */
async function freshUrl({ cloud, journal, signal }: DownloadRun, record: ExportRecord): Promise<string | null> {
  const status = await cloud.renderStatus({ renderId: record.renderId ?? '', signal });
  const outputUrl = status.ok ? status.value.outputUrl : null;
  if (signal.aborted || outputUrl === null || outputUrl === record.outputUrl) return null;
  journal.patch(record, { outputUrl });
  return outputUrl;
}

/** Fetches, and looks at what came: a page under a video's name is a refusal, and a cut off video did not arrive. */
async function fetchVideo(run: DownloadRun, record: ExportRecord, source: DownloadSource): Promise<Got> {
  const { journal, signal } = run;
  const part = journal.get(record.job.id)?.part ?? record.part;
  if (part === null) return err({ kind: 'folder-gone' });
  const got = await run.fetchPart({
    source,
    part,
    onPart: (now) => void journal.patch(record, { part: now }),
    onProgress: (received, total) => {
      if (!signal.aborted) journal.progress(record, received, total);
    },
    signal,
  });
  if (!got.ok || signal.aborted) return got;
  const { kind } = await run.files.inspect(got.value.path);
  if (kind === 'plays' || kind === 'unreadable') return got;
  // Nothing of it is of use: the next one starts over.
  journal.patch(record, { part: { ...got.value, validator: null, safeBytes: 0, wholeAt: null } });
  return err({ kind: 'bad-answer', reason: kind === 'page' ? 'wrong-content-type' : 'unknown-shape' });
}

const refusing: ReadonlySet<CloudErrorKind> = new Set(['bad-answer', 'session-lost', 'export-blocked', 'refused']);
/** That a server is busy, or a question took too long, says nothing about the address. */
const busyStatus: ReadonlySet<number> = new Set([408, 425, 429]);

/** The address does not lead to the video (any more). */
function isRefused(error: CloudError): boolean {
  if (error.kind === 'server') return error.status >= 400 && error.status < 500 && !busyStatus.has(error.status);
  return refusing.has(error.kind);
}

/** Free bytes for this user on the disk of a folder; null where the system does not say. */
type FreeBytes = (folder: string) => Promise<number | null>;

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
    return save(part.path, opened.value, { onPart, onProgress, signal });
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

async function save(
  path: string,
  { body, offset, bytes, validator }: OpenedFile,
  { onPart, onProgress, signal }: Pick<Parameters<FetchPart>[0], 'onPart' | 'onProgress' | 'signal'>,
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
        onProgress(written, bytes);
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

/** Flushes beside the download, now and then, and notes how far. */
function createSafety(file: FileHandle, note: (written: number) => void) {
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
    /** So much of the file was handed to the disk. */
    reached: (now: number): void => {
      written = now;
      if (flight !== null || performance.now() - last < safeEveryMs) return;
      flight = flush();
      // Seen at the end.
      flight.catch(() => undefined);
    },
    /** Flushes the rest as well; gives how much is safe. */
    end: async (): Promise<number> => {
      await flight;
      if (written > safe) await flush();
      return safe;
    },
  };
}
