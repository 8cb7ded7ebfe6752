import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import { safeStem } from '../../shared/domain/file-name.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Turn } from '../../shared/domain/turn.ts';
import type { StoredDraft, Stores } from '../storage/stores.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/** What is read in one go: main does other things between two pages. Messages can be long. */
const page = { messages: 40, exports: 300, versions: 200 } as const;

/**
 * Writes all projects into a new folder within this one (absolute) and answers with its name: a folder for each project, with its
 * messages and receipts, its drafts, its files and its exports as JSON. Nothing in it opens an account or a file of the service.
 */
export async function exportData(
  stores: Pick<Stores, 'projects' | 'turns' | 'drafts' | 'uploads' | 'exports'>,
  folder: string,
  now: number,
): Promise<Result<string, Failure>> {
  const name = await newFolder(folder, `Rushes ${new Date(now).toISOString().slice(0, 10)}`).catch(() => null);
  if (name === null) return err({ code: 'folder-read-only' });
  try {
    const jobs = await allJobs(stores);
    for (const project of stores.projects.list()) {
      const place = join(folder, name, await newFolder(join(folder, name), safeStem(project.name)));
      const write = (file: string, value: unknown): Promise<void> =>
        writeFile(join(place, file), `${JSON.stringify(value, null, 2)}\n`);
      await write('project.json', project);
      await writeList(join(place, 'messages.json'), messagesOf(stores, project.id));
      await write(
        'files.json',
        stores.uploads.list(project.id).map(({ upload }) => upload),
      );
      await write(
        'exports.json',
        jobs.filter(({ projectId }) => projectId === project.id),
      );
      for (const version of versionsOf(stores, project.id))
        await write(`version ${version.version}.json`, withoutSignatures(version.draft));
    }
    return ok(name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return err({ code: code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'folder-read-only' });
  }
}

/** Makes a folder of this name, or with a number behind it where there is one already; answers with its name. */
async function newFolder(within: string, wanted: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted} (${n})`;
    try {
      await mkdir(join(within, name));
      return name;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Oldest first. */
function* messagesOf({ turns }: Pick<Stores, 'turns'>, projectId: string): Iterable<readonly Turn[]> {
  let after: string | null = null;
  for (;;) {
    const found = turns.pageAfter(projectId, after, page.messages);
    yield found;
    if (found.length < page.messages) return;
    after = found.at(-1)?.id ?? null;
  }
}

/** Oldest first. */
async function allJobs({ exports }: Pick<Stores, 'exports'>): Promise<readonly ExportJob[]> {
  // The first page has some that come again.
  const jobs = new Map<string, ExportJob>();
  let before: number | null = null;
  do {
    const found = exports.page(before, page.exports);
    for (const { job } of found.records) jobs.set(job.id, job);
    before = found.before;
    await setImmediate();
  } while (before !== null);
  return [...jobs.values()].toSorted((a, b) => a.createdAt - b.createdAt);
}

/** A JSON list, one page after the other. */
async function writeList(path: string, pages: Iterable<readonly unknown[]>): Promise<void> {
  const file = await open(path, 'w');
  try {
    let between = '[';
    for (const values of pages) {
      for (const value of values) {
        await file.write(`${between}\n${JSON.stringify(value, null, 2)}`);
        between = ',';
      }
      await setImmediate();
    }
    await file.write(between === '[' ? '[]\n' : '\n]\n');
  } finally {
    await file.close();
  }
}

function* versionsOf({ drafts }: Pick<Stores, 'drafts'>, projectId: string): Iterable<StoredDraft> {
  let before: number | undefined;
  for (;;) {
    const { versions } = drafts.versions(projectId, { limit: page.versions, before });
    for (const { version } of versions) {
      const stored = drafts.get(projectId, version);
      if (stored) yield stored;
    }
    before = versions.at(-1)?.version;
    if (before === undefined || versions.length < page.versions) return;
  }
}

/** A draft whose addresses have lost what they are signed with: that lets whoever has it fetch the clip. */
function withoutSignatures(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/(https?:\/\/[^\s?#"']+)[?#][^\s"']*/g, '$1');
  if (Array.isArray(value)) return value.map(withoutSignatures);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutSignatures(one)]));
}
