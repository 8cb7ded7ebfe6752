import type { VideoSample } from 'mediabunny';

/** A decoded frame: its pixels as they lie in the file, how it is to be turned, and how large it is then. */
export type Page = {
  /** It holds no decoder. Null where pages are made late. */
  readonly image: OffscreenCanvas | null;
  /** What the decoder gave, as long as the page is not released, where pages are made late. */
  readonly sample: VideoSample | null;
  readonly seconds: number;
  /** Degrees, clockwise. */
  readonly rotation: number;
  readonly flipped: boolean;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
};

export type Pages = {
  /** Takes the sample over and closes it. */
  readonly of: (sample: VideoSample) => Promise<Page>;
  /** Its image, which is made now if that was left. */
  readonly imageOf: (page: Page) => Promise<OffscreenCanvas | null>;
  readonly release: (page: Page) => void;
  /** Forgets what waits to be used again. */
  readonly clear: () => void;
};

/** How a sample's pixels get into a page. */
type Way = 'copy' | 'draw';
/** `late`: it is copied when somebody wants to paint it. Nobody who plays a film can wait for that. */
export type Making = Way | 'late';

/** Frames by which the two ways are compared. */
const tries = 8;
/** Drawing takes more memory: it stays only where it is so many times as fast, which no busy moment feigns. */
const clearly = 2;
/** Pages that wait to be used again. */
const mostSpare = 4;

/**
 * Makes pages of samples, in one way if it is given. Without a GPU copying pixels is twice as fast as `drawImage` and takes a quarter of the memory, with one it is
 * the other way round: the first frames are made both ways in turn, and then it is known.
 */
export function createPages(making: Making | null = null): Pages {
  const only = making === 'late' ? 'copy' : making;
  const spare = createSpare();
  const late = new Map<Page, Promise<OffscreenCanvas>>();
  const spent = { copy: 0, draw: 0 };
  let made = 0;
  let copying: Promise<void> = Promise.resolve();
  let buffer = new Uint8ClampedArray(0);

  const copy = async (sample: VideoSample, canvas: OffscreenCanvas): Promise<void> => {
    const format = sample.hasAlpha === true ? 'RGBA' : 'RGBX';
    const bytes = canvas.width * canvas.height * 4;
    if (buffer.length !== bytes) buffer = new Uint8ClampedArray(bytes);
    const pixels = buffer;
    await sample.copyTo(pixels, { format });
    contextOf(canvas).putImageData(new ImageData(pixels, canvas.width, canvas.height), 0, 0);
  };
  /** All lanes share the buffer: one at a time. */
  const copyAlone = async (sample: VideoSample, canvas: OffscreenCanvas): Promise<void> => {
    const copied = copying.then(() => copy(sample, canvas));
    copying = copied.catch(() => undefined);
    await copied;
  };
  const draw = (sample: VideoSample, canvas: OffscreenCanvas): void => {
    const context = contextOf(canvas);
    context.clearRect(0, 0, canvas.width, canvas.height);
    const frame = sample.toVideoFrame();
    context.drawImage(frame, 0, 0, canvas.width, canvas.height);
    frame.close();
  };

  const imageOf = async (sample: VideoSample): Promise<OffscreenCanvas> => {
    const { width, height } = sample.visibleRect;
    const canvas = spare.take(width, height);
    const way = only ?? wayOf(made, spent);
    const since = performance.now();
    if (way === 'copy') await copyAlone(sample, canvas);
    else draw(sample, canvas);
    // The first of each way also warms it up.
    if (made >= 2 && made < tries) spent[way] += performance.now() - since;
    made += 1;
    return canvas;
  };

  return {
    of: async (sample) => {
      const { timestamp: seconds, rotation, flip: flipped, displayWidth: width, displayHeight: height } = sample;
      const bytes = sample.visibleRect.width * sample.visibleRect.height * 4;
      const page = { seconds, rotation, flipped, width, height, bytes };
      if (making === 'late') return { ...page, sample, image: null };
      try {
        return { ...page, sample: null, image: await imageOf(sample) };
      } finally {
        sample.close();
      }
    },
    imageOf: async (page) => {
      if (page.sample === null) return page.image;
      const image = late.get(page) ?? imageOf(page.sample);
      late.set(page, image);
      return image;
    },
    release: (page) => {
      page.sample?.close();
      if (page.image !== null) spare.keep(page.image);
      void late.get(page)?.then(spare.keep, () => undefined);
      late.delete(page);
    },
    clear: spare.clear,
  };
}

/** Canvases that wait to be used again. Those that nobody took for long are of a size that is not shown any more, and go. */
function createSpare() {
  const spare: OffscreenCanvas[] = [];
  /** Its pixels go at once, not when memory runs short. */
  const free = (canvas: OffscreenCanvas): void => void (canvas.width = canvas.height = 0);
  return {
    take: (width: number, height: number): OffscreenCanvas => {
      const at = spare.findIndex((canvas) => canvas.width === width && canvas.height === height);
      const [found] = at === -1 ? [] : spare.splice(at, 1);
      return found ?? new OffscreenCanvas(width, height);
    },
    keep: (canvas: OffscreenCanvas): void => {
      spare.push(canvas);
      spare.splice(0, spare.length - mostSpare).forEach(free);
    },
    clear: () => spare.splice(0).forEach(free),
  };
}

let gpu: boolean | null = null;

/** Without one a frame that is drawn stays in a cache (`frame-drawer.ts`), even if it is drawn to try out how long that takes. */
function hasGpu(): boolean {
  if (gpu !== null) return gpu;
  const context = new OffscreenCanvas(1, 1).getContext('webgl', { failIfMajorPerformanceCaveat: true });
  gpu = context !== null;
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return gpu;
}

function wayOf(made: number, spent: Readonly<Record<Way, number>>): Way {
  if (!hasGpu()) return 'copy';
  if (made < tries) return made % 2 === 0 ? 'copy' : 'draw';
  return spent.copy <= spent.draw * clearly ? 'copy' : 'draw';
}

/** Kept in memory, not in a GPU: pixels are put into it one frame after the other. */
export function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('There is no canvas');
  return context;
}
