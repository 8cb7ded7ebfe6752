import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type Bridge, channels, type DroppedFile, firstStateOf } from '../shared/contract/bridge.ts';
import type { Answer, PreloadRequestName, RequestInput, RequestOutput } from '../shared/contract/contract.ts';
import type { AppEvent } from '../shared/contract/events.ts';
import { maxPastedBytes } from '../shared/domain/upload.ts';

/** Asks main for what only this script may ask: the page has no way to this channel. */
function ask<N extends PreloadRequestName>(name: N, input: RequestInput<N>): Promise<Answer<RequestOutput<N>>> {
  return ipcRenderer.invoke(channels.preload, name, input);
}

const bridge: Bridge = {
  first: firstStateOf(process.argv),
  request: (name, input) => ipcRenderer.invoke(channels.page, name, input),
  on: (listener) => {
    const forward = (_event: unknown, events: readonly AppEvent[]): void => listener(events);
    ipcRenderer.on(channels.events, forward);
    return () => {
      ipcRenderer.off(channels.events, forward);
    };
  },
  addFiles: async (projectId, files) => {
    const paths = files.map(pathOf).filter((path) => path !== '');
    const pathless = files.filter((file) => pathOf(file) === '');
    if (paths.length > 0 || pathless.length === 0) {
      const answer = await ask('upload.drop', { projectId, paths });
      if (!answer.ok || pathless.length === 0) return answer;
    }
    if (pathless.reduce((sum, { size }) => sum + size, 0) > maxPastedBytes)
      return { ok: false, error: { code: 'paste-too-large' } };
    const read = async (file: DroppedFile) => ({ type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) });
    return ask('upload.paste', { projectId, files: await Promise.all(pathless.map(read)) });
  },
  addBatchFiles: (files) => ask('batch.drop', { paths: files.map(pathOf).filter((path) => path !== '') }),
};

/** The file's path on this computer; empty for a picture that was pasted. */
function pathOf(file: DroppedFile): string {
  return webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]);
}

// In the page's own thread: while that is busy, no answer goes out.
ipcRenderer.on(channels.ping, () => ipcRenderer.send(channels.ping));

contextBridge.exposeInMainWorld('rushes', bridge);
