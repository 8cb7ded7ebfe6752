import type { VideoSampleSink } from 'mediabunny';
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
/** Where a file was cut off, its last picture is looked for so far before, then further and further. */
const looksBack = 1;
const furtherBack = 4;
/** Memory for what one lane has read ahead. */
const aheadBytes = 16 * 1024 * 1024;

/** What a lane reads. `nextKey`: the second of the first key frame after this one; null where there is none. */
export type PictureSource = Pick<VideoSampleSink, 'samples'> & {
  readonly nextKey: (seconds: number) => Promise<number | null>;
};

type LanePages = Pick<Pages, 'of' | 'release'>;

export type LaneEvents = {
  /** It could not be read to its end, and shows nothing from there on. */
  readonly onBroken?: () => void;
  /** A part of it cannot be decoded: what came before stays until the next key frame. */
  readonly onDamage?: () => void;
  /** Its last picture ends at this second, and stays. */
  readonly onEnd?: (seconds: number) => void;
};

export function createLane(source: PictureSource, pages: LanePages, from: number, events: LaneEvents = {}): Lane {
  const queue = createPageQueue(pages);
  const reader = createReader(source, { pages, queue, from, onDamage: () => events.onDamage?.() });
  let wanted = from;
  let reading: Promise<void> | null = null;

  const readAhead = async (): Promise<void> => {
    while (reader.goesOn() && !queue.isFull()) {
      await reader.readOne(wanted);
      queue.pass(wanted);
    }
    await reader.lookBack(wanted);
  };
  const readTo = async (seconds: number): Promise<void> => {
    if (queue.isFar(seconds, from)) await reader.restart(seconds);
    while (reader.goesOn() && !queue.reaches(seconds)) {
      await reader.readOne(wanted);
      queue.pass(seconds);
    }
    await reader.lookBack(seconds, 'exactly');
  };
  /** Only one reads at a time. A source that breaks ends there. */
  const begin = (work: Promise<void>): Promise<void> => {
    const begun = work
      .then(() => {
        const end = reader.end();
        if (end !== null) events.onEnd?.(end);
      })
      .catch(() => {
        if (reader.giveUp()) events.onBroken?.();
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
      if (behind > mostBehind && reader.goesOn() && reading === null)
        void begin(reader.restart(seconds).then(readAhead));
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
      if (queue.first() === null && reader.goesOn()) await read();
    },
    close: reader.close,
  };
}

type PageQueue = ReturnType<typeof createPageQueue>;

type Reading = {
  readonly pages: LanePages;
  readonly queue: PageQueue;
  readonly from: number;
  readonly onDamage: () => void;
};

/** Reads pictures into the queue, forward from `from`. */
function createReader(source: PictureSource, { pages, queue, from, onDamage }: Reading) {
  let samples = source.samples(from);
  let [ended, closed, damaged] = [false, false, false];
  /** Up to where it was read, and where the last picture of all ends. */
  let [readTo, lastEnd] = [from, 0];
  /** Nothing stands before the end either, or what does breaks. */
  let hopeless = false;

  const isBare = (): boolean => !closed && !hopeless && ended && queue.first() === null;
  /** What was there before a damage is not what was read first. */
  const isBehind = (seconds: number): boolean =>
    damaged && !closed && (queue.first()?.seconds ?? 0) > seconds + rounding;
  const begin = async (seconds: number): Promise<void> => {
    await samples.return().catch(() => undefined);
    samples = source.samples(seconds);
    readTo = seconds;
  };
  const restart = async (seconds: number): Promise<void> => {
    await begin(seconds);
    queue.clear();
    ended = false;
  };
  /** Decoders give up at what they cannot read: they begin anew behind it, where they can. */
  const skip = async (error: unknown): Promise<void> => {
    const key = closed ? null : await source.nextKey(readTo);
    if (key === null) throw error;
    await begin(key);
    if (!damaged) onDamage();
    damaged = true;
  };
  /** What is late for this second is passed over, unless nothing else is there. */
  const readOne = async (wanted: number): Promise<void> => {
    const found = await samples.next().catch(skip);
    if (found === undefined) return;
    const { value, done } = found;
    if (done === true) {
      ended = true;
      return;
    }
    const { timestamp, duration } = value;
    readTo = Math.max(readTo, timestamp + duration);
    lastEnd = Math.max(lastEnd, timestamp + duration);
    const isLate = duration > 0 && timestamp + duration <= wanted - rounding;
    if (closed || (isLate && queue.first() !== null)) value.close();
    else queue.add(await pages.of(value));
  };
  return {
    restart,
    readOne,
    goesOn: (): boolean => !closed && !ended,
    /** Beyond the place where a file was cut off, or is damaged, nothing can be read: what came before stays. */
    lookBack: async (wanted: number, how?: 'exactly'): Promise<void> => {
      const isToFind = (): boolean => isBare() || (how === 'exactly' && isBehind(wanted));
      let at = wanted;
      for (let back = looksBack; isToFind() && at > 0; back *= furtherBack) {
        at = Math.max(0, wanted - back);
        await restart(at);
        while (!closed && !ended && !queue.reaches(wanted)) {
          await readOne(0);
          queue.pass(wanted);
        }
      }
      hopeless ||= isBare();
    },
    /** Where the last picture ends, once that has been read; in seconds. */
    end: (): number | null => (ended && !closed && queue.first() !== null ? lastEnd : null),
    /** False where nobody reads any more. */
    giveUp: (): boolean => {
      [ended, hopeless] = [true, true];
      if (!closed) queue.clear();
      return !closed;
    },
    close: (): void => {
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
