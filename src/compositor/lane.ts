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
/** Less than any frame lasts. */
const aLittle = 1e-3;
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
export type PictureSource = Pick<VideoSampleSink, 'samples' | 'getSample'> & {
  readonly nextKey: (seconds: number) => Promise<number | null>;
};

type LanePages = Pick<Pages, 'of' | 'release'>;

type LaneEvents = {
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

/**
 * Reads on behind what cannot be decoded. There decoders give up before they have given all that stands before it: that is asked for one
 * by one.
 */
async function* readOver(
  source: PictureSource,
  start: number,
  onDamage: () => void,
): AsyncGenerator<VideoSample, void, unknown> {
  for (let at = start; ;)
    try {
      for await (const sample of source.samples(at)) {
        at = endOf(sample);
        yield sample;
      }
      return;
    } catch (error) {
      for (let sample = await whole(source, at); sample !== null; sample = await whole(source, at)) {
        at = endOf(sample);
        yield sample;
      }
      const key = await source.nextKey(at);
      if (key === null) throw error;
      onDamage();
      at = key;
    }
}

function endOf({ timestamp, duration }: VideoSample): number {
  return timestamp + duration;
}

/** The picture that is shown from this second on; null where it cannot be decoded, or there is none. */
async function whole(source: PictureSource, seconds: number): Promise<VideoSample | null> {
  const sample = await source.getSample(seconds + aLittle).catch(() => null);
  if (sample === null || endOf(sample) > seconds + rounding) return sample;
  sample.close();
  return null;
}

/** Reads pictures into the queue, forward from `from`. */
function createReader(source: PictureSource, { pages, queue, from, onDamage }: Reading) {
  const onDamaged = (): void => {
    if (!damaged) onDamage();
    damaged = true;
  };
  let samples = readOver(source, from, onDamaged);
  let [ended, closed, damaged] = [false, false, false];
  let lastEnd = 0;
  /** Nothing stands before the end either, or what does breaks. */
  let hopeless = false;

  const isBare = (): boolean => !closed && !hopeless && ended && queue.first() === null;
  /** What was there before a damage is not what was read first. */
  const isBehind = (seconds: number): boolean =>
    damaged && !closed && (queue.first()?.seconds ?? 0) > seconds + rounding;
  const restart = async (seconds: number): Promise<void> => {
    await samples.return().catch(() => undefined);
    samples = readOver(source, seconds, onDamaged);
    queue.clear();
    ended = false;
  };
  /** What is late for this second is passed over, unless nothing else is there. */
  const readOne = async (wanted: number): Promise<void> => {
    const { value, done } = await samples.next();
    if (done === true) {
      ended = true;
      return;
    }
    lastEnd = Math.max(lastEnd, endOf(value));
    const isLate = value.duration > 0 && endOf(value) <= wanted - rounding;
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
      return queue.length >= Math.max(2, Math.min(3, Math.floor(aheadBytes / first.bytes)));
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
