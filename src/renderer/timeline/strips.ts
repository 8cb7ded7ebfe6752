import type { FromStrips, PictureWant, StripWants } from '../../compositor/strips.ts';
import type { Peaks } from './tiles.ts';

/** Pictures and waves that were made for the timeline so far, and who makes more. */
export type Strips = {
  /** The picture at a second, or the nearest one that is there until then; null where there is none. */
  readonly picture: (mediaId: string, seconds: number) => ImageBitmap | null;
  readonly peaks: (mediaId: string) => Peaks | null;
  /** Width to height of a film's pictures; null as long as none was seen. */
  readonly ratio: (mediaId: string) => number | null;
  /** Has made what is not there yet of these; what was wanted before is left undone. */
  readonly want: (pictures: readonly PictureWant[], waves: readonly string[]) => void;
  /** What was not on this computer may be by now. */
  readonly again: () => void;
  /** `what`: something more is there to be drawn, or the shape of a film became known. */
  readonly subscribe: (changed: (what: 'more' | 'shape') => void) => () => void;
};

export type StripWorker = { readonly send: (wants: StripWants) => void; readonly close: () => void };

type StripsParts = {
  readonly mediaBase: string;
  /** `died` answers whether another one is opened when there is work again. */
  readonly openWorker: (hear: (message: FromStrips) => void, died: () => boolean) => StripWorker;
};

/** Pictures kept: some screens full of them. */
const mostPictures = 400;
/** No more are wanted at a time, so that none drives out another one that is in sight. */
export const mostWanted = 240;
const mostPeaks = 40;
/** Without work for so long, the worker is let go. In ms. */
const idleMs = 10_000;
/** A worker that dies so often is not opened again. */
const mostDeaths = 2;

type Missing = 'now' | 'for-good';

export function createStrips({ mediaBase, openWorker }: StripsParts): Strips {
  const pictures = createPictures();
  const peaks = createKept<Peaks>(mostPeaks);
  const missing = new Map<string, Missing>();
  const listeners = new Set<(what: 'more' | 'shape') => void>();
  let worker: StripWorker | null = null;
  let deaths = 0;
  let sent = 0;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const tell = (what: 'more' | 'shape'): void => listeners.forEach((changed) => changed(what));
  const close = (): void => {
    clearTimeout(leaving);
    worker?.close();
    worker = null;
  };
  const hear = (message: FromStrips): void => {
    switch (message.kind) {
      case 'picture':
        return tell(pictures.add(message) ? 'shape' : 'more');
      case 'wave':
        peaks.set(message.mediaId, { values: message.values, perSecond: message.perSecond });
        return tell('more');
      case 'missing':
        return void missing.set(`${message.what} ${message.mediaId}`, message.forGood ? 'for-good' : 'now');
      case 'idle':
        if (message.asked === sent) leaving = setTimeout(close, idleMs);
        return;
    }
  };
  const died = (): boolean => {
    deaths += 1;
    close();
    return deaths < mostDeaths;
  };

  return {
    picture: pictures.nearest,
    peaks: peaks.get,
    ratio: pictures.ratio,
    want: (wantedPictures, wantedWaves) => {
      const wants = {
        mediaBase,
        pictures: wantedPictures
          .slice(0, mostWanted)
          .filter((one) => !pictures.has(one) && !missing.has(`picture ${one.mediaId}`)),
        waves: wantedWaves.filter((mediaId) => peaks.get(mediaId) === null && !missing.has(`wave ${mediaId}`)),
      };
      const isNothing = wants.pictures.length + wants.waves.length === 0;
      if (worker === null && (isNothing || deaths >= mostDeaths)) return;
      if (worker === null) sent = 0;
      worker ??= openWorker(hear, died);
      clearTimeout(leaving);
      sent += 1;
      worker.send(wants);
    },
    again: () => {
      for (const [key, until] of missing) if (until === 'now') missing.delete(key);
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
  };
}

type Made = PictureWant & { readonly image: ImageBitmap | null };

/** Pictures by media and second. */
function createPictures() {
  const made = createKept<Made>(mostPictures, ({ image }) => image?.close());
  const ratios = new Map<string, number>();
  const keyOf = ({ mediaId, seconds }: PictureWant): string => `${mediaId} ${seconds}`;
  return {
    has: (want: PictureWant): boolean => made.get(keyOf(want)) !== null,
    ratio: (mediaId: string): number | null => ratios.get(mediaId) ?? null,
    /** True where it is the first one of a film, which tells its shape. */
    add: ({ mediaId, seconds, image }: Made): boolean => {
      made.set(keyOf({ mediaId, seconds }), { mediaId, seconds, image });
      if (image === null || ratios.has(mediaId)) return false;
      ratios.set(mediaId, image.width / image.height);
      return true;
    },
    nearest: (mediaId: string, seconds: number): ImageBitmap | null => {
      const found = made.get(keyOf({ mediaId, seconds }));
      if (found !== null) return found.image;
      let [best, distance]: readonly [ImageBitmap | null, number] = [null, Infinity];
      for (const one of made.all()) {
        const away = Math.abs(one.seconds - seconds);
        if (one.mediaId === mediaId && one.image !== null && away < distance) [best, distance] = [one.image, away];
      }
      return best;
    },
  };
}

/** Keeps so many; the one that nobody looked at for the longest time goes first. */
function createKept<T>(most: number, drop: (value: T) => void = () => undefined) {
  const kept = new Map<string, T>();
  const set = (key: string, value: T): void => {
    kept.delete(key);
    kept.set(key, value);
    const [oldest] = kept;
    if (kept.size <= most || oldest === undefined) return;
    kept.delete(oldest[0]);
    drop(oldest[1]);
  };
  return {
    set,
    get: (key: string): T | null => {
      const found = kept.get(key);
      if (found === undefined) return null;
      set(key, found);
      return found;
    },
    all: () => kept.values(),
  };
}
