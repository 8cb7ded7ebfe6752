import type { DownloadSource } from '../cloud/answers.ts';
import type { CloudError } from '../cloud/errors.ts';
import type { ExportRecord } from '../state/stores.ts';
import { isPassing, pollPause, type Desk } from './desk.ts';

/** How often both ways to the file may fail before the user is told. Being offline does not count. */
const maxRounds = 5;
/** Some file systems keep times to two seconds only. */
const timeGrainMs = 2_000;

function partOf(record: ExportRecord): string {
  return `${record.targetPath}.part`;
}

/** Brings a finished render to its place on the disk. Null where the signal ended it. */
export async function deliver(desk: Desk, first: ExportRecord, signal: AbortSignal): Promise<ExportRecord | null> {
  const leave = await desk.targets.enter(first.targetPath, signal);
  if (leave === null) return null;
  try {
    const downloaded = first.job.state === 'downloading' ? await download(desk, first, signal) : first;
    return downloaded?.job.state === 'checking' ? await check(desk, downloaded) : downloaded;
  } finally {
    leave();
  }
}

/** Fetches the video into `<target>.part`, from the beginning, by the render's own address or else by the fallback. */
async function download(desk: Desk, record: ExportRecord, signal: AbortSignal): Promise<ExportRecord | null> {
  for (let rounds = 0; ;) {
    const mark = desk.alarm.mark();
    const got = await fetchPart(desk, record, signal);
    if (signal.aborted) {
      if (!desk.closing.aborted) await desk.files.remove(partOf(record));
      return null;
    }
    if (got.ok) return desk.book.advance(record, 'downloaded', { received: got.bytes, bytes: got.bytes });
    if (got.error.kind !== 'offline') rounds += 1;
    if (!isPassing(got.error) || rounds >= maxRounds) {
      await desk.files.remove(partOf(record));
      return desk.book.fail(record, desk.describe(got.error), { received: 0, bytes: null });
    }
    await pollPause(desk, mark, signal);
  }
}

type Got = { readonly ok: true; readonly bytes: number } | { readonly ok: false; readonly error: CloudError };

async function fetchPart(desk: Desk, record: ExportRecord, signal: AbortSignal): Promise<Got> {
  const fallback: DownloadSource = { kind: 'render', renderId: record.renderId ?? '' };
  if (record.outputUrl !== null) {
    const first = await fetchFrom(desk, record, { kind: 'url', url: record.outputUrl }, signal);
    if (signal.aborted || (!first.ok && isOurDisk(first.error))) return first;
    // An address that ran out may well answer with a page instead of the video.
    if (first.ok && (await desk.files.plays(partOf(record)))) return first;
  }
  return fetchFrom(desk, record, fallback, signal);
}

async function fetchFrom(desk: Desk, record: ExportRecord, source: DownloadSource, signal: AbortSignal): Promise<Got> {
  const onProgress = (received: number, total: number | null): void => {
    if (!signal.aborted) desk.book.progress(record, received, total);
  };
  const got = await desk.cloud.download({ source, toFile: partOf(record), onProgress, signal });
  return got.ok ? { ok: true, bytes: got.value.bytes } : got;
}

function isOurDisk(error: CloudError): boolean {
  return error.kind === 'disk-full' || error.kind === 'folder-read-only' || error.kind === 'not-written';
}

/** Checks the part, then renames it. A part that is gone was renamed by us just before the app ended, if the target shows it. */
async function check(desk: Desk, record: ExportRecord): Promise<ExportRecord> {
  const part = partOf(record);
  if ((await desk.files.look(part)) === null) {
    return (await isDelivered(desk, record)) ? desk.book.advance(record, 'delivered') : broken(desk, record);
  }
  if (!(await isWhole(desk, record, part))) {
    await desk.files.remove(part);
    return broken(desk, record);
  }
  const delivered = await desk.files.deliver(part, record.targetPath);
  if (delivered.ok) return desk.book.advance(record, 'delivered');
  await desk.files.remove(part);
  return desk.book.fail(record, delivered.error);
}

async function isWhole(desk: Desk, record: ExportRecord, path: string): Promise<boolean> {
  const found = await desk.files.look(path);
  return found !== null && found.bytes > 0 && found.bytes === record.job.bytes && (await desk.files.plays(path));
}

async function isDelivered(desk: Desk, record: ExportRecord): Promise<boolean> {
  const found = await desk.files.look(record.targetPath);
  if (found === null || found.changedAt < record.job.createdAt - timeGrainMs) return false;
  return isWhole(desk, record, record.targetPath);
}

/** The next try starts with a new render. */
function broken(desk: Desk, record: ExportRecord): ExportRecord {
  return desk.book.fail(record, { code: 'delivery-broken' }, { renderId: null, outputUrl: null });
}
