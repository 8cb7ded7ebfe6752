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

type LanePages = Pick<Pages, 'of' | 'release'>;

/** `onBroken`: it could not be read to its end, and shows nothing from there on. */
export function createLane(
  sink: VideoSampleSink,
  pages: LanePages,
  from: number,
  onBroken = (): void => undefined,
): Lane {
  let samples = sink.samples(from);
  const queue = createPageQueue(pages);
  let wanted = from;
  let [ended, closed] = [false, false];
  let reading: Promise<void> | null = null;

  const isLate = ({ timestamp, duration }: VideoSample): boolean =>
    duration > 0 && timestamp + duration <= wanted - rounding;
  const restart = async (seconds: number): Promise<void> => {
    await samples.return().catch(() => undefined);
    samples = sink.samples(seconds);
    queue.clear();
    ended = false;
  };
  const readOne = async (): Promise<void> => {
    const { value, done } = await samples.next();
    if (done === true) ended = true;
    else if (closed || (isLate(value) && queue.first() !== null)) value.close();
    else queue.add(await pages.of(value));
  };
  const readAhead = async (): Promise<void> => {
    while (!closed && !ended && !queue.isFull()) {
      await readOne();
      queue.pass(wanted);
    }
  };
  const readTo = async (seconds: number): Promise<void> => {
    if (queue.isFar(seconds, from)) await restart(seconds);
    while (!closed && !ended && !queue.reaches(seconds)) {
      await readOne();
      queue.pass(seconds);
    }
  };
  /** Only one reads at a time. A source that breaks ends there. */
  const begin = (work: Promise<void>): Promise<void> => {
    const begun = work
      .catch(() => {
        ended = true;
        if (closed) return;
        queue.clear();
        onBroken();
      })
      .finally(() => (reading = null));
    reading = begun;
    return begun;
  };
  const read = (): Promise<void> => reading ?? (queue.isFull() ? Promise.resolve() : begin(readAhead()));

  return {
    at: (seconds) => {
      const behind = seconds - (queue.last()?.seconds ?? wanted);
      wanted = seconds;
      queue.pass(seconds);
      if (behind > mostBehind && !ended && reading === null) void begin(restart(seconds).then(readAhead));
      else void read();
      return queue.first();
    },
    exactly: async (seconds) => {
      wanted = seconds;
      while (reading !== null) await reading;
      await begin(readTo(seconds));
      queue.pass(seconds);
      return queue.first();
    },
    ready: async () => {
      if (queue.first() === null && !ended) await read();
    },
    close: () => {
      closed = true;
      void samples.return().catch(() => undefined);
      queue.clear();
    },
  };
}

/** The pages that a lane has read and not yet passed; the first one is shown. */
function createPageQueue(pages: LanePages) {
  const queue: Page[] = [];
  const drop = (count: number): void => queue.splice(0, count).forEach(pages.release);
  return {
    first: (): Page | null => queue[0] ?? null,
    last: (): Page | null => queue.at(-1) ?? null,
    add: (page: Page): void => void queue.push(page),
    clear: (): void => drop(queue.length),
    /** Drops what was shown before this second. */
    pass: (seconds: number): void => {
      const later = queue.findIndex((page) => page.seconds > seconds + rounding);
      // The last one that began is the one that is shown.
      const count = later === -1 ? queue.length - 1 : later - 1;
      if (count > 0) drop(count);
    },
    isFull: (): boolean => {
      const [first] = queue;
      if (first === undefined) return false;
      return queue.length >= Math.max(2, Math.min(5, Math.floor(aheadBytes / first.bytes)));
    },
    /** A page after this second proves that nothing lies between. */
    reaches: (seconds: number): boolean => queue.some((page) => page.seconds > seconds + rounding),
    /** Whether to jump there is quicker than to read on; `from`: where reading began. */
    isFar: (seconds: number, from: number): boolean => {
      const [first, last] = [queue[0], queue.at(-1)];
      if (first === undefined || last === undefined) return seconds < from || seconds > from + readsOn;
      return seconds < first.seconds - rounding || seconds > last.seconds + readsOn;
    },
  };
}
