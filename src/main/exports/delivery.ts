import { basename, dirname, join } from 'node:path';
import type { Failure } from '../../shared/domain/failure.ts';
import { numberedName } from '../../shared/domain/file-name.ts';
import { readDraft } from '../drafts/reader.ts';
import type { Inspection } from '../media/inspect.ts';
import type { ExportRecord, PartRecord } from '../storage/stores.ts';
import type { ExportContext } from './context.ts';
import { download } from './download.ts';
import type { PlaceProblem } from './files.ts';
import { partPath } from './part-path.ts';
import { verdict } from './verdict.ts';

/** Some file systems keep times to two seconds only. */
const timeGrainMs = 2_000;

/** Brings a finished render to its place on the disk. Null where the signal ended it. */
export async function deliver(
  context: ExportContext,
  first: ExportRecord,
  signal: AbortSignal,
): Promise<ExportRecord | null> {
  const interchange = await context.targets.enter(first.targetPath, signal);
  if (interchange === null) return null;
  try {
    if (first.job.state === 'checking') return await check(context, first);
    const downloaded = await download(context, first, signal);
    return downloaded?.job.state === 'checking' ? await check(context, downloaded) : downloaded;
  } finally {
    interchange();
  }
}

/** Checks the part, then puts it in its place. A part that is gone was put there just before the app ended, if the target shows it. */
async function check(context: ExportContext, record: ExportRecord): Promise<ExportRecord> {
  const { part } = record;
  const found = part === null ? null : await context.files.look(part.path);
  if (part === null || found === null) {
    return part !== null && (await isDelivered(context, record, part))
      ? saved(context, record, await context.files.inspect(record.targetPath))
      : context.journal.advance(record, 'refetch', { part: null, received: 0 });
  }
  const inspection = await context.files.inspect(part.path);
  if (found.bytes !== record.job.bytes || inspection.kind === 'cut-off' || inspection.kind === 'page') {
    await context.files.remove(part.path);
    return broken(context, record);
  }
  return place(context, record, part, inspection);
}

/** Never over a file that the user has not agreed to lose: the next free name is written down before it is taken. */
async function place(
  context: ExportContext,
  first: ExportRecord,
  firstPart: PartRecord,
  inspection: Inspection,
): Promise<ExportRecord> {
  let [record, part] = [first, firstPart];
  const chosen = basename(record.targetPath);
  for (let n = 2; ;) {
    const placed = await context.files.place(part.path, record.targetPath, record.replaces);
    if (placed.ok && placed.value === 'placed') return saved(context, record, inspection);
    if (placed.ok) {
      record = context.journal.note(record, { targetPath: join(dirname(record.targetPath), numberedName(chosen, n)) });
      n += 1;
    } else if (placed.error.kind === 'elsewhere') {
      const path = partPath(record.targetPath, record.job.id);
      const moved = path === part.path ? placed : await context.files.move(part.path, path);
      if (!moved.ok) return context.journal.fail(record, failureOf(context, moved.error));
      part = { ...part, path };
      record = context.journal.note(record, { part });
    } else {
      return context.journal.fail(record, failureOf(context, placed.error));
    }
  }
}

/** `elsewhere` is left over only where a disk refuses what it gave: told as a place that cannot be written. */
function failureOf(context: ExportContext, error: PlaceProblem): Failure {
  return error.kind === 'elsewhere' ? { code: 'folder-read-only' } : context.describe(error);
}

function saved(context: ExportContext, record: ExportRecord, inspection: Inspection): ExportRecord {
  const draft = readDraft(context.journal.draft(record.job.id));
  const info = verdict(inspection, record.job.bytes ?? 0, draft);
  return context.journal.advance(record, 'delivered', { check: info, part: null });
}

/** Known again by its size and by the time of its last change, which a rename leaves alone. */
async function isDelivered(
  context: ExportContext,
  record: ExportRecord,
  { wholeAt, bytes }: PartRecord,
): Promise<boolean> {
  const found = await context.files.look(record.targetPath);
  return (
    found !== null && wholeAt !== null && found.bytes === bytes && Math.abs(found.changedAt - wholeAt) <= timeGrainMs
  );
}

/** The next try starts with a new render. */
function broken(context: ExportContext, record: ExportRecord): ExportRecord {
  return context.journal.fail(record, { code: 'delivery-broken' }, { renderId: null, outputUrl: null, part: null });
}
