import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { safeStem } from '../../shared/domain/file-name.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Turn } from '../../shared/domain/turn.ts';
import type { StoredDraft, Stores } from '../storage/stores.ts';
import { err, ok, type Result } from '../../shared/result.ts';

const page = 200;

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
    for (const project of stores.projects.list()) {
      const place = join(folder, name, await newFolder(join(folder, name), safeStem(project.name)));
      const write = (file: string, value: unknown): Promise<void> =>
        writeFile(join(place, file), `${JSON.stringify(value, null, 2)}\n`);
      await write('project.json', project);
      await write('messages.json', await messagesOf(stores, project.id));
      await write(
        'files.json',
        stores.uploads.list(project.id).map(({ upload }) => upload),
      );
      await write(
        'exports.json',
        stores.exports.ofProject(project.id).map(({ job }) => job),
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

/** Main does other things between two pages. */
async function messagesOf({ turns }: Pick<Stores, 'turns'>, projectId: string): Promise<readonly Turn[]> {
  let found: readonly Turn[] = [];
  for (;;) {
    const { turns: more, hasEarlier } = turns.page(projectId, { limit: page, before: found[0]?.id });
    found = [...more, ...found];
    if (!hasEarlier || more.length === 0) return found;
    await setImmediate();
  }
}

function* versionsOf({ drafts }: Pick<Stores, 'drafts'>, projectId: string): Iterable<StoredDraft> {
  let before: number | undefined;
  for (;;) {
    const { versions } = drafts.versions(projectId, { limit: page, before });
    for (const { version } of versions) {
      const stored = drafts.get(projectId, version);
      if (stored) yield stored;
    }
    before = versions.at(-1)?.version;
    if (before === undefined || versions.length < page) return;
  }
}

/** A draft whose addresses have lost what they are signed with: that lets whoever has it fetch the clip. */
function withoutSignatures(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/(https?:\/\/[^\s?#"']+)[?#][^\s"']*/g, '$1');
  if (Array.isArray(value)) return value.map(withoutSignatures);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutSignatures(one)]));
}
