import { pathToFileURL } from 'node:url';
import { nativeImage, type NativeImage, shell, type WebContents } from 'electron';
import { type Failure, notFound } from '../../shared/domain/failure.ts';
import { done, err, type Result } from '../../shared/result.ts';
import type { Desktop } from '../ipc/context.ts';
import { canCopyFiles, copyFile } from './file-clipboard.ts';
import { checkSavedFile } from './saved-file-refusal.ts';

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
  const withFile = (path: string, use: () => void): Result<null, Failure> => {
    const checked = checkSavedFile(path);
    if (checked.ok) use();
    return checked;
  };
  return {
    isThere: (path) => checkSavedFile(path).ok,
    show: (path) => withFile(path, () => shell.showItemInFolder(path)),
    open: async (path) => {
      const checked = checkSavedFile(path);
      if (!checked.ok) return checked;
      // The answer is what went wrong, or nothing.
      return (await shell.openPath(path)) === '' ? done : err({ code: 'no-player' });
    },
    copy: async (path) => {
      const checked = canCopyFiles ? checkSavedFile(path) : notFound;
      if (checked.ok) await copyFile(pathToFileURL(path).href);
      return checked;
    },
    drag: (path, picture) => withFile(path, () => parts.contents()?.startDrag({ file: path, icon: iconOf(picture) })),
    trash: async (path) => {
      const checked = checkSavedFile(path);
      if (!checked.ok) return checked;
      return shell.trashItem(path).then(
        () => done,
        () => err({ code: 'not-trashed' }),
      );
    },
  };
}
