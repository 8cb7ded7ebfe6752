import type { VideoSample, VideoSampleSink } from 'mediabunny';
import type { Page, Pages } from './pixels.ts';

/** The pictures of one clip, read forward. All times in seconds of the source. */
export type Lane = {
  /** What is there to be shown at this second now; null before the first page is. Reads on in the background. */
  readonly at: (seconds: number) => Page | null;
  /** The very frame of this second. Null where the source has none. */
  readonly exactly: (seconds: number) => Promise<Page | null>;
  /** Resolves when there is something to show, or nothing will be. */
  readonly ready: () => Promise<void>;
  readonly close: () => void;
};

/** A microsecond: what times lose when they are written down. */
const rounding = 1e-6;
/** So far behind the lane jumps instead of reading on. */
const mostBehind = 0.7;
/** Reading this far on is quicker than to begin at the key frame before. */
const readsOn = 1;
/** Memory for what one lane has read ahead. */
const aheadBytes = 16 * 1024 * 1024;

export function createLane(sink: VideoSampleSink, pages: Pages, from: number): Lane {
  let samples = sink.samples(from);
  /** Read and not yet passed; the first one is shown. */
  let queue: Page[] = [];
  let wanted = from;
  let ended = false;
  let closed = false;
  let reading: Promise<void> | null = null;

  const drop = (count: number): void => queue.splice(0, count).forEach(pages.release);
  const passed = (seconds: number): void => {
    const later = queue.findIndex((page) => page.seconds > seconds + rounding);
    // The last one that began is the one that is shown.
    const count = later === -1 ? queue.length - 1 : later - 1;
    if (count > 0) drop(count);
  };
  const isFull = (): boolean => {
    const [first] = queue;
    if (first === undefined) return false;
    return queue.length >= Math.max(2, Math.min(5, Math.floor(aheadBytes / first.bytes)));
  };
  const isLate = ({ timestamp, duration }: VideoSample): boolean =>
    duration > 0 && timestamp + duration <= wanted - rounding;
  const restart = async (seconds: number): Promise<void> => {
    await samples.return().catch(() => undefined);
    samples = sink.samples(seconds);
    drop(queue.length);
    ended = false;
  };
  const readOne = async (): Promise<void> => {
    const { value, done } = await samples.next();
    if (done === true) ended = true;
    else if (closed || (isLate(value) && queue.length > 0)) value.close();
    else queue.push(await pages.of(value));
  };
  const readAhead = async (): Promise<void> => {
    try {
      while (!closed && !ended && !isFull()) {
        await readOne();
        passed(wanted);
      }
    } catch {
      ended = true;
    } finally {
      reading = null;
    }
  };
  const read = (): Promise<void> => (reading ??= readAhead());
  /** A page after the wanted one proves that nothing lies between. */
  const covers = (seconds: number): boolean => ended || queue.some((page) => page.seconds > seconds + rounding);
  const isFar = (seconds: number): boolean => {
    const [first, last] = [queue[0], queue.at(-1)];
    if (first === undefined || last === undefined) return seconds < from || seconds > from + readsOn;
    return seconds < first.seconds - rounding || seconds > last.seconds + readsOn;
  };

  return {
    at: (seconds) => {
      const behind = seconds - (queue.at(-1)?.seconds ?? wanted);
      wanted = seconds;
      passed(seconds);
      if (behind > mostBehind && !ended && reading === null) reading = restart(seconds).then(readAhead);
      else void read();
      return queue[0] ?? null;
    },
    exactly: async (seconds) => {
      wanted = seconds;
      await reading;
      if (isFar(seconds)) await restart(seconds);
      while (!closed && !ended && !covers(seconds)) {
        await readOne();
        passed(seconds);
      }
      passed(seconds);
      return queue[0] ?? null;
    },
    ready: async () => {
      if (queue.length === 0 && !ended) await read();
    },
    close: () => {
      closed = true;
      void samples.return().catch(() => undefined);
      drop(queue.length);
    },
  };
}
