import { dirname } from 'node:path';
import { err, type Result } from '../../shared/result.ts';
import type { DownloadSource } from '../api/answers.ts';
import type { CloudError, CloudErrorKind } from '../api/errors.ts';
import type { ExportRecord, PartRecord } from '../storage/stores.ts';
import { isPassing, nextBackoff, pollPause, type ExportContext } from './context.ts';
import { steady } from './backoff.ts';
import { partPath } from './part-path.ts';

/** How often in a row both ways to the file may bring nothing new before the user is told. Being offline does not count. */
const maxRounds = 5;

/**
 * Brings the finished render into the export's part, from where an earlier try ended. Null where the signal ended it. What has arrived
 * is kept when it fails, so that another try goes on from there.
 */
export async function download(
  context: ExportContext,
  first: ExportRecord,
  signal: AbortSignal,
): Promise<ExportRecord | null> {
  const prepared = await preparePart(context, first);
  if (!prepared.ok) return context.journal.fail(first, context.describe(prepared.error));
  let record = context.journal.note(first, { part: prepared.value });
  let backoff = steady;
  for (let rounds = 0; ;) {
    const mark = context.sleep.mark();
    const before = record.part?.safeBytes ?? 0;
    const got = await fetchRender(context, record, rounds % 2 === 1, signal);
    if (signal.aborted) return null;
    // With what was noted on the way: the part, a fresh address.
    record = context.journal.get(record.job.id) ?? record;
    if (got.ok) {
      const { bytes } = got.value;
      return context.journal.advance(record, 'downloaded', { part: got.value, received: bytes ?? 0, bytes });
    }
    const moved = (record.part?.safeBytes ?? 0) > before;
    if (moved) rounds = 0;
    else if (got.error.kind !== 'offline' && got.error.kind !== 'rate-limited') rounds += 1;
    if (!isPassing(got.error) || rounds >= maxRounds) return giveUp(context, record, got.error);
    backoff = moved ? steady : nextBackoff(backoff, got.error);
    if (!(await pollPause(context, mark, signal, backoff))) return null;
  }
}

/** A video that the cloud no longer has is rendered anew by the next try. */
function giveUp(context: ExportContext, record: ExportRecord, error: CloudError): ExportRecord {
  const kept = { received: record.part?.safeBytes ?? 0 };
  if (!isRefused(error)) return context.journal.fail(record, context.describe(error), kept);
  return context.journal.fail(record, { code: 'video-gone' }, { ...kept, renderId: null, outputUrl: null });
}

/** The part to go on with: the one of an earlier try, moved along where the user has chosen another folder; else a new one. */
async function preparePart(context: ExportContext, record: ExportRecord): Promise<Result<PartRecord, CloudError>> {
  const path = partPath(record.targetPath, record.job.id);
  const fresh = { path, validator: null, bytes: null, safeBytes: 0, wholeAt: null };
  const problem = await context.files.folderProblem(path);
  if (problem !== null) return err(problem);
  const { part } = record;
  if (part === null || (await context.files.look(part.path)) === null) return { ok: true, value: fresh };
  if (dirname(part.path) === dirname(path)) return { ok: true, value: part };
  const moved = await context.files.move(part.path, path);
  return moved.ok ? { ok: true, value: { ...part, path } } : moved;
}

type Got = Result<PartRecord, CloudError>;

/**
 * One round: the render's own address, and where that has run out a fresh one, then the fallback of the contract. A connection that
 * breaks ends the round; every other round begins with the fallback, in case only the address is out of reach.
 */
async function fetchRender(
  context: ExportContext,
  record: ExportRecord,
  fallbackFirst: boolean,
  signal: AbortSignal,
): Promise<Got> {
  const { part } = record;
  if (part !== null && part.wholeAt !== null) {
    const found = await context.files.look(part.path);
    if (found !== null && found.bytes === part.bytes) return { ok: true, value: part };
  }
  const fallback: DownloadSource = { kind: 'render', renderId: record.renderId ?? '' };
  if (record.outputUrl !== null && !fallbackFirst) {
    const byUrl = await fetchVideo(context, record, { kind: 'url', url: record.outputUrl }, signal);
    if (signal.aborted || byUrl.ok || !isRefused(byUrl.error)) return byUrl;
    const fresh = await freshUrl(context, record, signal);
    if (fresh !== null) {
      const again = await fetchVideo(context, fresh, { kind: 'url', url: fresh.outputUrl ?? '' }, signal);
      if (signal.aborted || again.ok || !isRefused(again.error)) return again;
    }
  }
  return fetchVideo(context, record, fallback, signal);
}

/** Another address for the same render, written down; null where the cloud has none. */
async function freshUrl(
  context: ExportContext,
  record: ExportRecord,
  signal: AbortSignal,
): Promise<ExportRecord | null> {
  const status = await context.cloud.renderStatus({ renderId: record.renderId ?? '', signal });
  if (signal.aborted || !status.ok || status.value.outputUrl === null) return null;
  const { outputUrl } = status.value;
  return outputUrl === record.outputUrl ? null : context.journal.note(record, { outputUrl });
}

/** Fetches, and looks at what came: a page under a video's name is a refusal, and a cut off video did not arrive. */
async function fetchVideo(
  context: ExportContext,
  record: ExportRecord,
  source: DownloadSource,
  signal: AbortSignal,
): Promise<Got> {
  const part = context.journal.get(record.job.id)?.part ?? record.part;
  if (part === null) return err({ kind: 'folder-gone' });
  const got = await context.fetchPart({
    source,
    part,
    onPart: (now) => void context.journal.note(record, { part: now }),
    onProgress: (received, total) => {
      if (!signal.aborted) context.journal.progress(record, received, total);
    },
    signal,
  });
  if (!got.ok || signal.aborted) return got;
  const { kind } = await context.files.inspect(got.value.path);
  if (kind === 'plays' || kind === 'unreadable') return got;
  // Nothing of it is of use: the next one starts over.
  context.journal.note(record, { part: { ...got.value, validator: null, safeBytes: 0, wholeAt: null } });
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
