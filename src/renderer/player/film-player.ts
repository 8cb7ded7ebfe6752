import type { Composition, Doubt } from '../../shared/composition/composition.ts';
import { secondsOf } from '../../shared/composition/rate.ts';
import { mediaPath } from '../../shared/media-url.ts';
import { epochMs } from '../../compositor/clock.ts';
import type { FromWorker, PlayerState, ToWorker, Trouble, TroubleWords } from '../../compositor/protocol.ts';
import { createSpeaker } from './speaker.ts';

/** Plays a composition on a canvas. The work is done by a worker; the sound comes out here. Frames are whole ones. */
export type FilmPlayer = {
  /** The same film with changes goes on from where it stands. */
  readonly show: (composition: Composition) => void;
  /** Pixels that the canvas has on the screen. */
  readonly resize: (width: number, height: number) => void;
  /** From where it stands, or from this frame on. */
  readonly play: (speed: number, from?: number) => void;
  readonly pause: () => void;
  readonly seek: (frame: number) => void;
  /** While it plays it is to be at this frame (also between frames) now: another player's, which it keeps in step with. */
  readonly follow: (frame: number) => void;
  /** 0..1. */
  readonly setVolume: (volume: number) => void;
  /** A frame as a PNG in the size of the canvas; null where it cannot be drawn. */
  readonly snapshot: (frame: number) => Promise<Blob | null>;
  /** Which of the clips named by `onHeavy` have a proxy, and which are still to get one. */
  readonly setProxies: (ready: readonly string[], pending: readonly string[]) => void;
  /** What stands in place of pictures that are not to be had: words, and thumbnails by media id. */
  readonly setWords: (words: TroubleWords, thumbnails: ReadonlyMap<string, ImageBitmap>) => void;
  /** Tries again what could not be had. */
  readonly retry: () => void;
  readonly close: () => void;
};

type FilmEvents = {
  readonly onFrame: (frame: number, state: PlayerState) => void;
  readonly onTroubles: (troubles: ReadonlyMap<string, Trouble>) => void;
  readonly onDoubts: (doubts: readonly Doubt[]) => void;
  /** Clips that would play better from a proxy. */
  readonly onHeavy: (mediaIds: readonly string[]) => void;
  /** The worker died; nothing more comes. */
  readonly onCrash: (event: Event) => void;
};

/** How often the worker is told where the sound is. */
const clockMs = 100;
/** Another player's time goes before the own sound's for so long after each word of it. */
const followMs = 1000;

/** `canvas`: a fresh one, which belongs to the player from now on. */
export function openFilmPlayer(canvas: HTMLCanvasElement, events: FilmEvents): FilmPlayer {
  const worker = new Worker(new URL('../../compositor/worker.ts', import.meta.url), { type: 'module' });
  const speaker = createSpeaker();
  let composition: Composition | null = null;
  let speed = 1;
  let followed = -Infinity;
  let ticking: ReturnType<typeof setInterval> | undefined;

  const send = (message: ToWorker, transfer: readonly Transferable[] = []): void =>
    worker.postMessage(message, [...transfer]);
  const snapshots = createSnapshots(send);
  const tellClock = (): void => {
    const heard = speaker.heard();
    if (heard === null || composition === null || performance.now() - followed < followMs) return;
    const { numerator, denominator } = composition.rate;
    send({ kind: 'clock', frame: (heard.second * numerator) / denominator, epochMs: heard.epochMs });
  };
  const hear = (message: FromWorker): void => {
    switch (message.kind) {
      case 'frame':
        return events.onFrame(message.frame, message.state);
      case 'sound':
        return speaker.add(message.block);
      case 'start':
        speaker.start(composition === null ? 0 : secondsOf(composition.rate, message.frame), speed);
        clearInterval(ticking);
        ticking = setInterval(tellClock, clockMs);
        return;
      case 'stop':
        clearInterval(ticking);
        return speaker.stop();
      case 'snapshot':
        return snapshots.answer(message.id, message.png && new Blob([message.png], { type: 'image/png' }));
      case 'troubles':
        return events.onTroubles(message.troubles);
      case 'doubts':
        return events.onDoubts(message.doubts);
      case 'heavy':
        return events.onHeavy(message.mediaIds);
      case 'drawn':
        return;
    }
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => hear(data));
  worker.addEventListener('error', events.onCrash);
  const offscreen = canvas.transferControlToOffscreen();
  send({ kind: 'canvas', canvas: offscreen }, [offscreen]);

  return {
    show: (shown) => {
      composition = shown;
      send({ kind: 'composition', composition: shown, mediaBase: new URL(mediaPath, location.href).href });
    },
    resize: (width, height) => send({ kind: 'size', width, height }),
    play: (wanted, from) => {
      speed = wanted;
      send({ kind: 'play', speed, from: from ?? null });
    },
    pause: () => send({ kind: 'pause' }),
    seek: (frame) => send({ kind: 'seek', frame }),
    follow: (frame) => {
      followed = performance.now();
      send({ kind: 'clock', frame, epochMs: epochMs() });
    },
    setVolume: speaker.setVolume,
    snapshot: snapshots.take,
    setProxies: (ready, pending) => send({ kind: 'proxies', ready, pending }),
    setWords: (words, thumbnails) => send({ kind: 'words', words, thumbnails }),
    retry: () => send({ kind: 'retry' }),
    close: () => {
      clearInterval(ticking);
      worker.terminate();
      speaker.close();
      snapshots.close();
    },
  };
}

/** Pictures of frames that the worker was asked for, by number. */
function createSnapshots(send: (message: ToWorker) => void) {
  const waiting = new Map<number, (png: Blob | null) => void>();
  let asked = 0;
  return {
    take: (frame: number): Promise<Blob | null> =>
      new Promise((resolve) => {
        asked += 1;
        waiting.set(asked, resolve);
        send({ kind: 'snapshot', id: asked, frame });
      }),
    answer: (id: number, png: Blob | null): void => {
      waiting.get(id)?.(png);
      waiting.delete(id);
    },
    close: (): void => {
      for (const resolve of waiting.values()) resolve(null);
    },
  };
}
