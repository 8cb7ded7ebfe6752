import { Player } from './player.ts';
import type { ToWorker } from './protocol.ts';

const player = new Player((message, transfer = []) => self.postMessage(message, { transfer: [...transfer] }));

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => player.hear(data));
