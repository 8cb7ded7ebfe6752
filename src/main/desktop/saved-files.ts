import { pathToFileURL } from 'node:url';
import { nativeImage, type NativeImage, shell, type WebContents } from 'electron';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Desktop } from '../ipc/context.ts';
import { canCopyFiles, copyFile } from './file-clipboard.ts';
import { refusalOf } from './saved-file-refusal.ts';

/** Each action passes one check. */
export type SavedFiles = Desktop['savedFiles'];

/** How wide the picture under the pointer is, in px. */
const dragWidth = 128;

/** `contents` is the window that a drag begins in; `fallback` the path of a picture for what has none. */
export function createSavedFiles(parts: {
  readonly contents: () => WebContents | null;
  readonly fallback: string;
}): SavedFiles {
  const iconOf = (picture: string | null): NativeImage => {
    const image = nativeImage.createFromDataURL(picture ?? '');
    return image.isEmpty() ? nativeImage.createFromPath(parts.fallback) : image.resize({ width: dragWidth });
  };
  const passed = (path: string, localCommand: () => void): Failure | null => {
    const refusal = refusalOf(path);
    if (refusal === null) localCommand();
    return refusal;
  };
  return {
    isThere: (path) => refusalOf(path) === null,
    show: (path) => passed(path, () => shell.showItemInFolder(path)),
    open: async (path) => {
      const refusal = refusalOf(path);
      if (refusal) return refusal;
      // The answer is what went wrong, or nothing.
      return (await shell.openPath(path)) === '' ? null : { code: 'no-player' };
    },
    copy: async (path) => {
      const refusal = canCopyFiles ? refusalOf(path) : ({ code: 'not-found' } as const);
      if (refusal === null) await copyFile(pathToFileURL(path).href);
      return refusal;
    },
    drag: (path, picture) => passed(path, () => parts.contents()?.startDrag({ file: path, icon: iconOf(picture) })),
    trash: async (path) => {
      const refusal = refusalOf(path);
      if (refusal) return refusal;
      return shell.trashItem(path).then(
        () => null,
        () => ({ code: 'not-trashed' }) as const,
      );
    },
  };
}
