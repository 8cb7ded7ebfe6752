import { basename, dirname, join } from 'node:path';
import type { DeliveryCheck, DeliveryWarning } from '../../shared/domain/export-job.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { numberedName } from '../../shared/domain/file-name.ts';
import type { TaskAnswer } from '../../shared/media-worker-protocol.ts';
import type { Result } from '../../shared/result.ts';
import type { TrackKind } from '../../shared/domain/timeline.ts';
import { type DraftReading, readDraft } from '../drafts/draft-parser.ts';
import type { Inspection } from '../media/probe.ts';
import type { ExportRecord, PartRecord } from '../storage/stores.ts';
import { download, partPath, type DownloadRun } from './download.ts';
import type { PlaceProblem } from './files.ts';
import type { KeyedQueue } from './keyed-queue.ts';

/** Some file systems keep times to two seconds only. */
const timeGrainMs = 2_000;
/** A length may be off by the larger of these: ms, and a share of the draft's length. */
const toleranceMs = 500;
const toleranceShare = 0.02;

/** Looks through a whole file, frames and sound. Errors: `cannot-decode`; any other says nothing about the file. */
export type DetectBlank = (path: string) => Promise<Result<TaskAnswer<'detect-blank'>, Failure>>;

export type DeliverRun = DownloadRun & {
  /** Two exports to the same file come one after the other. */
  readonly targets: KeyedQueue;
  readonly detectBlank: DetectBlank;
};

/** Brings a finished render to its place on the disk. Null where the signal ended it. */
export function deliver(run: DeliverRun, first: ExportRecord): Promise<ExportRecord | null> {
  return run.targets.run(first.targetPath, run.signal, async () => {
    const record = first.job.state === 'checking' ? first : await download(run, first);
    return record?.job.state === 'checking' ? check(run, record) : record;
  });
}

/** Checks the part, then puts it in its place. A part that is gone was put there just before the app ended, if the target shows it. */
async function check(run: DeliverRun, record: ExportRecord): Promise<ExportRecord> {
  const { journal, files } = run;
  const { part } = record;
  const found = part === null ? null : await files.look(part.path);
  if (part === null || found === null) {
    return part !== null && (await isDelivered(run, record, part))
      ? saved(run, record, await files.inspect(record.targetPath))
      : journal.transition(record, 'refetch', { part: null, received: 0 });
  }
  const inspection = await files.inspect(part.path);
  if (found.bytes !== record.job.bytes || inspection.kind === 'cut-off' || inspection.kind === 'page') {
    await files.remove(part.path);
    // The next try starts with a new render.
    return journal.fail(record, { code: 'delivery-broken' }, { renderId: null, outputUrl: null, part: null });
  }
  return place(run, record, part, inspection);
}

/** Replaces no file that the user has not agreed to lose: writes the next free name down before it takes it. */
async function place(
  run: DeliverRun,
  first: ExportRecord,
  firstPart: PartRecord,
  inspection: Inspection,
): Promise<ExportRecord> {
  const { journal, files } = run;
  let [record, part] = [first, firstPart];
  const chosen = basename(record.targetPath);
  for (let n = 2; ;) {
    const placed = await files.place(part.path, record.targetPath, record.replaces);
    if (placed.ok && placed.value === 'placed') return saved(run, record, inspection);
    if (placed.ok) {
      record = journal.patch(record, { targetPath: join(dirname(record.targetPath), numberedName(chosen, n)) });
      n += 1;
    } else if (placed.error.kind === 'elsewhere') {
      const path = partPath(record.targetPath, record.job.id);
      const moved = path === part.path ? placed : await files.move(part.path, path);
      if (!moved.ok) return journal.fail(record, failureOf(run, moved.error));
      part = { ...part, path };
      record = journal.patch(record, { part });
    } else {
      return journal.fail(record, failureOf(run, placed.error));
    }
  }
}

/** `elsewhere` is left over only where a disk refuses what it gave: told as a place that cannot be written. */
function failureOf({ describe }: DeliverRun, error: PlaceProblem): Failure {
  return error.kind === 'elsewhere' ? { code: 'folder-read-only' } : describe(error);
}

function saved({ journal }: DeliverRun, record: ExportRecord, inspection: Inspection): ExportRecord {
  const draft = readDraft(journal.draft(record.job.id));
  const check = deliveryCheck(inspection, record.job.bytes ?? 0, draft);
  return journal.transition(record, 'delivered', { check, part: null });
}

/** Known again by its size and by the time of its last change, which a rename leaves alone. */
async function isDelivered({ files }: DeliverRun, record: ExportRecord, part: PartRecord): Promise<boolean> {
  const found = await files.look(record.targetPath);
  if (found === null || part.wholeAt === null || found.bytes !== part.bytes) return false;
  return Math.abs(found.changedAt - part.wholeAt) <= timeGrainMs;
}

/** What can be said at once of a delivered file of `bytes`, against the draft that was rendered. */
export function deliveryCheck(found: Inspection, bytes: number, draft: DraftReading): DeliveryCheck {
  if (found.kind !== 'plays') {
    const unknown = { durationMs: 0, width: 0, height: 0, videoCodec: null, audioCodec: null };
    return { ...unknown, bytes, warnings: ['unchecked'], watched: false };
  }
  const { durationMs, width, height, videoCodec, audioCodec, hasVideo, hasAudio } = found.probe;
  const has = (kind: TrackKind): boolean => draft.tracks.some((track) => track.kind === kind);
  const tolerance = Math.max(toleranceMs, draft.durationMs * toleranceShare);
  const isOff = draft.durationMs > 0 && Math.abs(durationMs - draft.durationMs) > tolerance;
  const warnings: readonly (DeliveryWarning | false)[] = [
    has('video') && !hasVideo && 'no-video',
    has('audio') && !hasAudio && 'no-audio',
    isOff && 'length',
  ];
  const given = warnings.filter((warning) => warning !== false);
  return { durationMs, bytes, width, height, videoCodec, audioCodec, warnings: given, watched: false };
}

/**
 * Decodes a saved file and adds what only its frames and sound show. The export stays saved either way; what kept the file from
 * being decoded is tried again after the next start.
 */
export async function checkForBlank(
  run: Pick<DeliverRun, 'journal' | 'files' | 'detectBlank' | 'closing'>,
  id: string,
) {
  const { journal, files, detectBlank, closing } = run;
  const record = journal.get(id);
  const check = record?.job.check ?? null;
  if (record?.job.state !== 'saved' || check === null || check.watched) return;
  if ((await files.look(record.targetPath)) === null || closing.aborted) return;
  const seen = await detectBlank(record.targetPath);
  if (closing.aborted || (!seen.ok && seen.error.code !== 'cannot-decode')) return;
  const blank = (['black', 'silent'] as const).filter((name) => seen.ok && seen.value[name]);
  journal.patch(record, { check: { ...check, watched: true, warnings: [...check.warnings, ...blank] } });
}
