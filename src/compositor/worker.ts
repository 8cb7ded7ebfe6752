import { Player } from './player.ts';
import type { ToWorker } from './protocol.ts';

const player = new Player((message, transfer = []) => self.postMessage(message, { transfer: [...transfer] }));

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => player.hear(data));

// A promise that nobody waits for ends the worker like any other error: the window hears of it and opens another one.
self.addEventListener('unhandledrejection', ({ reason }) =>
  setTimeout(() => {
    throw reason;
  }),
);
