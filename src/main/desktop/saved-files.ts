import { pathToFileURL } from 'node:url';
import electron, { clipboard, nativeImage, type NativeImage, shell, type WebContents } from 'electron';
import { type Failure, notFound } from '../../shared/domain/failure.ts';
import { done, err, type Result } from '../../shared/result.ts';
import type { Desktop } from '../ipc/context.ts';
import { checkMediaFile, checkSavedFile, isSavedFile } from './policy.ts';

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
    isThere: isSavedFile,
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
    dragMedia: (path, picture) => {
      const checked = checkMediaFile(path);
      if (checked.ok) parts.contents()?.startDrag({ file: path, icon: iconOf(picture) });
      return checked;
    },
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

/**
 * How a file is named on the clipboard, the most understood way first: format, and what is written for its URL. None where Electron
 * cannot put one there for others to take: Windows wants a structure under a number, and only names can be written.
 */
const formats: Readonly<Partial<Record<NodeJS.Platform, readonly (readonly [string, (url: string) => string])[]>>> = {
  linux: [
    ['text/uri-list', (url) => `${url}\r\n`],
    ['x-special/gnome-copied-files', (url) => `copy\n${url}`],
  ],
  darwin: [['public.file-url', (url) => url]],
};

export const canCopyFiles = formats[process.platform] !== undefined;

/** Before Electron had clipboard items, a write replaced all there was, so that only one format can stand there. */
type OldClipboard = { readonly writeBuffer: (format: string, bytes: Buffer) => void };

/** Puts a file on the clipboard, by its `file:` URL. */
async function copyFile(url: string): Promise<void> {
  const written = (formats[process.platform] ?? []).map(([format, text]) => [format, text(url)] as const);
  if ('ClipboardItem' in electron) {
    const entries = written.map(([format, text]) => [`electron application/osclipboard;format="${format}"`, text]);
    await clipboard.write([new electron.ClipboardItem(Object.fromEntries(entries) as Record<string, string>)]);
    return;
  }
  const [first] = written;
  if (first) (clipboard as unknown as OldClipboard).writeBuffer(first[0], Buffer.from(first[1]));
}
