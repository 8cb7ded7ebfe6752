import { dirname } from 'node:path';
import { err, type Result } from '../../shared/result.ts';
import type { DownloadSource } from '../api/answers.ts';
import type { CloudError, CloudErrorKind } from '../api/errors.ts';
import type { ExportRecord, PartRecord } from '../storage/stores.ts';
import { isPassing, nextPace, pollPause, type Desk } from './context.ts';
import { steady } from './backoff.ts';
import { partPath } from './part-path.ts';

/** How often in a row both ways to the file may bring nothing new before the user is told. Being offline does not count. */
const maxRounds = 5;

/**
 * Brings the finished render into the export's part, from where an earlier try ended. Null where the signal ended it. What has arrived
 * is kept when it fails, so that another try goes on from there.
 */
export async function download(desk: Desk, first: ExportRecord, signal: AbortSignal): Promise<ExportRecord | null> {
  const prepared = await preparePart(desk, first);
  if (!prepared.ok) return desk.book.fail(first, desk.describe(prepared.error));
  let record = desk.book.note(first, { part: prepared.value });
  let pace = steady;
  for (let rounds = 0; ;) {
    const mark = desk.alarm.mark();
    const before = record.part?.safeBytes ?? 0;
    const got = await fetchRender(desk, record, rounds % 2 === 1, signal);
    if (signal.aborted) return null;
    // With what was noted on the way: the part, a fresh address.
    record = desk.book.get(record.job.id) ?? record;
    if (got.ok) {
      const { bytes } = got.value;
      return desk.book.advance(record, 'downloaded', { part: got.value, received: bytes ?? 0, bytes });
    }
    const moved = (record.part?.safeBytes ?? 0) > before;
    if (moved) rounds = 0;
    else if (got.error.kind !== 'offline' && got.error.kind !== 'rate-limited') rounds += 1;
    if (!isPassing(got.error) || rounds >= maxRounds) return giveUp(desk, record, got.error);
    pace = moved ? steady : nextPace(pace, got.error);
    if (!(await pollPause(desk, mark, signal, pace))) return null;
  }
}

/** A video that the cloud no longer has is rendered anew by the next try. */
function giveUp(desk: Desk, record: ExportRecord, error: CloudError): ExportRecord {
  const kept = { received: record.part?.safeBytes ?? 0 };
  if (!isRefused(error)) return desk.book.fail(record, desk.describe(error), kept);
  return desk.book.fail(record, { code: 'video-gone' }, { ...kept, renderId: null, outputUrl: null });
}

/** The part to go on with: the one of an earlier try, moved along where the user has chosen another folder; else a new one. */
async function preparePart(desk: Desk, record: ExportRecord): Promise<Result<PartRecord, CloudError>> {
  const path = partPath(record.targetPath, record.job.id);
  const fresh = { path, validator: null, bytes: null, safeBytes: 0, wholeAt: null };
  const problem = await desk.files.folderProblem(path);
  if (problem !== null) return err(problem);
  const { part } = record;
  if (part === null || (await desk.files.look(part.path)) === null) return { ok: true, value: fresh };
  if (dirname(part.path) === dirname(path)) return { ok: true, value: part };
  const moved = await desk.files.move(part.path, path);
  return moved.ok ? { ok: true, value: { ...part, path } } : moved;
}

type Got = Result<PartRecord, CloudError>;

/**
 * One round: the render's own address, and where that has run out a fresh one, then the fallback of the contract. A connection that
 * breaks ends the round; every other round begins with the fallback, in case only the address is out of reach.
 */
async function fetchRender(
  desk: Desk,
  record: ExportRecord,
  fallbackFirst: boolean,
  signal: AbortSignal,
): Promise<Got> {
  const { part } = record;
  if (part !== null && part.wholeAt !== null) {
    const found = await desk.files.look(part.path);
    if (found !== null && found.bytes === part.bytes) return { ok: true, value: part };
  }
  const fallback: DownloadSource = { kind: 'render', renderId: record.renderId ?? '' };
  if (record.outputUrl !== null && !fallbackFirst) {
    const byUrl = await fetchVideo(desk, record, { kind: 'url', url: record.outputUrl }, signal);
    if (signal.aborted || byUrl.ok || !isRefused(byUrl.error)) return byUrl;
    const fresh = await freshUrl(desk, record, signal);
    if (fresh !== null) {
      const again = await fetchVideo(desk, fresh, { kind: 'url', url: fresh.outputUrl ?? '' }, signal);
      if (signal.aborted || again.ok || !isRefused(again.error)) return again;
    }
  }
  return fetchVideo(desk, record, fallback, signal);
}

/** Another address for the same render, written down; null where the cloud has none. */
async function freshUrl(desk: Desk, record: ExportRecord, signal: AbortSignal): Promise<ExportRecord | null> {
  const status = await desk.cloud.renderStatus({ renderId: record.renderId ?? '', signal });
  if (signal.aborted || !status.ok || status.value.outputUrl === null) return null;
  const { outputUrl } = status.value;
  return outputUrl === record.outputUrl ? null : desk.book.note(record, { outputUrl });
}

/** Fetches, and looks at what came: a page under a video's name is a refusal, and a cut off video did not arrive. */
async function fetchVideo(desk: Desk, record: ExportRecord, source: DownloadSource, signal: AbortSignal): Promise<Got> {
  const part = desk.book.get(record.job.id)?.part ?? record.part;
  if (part === null) return err({ kind: 'folder-gone' });
  const got = await desk.fetchPart({
    source,
    part,
    onPart: (now) => void desk.book.note(record, { part: now }),
    onProgress: (received, total) => {
      if (!signal.aborted) desk.book.progress(record, received, total);
    },
    signal,
  });
  if (!got.ok || signal.aborted) return got;
  const { kind } = await desk.files.inspect(got.value.path);
  if (kind === 'plays' || kind === 'unreadable') return got;
  // Nothing of it is of use: the next one starts over.
  desk.book.note(record, { part: { ...got.value, validator: null, safeBytes: 0, wholeAt: null } });
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
