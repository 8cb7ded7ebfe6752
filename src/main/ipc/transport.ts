import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { z } from 'zod';
import type { BatchFiles } from '../../shared/domain/batch.ts';
import type { Answer } from '../../shared/contract/contract.ts';
import { channels, maxPastedBytes } from '../../shared/contract/bridge.ts';
import type { PastedFile } from '../uploads/import/imports.ts';
import type { Deliver } from './outbox.ts';
import type { Router } from './router.ts';

const paths = z.array(z.string().max(32_768)).min(1).max(100_000);
const droppedFiles = z.strictObject({
  projectId: z.uuid(),
  paths,
});

const pastedFiles = z.strictObject({
  projectId: z.uuid(),
  files: z
    .array(z.strictObject({ type: z.string().max(200), bytes: z.instanceof(Uint8Array) }))
    .min(1)
    .max(20)
    .refine((files) => files.reduce((sum, { bytes }) => sum + bytes.length, 0) <= maxPastedBytes),
});
const batchFiles = z.strictObject({ paths });

/** What the transport needs to know of the app. `addFiles` gets paths straight from the preload script. */
export type TransportParts = {
  readonly router: Router;
  readonly addFiles: (projectId: string, paths: readonly string[]) => Promise<Answer<null>>;
  readonly addPasted: (projectId: string, files: readonly PastedFile[]) => Promise<Answer<null>>;
  readonly addBatchFiles: (paths: readonly string[]) => Promise<Answer<BatchFiles>>;
  /** Origins our own windows may have. */
  readonly origins: ReadonlySet<string>;
};

const refused: Answer<never> = { ok: false, error: { code: 'bad-request' } };

/** Connects the router to Electron. Only the top frame of a window of ours is heard; all others are refused. */
export function installTransport({ router, addFiles, addPasted, addBatchFiles, origins }: TransportParts): void {
  ipcMain.handle(channels.request, (event, name: unknown, input: unknown) =>
    isOurTopFrame(event, origins) ? router(name, input, { windowId: event.sender.id }) : refused,
  );
  ipcMain.handle(channels.files, (event, input: unknown) => {
    const parsed = droppedFiles.safeParse(input);
    return isOurTopFrame(event, origins) && parsed.success
      ? addFiles(parsed.data.projectId, parsed.data.paths)
      : refused;
  });
  ipcMain.handle(channels.pasted, (event, input: unknown) => {
    const parsed = pastedFiles.safeParse(input);
    return isOurTopFrame(event, origins) && parsed.success
      ? addPasted(parsed.data.projectId, parsed.data.files)
      : refused;
  });
  ipcMain.handle(channels.batchFiles, (event, input: unknown) => {
    const parsed = batchFiles.safeParse(input);
    return isOurTopFrame(event, origins) && parsed.success ? addBatchFiles(parsed.data.paths) : refused;
  });
}

/** Sends events to one window as long as it is there. */
export function deliverTo(contents: WebContents): Deliver {
  return (events) => {
    if (!contents.isDestroyed()) contents.send(channels.events, events);
  };
}

function isOurTopFrame(event: IpcMainInvokeEvent, origins: ReadonlySet<string>): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && origins.has(originOf(frame.url));
}

/** `URL.origin` is "null" for schemes that the URL standard does not know. */
function originOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}
