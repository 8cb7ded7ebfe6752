import { StripMaker, type StripWants } from './strips.ts';

const maker = new StripMaker((message, transfer = []) => self.postMessage(message, { transfer: [...transfer] }));

self.addEventListener('message', ({ data }: MessageEvent<StripWants>) => maker.want(data));
