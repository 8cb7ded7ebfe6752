import electron, { clipboard } from 'electron';

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
export async function copyFile(url: string): Promise<void> {
  const written = (formats[process.platform] ?? []).map(([format, text]) => [format, text(url)] as const);
  if ('ClipboardItem' in electron) {
    const entries = written.map(([format, text]) => [`electron application/osclipboard;format="${format}"`, text]);
    await clipboard.write([new electron.ClipboardItem(Object.fromEntries(entries) as Record<string, string>)]);
    return;
  }
  const [first] = written;
  if (first) (clipboard as unknown as OldClipboard).writeBuffer(first[0], Buffer.from(first[1]));
}
