import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { shownName } from '../../shared/domain/shown-name.ts';
import type { BatchFile, BatchFiles, RefusedFile } from '../../shared/domain/batch.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { uploadKind } from '../../shared/domain/upload.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { checkFile } from '../uploads/file-check.ts';
import { removeFile } from '../file-retry.ts';

type SelectedFile = BatchFile & { readonly path: string };

/** What was chosen for a batch that has not begun: the window knows files by ids and the folder by its name. */
export type Selection = {
  /** Shows the native picker, and checks what was chosen. */
  readonly pick: () => Promise<BatchFiles>;
  /** Checks the files; one that was chosen before keeps its id. */
  readonly add: (paths: readonly string[]) => Promise<BatchFiles>;
  /** The files of these ids, in their order; ids that are not known are left out. */
  readonly files: (ids: readonly string[]) => readonly SelectedFile[];
  /** Whether this file was chosen; `path`: absolute. */
  readonly has: (path: string) => boolean;
  /** The folder for exports; absolute. */
  readonly folder: () => string;
  /** Asks for another folder; null where the user closes the dialog: the old one stays. Error: `folder-read-only`. */
  readonly chooseFolder: () => Promise<Result<string | null, Failure>>;
};

type SelectionDialogs = {
  readonly pickFiles: () => Promise<readonly string[]>;
  /** Asks for a folder, beginning in this one; null when the user closed the dialog. */
  readonly pickFolder: (from: string) => Promise<string | null>;
  /** Where videos were saved last; it exists. */
  readonly saveFolder: () => string;
};

/** `mediaIdOf` names a file for the window and the media jobs. */
type SelectionParts = SelectionDialogs & { readonly mediaIdOf: (path: string) => string };

export function createSelection({ pickFiles, pickFolder, saveFolder, mediaIdOf }: SelectionParts): Selection {
  const byPath = new Map<string, SelectedFile>();
  const byId = new Map<string, SelectedFile>();
  const tooLarge = new Set<string>();
  let chosen: string | null = null;

  const add = async (paths: readonly string[]): Promise<BatchFiles> => {
    const files: BatchFile[] = [];
    const refused: RefusedFile[] = [];
    for (const path of new Set(paths)) {
      const checked = await checkFile(path);
      if (checked.ok) {
        const file = { ...checked.value, id: byPath.get(path)?.id ?? randomUUID(), mediaId: mediaIdOf(path) };
        byPath.set(path, { ...file, path });
        byId.set(file.id, { ...file, path });
        files.push(file);
      } else
        refused.push({ name: shownName(basename(path)), failure: checked.error, large: largeOf(path, checked.error) });
    }
    return { files, refused };
  };
  /** Of a picture nothing smaller is made. */
  const largeOf = (path: string, { code, params }: Failure): RefusedFile['large'] => {
    if (code !== 'file-too-large' || uploadKind(basename(path)) === 'image') return null;
    tooLarge.add(path);
    return { fileId: mediaIdOf(path), bytes: Number(params?.['bytes']) };
  };
  const folder = (): string => chosen ?? saveFolder();

  return {
    pick: async () => add(await pickFiles()),
    add,
    files: (ids) => ids.flatMap((id) => byId.get(id) ?? []),
    has: (path) => byPath.has(path) || tooLarge.has(path),
    folder,
    chooseFolder: async () => {
      const picked = await pickFolder(folder());
      if (picked !== null && !(await isWritable(picked))) return err({ code: 'folder-read-only' });
      chosen = picked ?? chosen;
      return ok(picked);
    },
  };
}

/** Whether files can be made in a folder; tried, since rights alone do not tell. */
export async function isWritable(folder: string): Promise<boolean> {
  const probe = join(folder, `.rushes-${randomUUID()}`);
  try {
    const file = await open(probe, 'wx');
    await file.close();
    await removeFile(probe);
    return true;
  } catch {
    return false;
  }
}
