import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type Bridge, channels } from '../shared/ipc/bridge.ts';
import type { AppEvent } from '../shared/ipc/events.ts';

const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke(channels.request, name, input),
  on: (listener) => {
    const forward = (_event: unknown, events: readonly AppEvent[]): void => listener(events);
    ipcRenderer.on(channels.events, forward);
    return () => {
      ipcRenderer.off(channels.events, forward);
    };
  },
  addFiles: (projectId, files) =>
    ipcRenderer.invoke(channels.files, {
      projectId,
      paths: files.map((file) => webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0])),
    }),
};

contextBridge.exposeInMainWorld('rushes', bridge);
