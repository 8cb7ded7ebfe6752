import { basename, dirname, join } from 'node:path';
import type { Failure } from '../../shared/domain/failure.ts';
import { numberedName } from '../../shared/domain/file-name.ts';
import { readDraft } from '../drafts/reader.ts';
import type { Inspection } from '../media/inspect.ts';
import type { ExportRecord, PartRecord } from '../storage/stores.ts';
import type { Desk } from './context.ts';
import { download } from './download.ts';
import type { PlaceProblem } from './files.ts';
import { partPath } from './part-path.ts';
import { verdict } from './verdict.ts';

/** Some file systems keep times to two seconds only. */
const timeGrainMs = 2_000;

/** Brings a finished render to its place on the disk. Null where the signal ended it. */
export async function deliver(desk: Desk, first: ExportRecord, signal: AbortSignal): Promise<ExportRecord | null> {
  const leave = await desk.targets.enter(first.targetPath, signal);
  if (leave === null) return null;
  try {
    if (first.job.state === 'checking') return await check(desk, first);
    const downloaded = await download(desk, first, signal);
    return downloaded?.job.state === 'checking' ? await check(desk, downloaded) : downloaded;
  } finally {
    leave();
  }
}

/** Checks the part, then puts it in its place. A part that is gone was put there just before the app ended, if the target shows it. */
async function check(desk: Desk, record: ExportRecord): Promise<ExportRecord> {
  const { part } = record;
  const found = part === null ? null : await desk.files.look(part.path);
  if (part === null || found === null) {
    return part !== null && (await isDelivered(desk, record, part))
      ? saved(desk, record, await desk.files.inspect(record.targetPath))
      : desk.book.advance(record, 'refetch', { part: null, received: 0 });
  }
  const inspection = await desk.files.inspect(part.path);
  if (found.bytes !== record.job.bytes || inspection.kind === 'cut-off' || inspection.kind === 'page') {
    await desk.files.remove(part.path);
    return broken(desk, record);
  }
  return place(desk, record, part, inspection);
}

/** Never over a file that the user has not agreed to lose: the next free name is written down before it is taken. */
async function place(
  desk: Desk,
  first: ExportRecord,
  firstPart: PartRecord,
  inspection: Inspection,
): Promise<ExportRecord> {
  let [record, part] = [first, firstPart];
  const chosen = basename(record.targetPath);
  for (let n = 2; ;) {
    const placed = await desk.files.place(part.path, record.targetPath, record.replaces);
    if (placed.ok && placed.value === 'placed') return saved(desk, record, inspection);
    if (placed.ok) {
      record = desk.book.note(record, { targetPath: join(dirname(record.targetPath), numberedName(chosen, n)) });
      n += 1;
    } else if (placed.error.kind === 'elsewhere') {
      const path = partPath(record.targetPath, record.job.id);
      const moved = path === part.path ? placed : await desk.files.move(part.path, path);
      if (!moved.ok) return desk.book.fail(record, failureOf(desk, moved.error));
      part = { ...part, path };
      record = desk.book.note(record, { part });
    } else {
      return desk.book.fail(record, failureOf(desk, placed.error));
    }
  }
}

/** `elsewhere` is left over only where a disk refuses what it gave: told as a place that cannot be written. */
function failureOf(desk: Desk, error: PlaceProblem): Failure {
  return error.kind === 'elsewhere' ? { code: 'folder-read-only' } : desk.describe(error);
}

function saved(desk: Desk, record: ExportRecord, inspection: Inspection): ExportRecord {
  const draft = readDraft(desk.book.draft(record.job.id));
  const facts = verdict(inspection, record.job.bytes ?? 0, draft);
  return desk.book.advance(record, 'delivered', { check: facts, part: null });
}

/** Known again by its size and by the time of its last change, which a rename leaves alone. */
async function isDelivered(desk: Desk, record: ExportRecord, { wholeAt, bytes }: PartRecord): Promise<boolean> {
  const found = await desk.files.look(record.targetPath);
  return (
    found !== null && wholeAt !== null && found.bytes === bytes && Math.abs(found.changedAt - wholeAt) <= timeGrainMs
  );
}

/** The next try starts with a new render. */
function broken(desk: Desk, record: ExportRecord): ExportRecord {
  return desk.book.fail(record, { code: 'delivery-broken' }, { renderId: null, outputUrl: null, part: null });
}
