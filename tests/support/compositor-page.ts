import { expect, type Page } from '@playwright/test';
import { type FromWorker, soundRate, type ToWorker } from '../../src/compositor/protocol.ts';
import type { Composition } from '../../src/shared/composition/composition.ts';
import { mediaPath } from '../../src/shared/media-url.ts';
import { request } from './media-jobs.ts';

/** The app's own compositor, in a worker of its own in the app's own page. */
export type Compositor = {
  readonly composition: Composition;
  /** A frame as a PNG; null where it gives none. */
  readonly frame: (frame: number) => Promise<Buffer | null>;
  /** What is heard on the left in the first seconds while it plays, 48,000 samples each. */
  readonly sound: (seconds: number) => Promise<Float32Array>;
  readonly close: () => Promise<void>;
};

type Held = {
  readonly worker: Worker;
  readonly close: () => void;
  readonly frame: (frame: number) => Promise<string | null>;
  readonly sound: (seconds: number) => Promise<number[]>;
};
type HoldingPage = typeof globalThis & { compositor: Held };

/** Opens what a project's draft is composed to; `changed` may change it first. The window has to show the project's film. */
export async function openCompositor(
  page: Page,
  projectId: string,
  changed: (composition: Composition) => Composition = (composition) => composition,
): Promise<Compositor> {
  const composition = changed(await request(page, 'draft.composition', { projectId }));
  await page.evaluate(
    ([url, shown, base, rate]) => {
      const worker = new Worker(url, { type: 'module' });
      const send = (message: ToWorker, transfer: Transferable[] = []): void => worker.postMessage(message, transfer);
      let asked = 0;
      const waiting = new Map<number, (png: ArrayBuffer | null) => void>();
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (data.kind === 'snapshot') waiting.get(data.id)?.(data.png);
      });
      const stage = document.createElement('canvas');
      // A canvas that is not in the page gets no frames of the screen.
      Object.assign(stage.style, { position: 'fixed', insetInline: '0', top: '0', width: '160px' });
      document.body.append(stage);
      const canvas = stage.transferControlToOffscreen();
      send({ kind: 'canvas', canvas }, [canvas]);
      send({ kind: 'size', width: 320, height: 180 });
      send({ kind: 'composition', composition: shown, mediaBase: new URL(base, location.href).href });
      const frame = async (wanted: number): Promise<string | null> => {
        const png = await new Promise<ArrayBuffer | null>((resolve) => {
          waiting.set((asked += 1), resolve);
          send({ kind: 'snapshot', id: asked, frame: wanted });
        });
        if (png === null) return null;
        const reader = new FileReader();
        await new Promise((done) => {
          reader.addEventListener('load', done);
          reader.readAsDataURL(new Blob([png]));
        });
        return typeof reader.result === 'string' ? reader.result.replace(/^.*,/, '') : null;
      };
      const sound = (seconds: number): Promise<number[]> =>
        new Promise((resolve) => {
          const samples = new Float32Array(seconds * rate);
          worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
            if (data.kind !== 'sound') return;
            const { from, left } = data.block;
            samples.set(
              left.subarray(0, Math.max(0, samples.length - Math.round(from * rate))),
              Math.round(from * rate),
            );
            if (Math.round(from * rate) + left.length >= samples.length) resolve([...samples]);
          });
          send({ kind: 'play', speed: 1, from: 0 });
        });
      const close = (): void => {
        worker.terminate();
        stage.remove();
      };
      Object.assign(globalThis, { compositor: { worker, frame, sound, close } });
    },
    [await workerUrl(page), composition, mediaPath, soundRate] as const,
  );
  return {
    composition,
    frame: async (frame) => {
      const base64 = await page.evaluate((wanted) => (globalThis as HoldingPage).compositor.frame(wanted), frame);
      return base64 === null ? null : Buffer.from(base64, 'base64');
    },
    sound: async (seconds) =>
      new Float32Array(await page.evaluate((wanted) => (globalThis as HoldingPage).compositor.sound(wanted), seconds)),
    close: () => page.evaluate(() => (globalThis as HoldingPage).compositor.close()),
  };
}

/** Where the built compositor lies: the film on the stage has already loaded it. */
async function workerUrl(page: Page): Promise<string> {
  const find = (): string | undefined =>
    page
      .workers()
      .find((worker) => /\/worker-[^/]*\.js$/.test(worker.url()))
      ?.url();
  await expect.poll(find).toBeDefined();
  return find() ?? '';
}
