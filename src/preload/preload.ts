import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type Bridge, channels, type DroppedFile, maxPastedBytes } from '../shared/contract/bridge.ts';
import type { Answer } from '../shared/contract/contract.ts';
import type { AppEvent } from '../shared/contract/events.ts';

type WithPath = Parameters<typeof webUtils.getPathForFile>[0];

const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke(channels.request, name, input),
  on: (listener) => {
    const forward = (_event: unknown, events: readonly AppEvent[]): void => listener(events);
    ipcRenderer.on(channels.events, forward);
    return () => {
      ipcRenderer.off(channels.events, forward);
    };
  },
  addFiles: async (projectId, files) => {
    const found = files.map((file) => ({ file, path: webUtils.getPathForFile(file as WithPath) }));
    const paths = found.flatMap(({ path }) => (path === '' ? [] : [path]));
    const pathless = found.flatMap(({ file, path }) => (path === '' ? [file] : []));
    if (paths.length > 0 || pathless.length === 0) {
      const answer: Answer<null> = await ipcRenderer.invoke(channels.files, { projectId, paths });
      if (!answer.ok || pathless.length === 0) return answer;
    }
    if (pathless.reduce((sum, { size }) => sum + size, 0) > maxPastedBytes)
      return { ok: false, error: { code: 'paste-too-large' } };
    const read = async (file: DroppedFile) => ({ type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) });
    return ipcRenderer.invoke(channels.pasted, { projectId, files: await Promise.all(pathless.map(read)) });
  },
  addBatchFiles: (files) => {
    const paths = files.map((file) => webUtils.getPathForFile(file as WithPath)).filter((path) => path !== '');
    return ipcRenderer.invoke(channels.batchFiles, { paths });
  },
};

contextBridge.exposeInMainWorld('rushes', bridge);
