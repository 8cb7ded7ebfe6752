import type { AudioSample, AudioSampleSink, VideoSample, VideoSampleSink } from 'mediabunny';
import { createFrameDrawer } from './frame-drawer.ts';
import { createPeakCounter, type PeakCounter } from './peaks.ts';
import type { Trouble } from './protocol.ts';
import { openSource, type OpenSource } from './sources.ts';

/** What may be had at another time. */
const passing: ReadonlySet<Trouble> = new Set<Trouble>(['gone', 'not-kept']);

/** The picture of a media id that is shown at this second. */
export type PictureWant = { readonly mediaId: string; readonly seconds: number };

/** All that is wanted from now on, the first first; what is no longer named is left undone. */
export type StripWants = {
  readonly mediaBase: string;
  readonly pictures: readonly PictureWant[];
  /** Media ids whose sound is to be looked through. */
  readonly waves: readonly string[];
};

export type FromStrips =
  /** Null: there is none. */
  | ({ readonly kind: 'picture'; readonly image: ImageBitmap | null } & PictureWant)
  | {
      readonly kind: 'wave';
      readonly mediaId: string;
      readonly values: Float32Array<ArrayBuffer>;
      readonly perSecond: number;
    }
  /** It is not on this computer, or (`forGood`) cannot be read. */
  | {
      readonly kind: 'missing';
      readonly what: 'picture' | 'wave';
      readonly mediaId: string;
      readonly forGood: boolean;
    }
  /** Nothing is left to be done. `asked`: how often something was wanted until then. */
  | { readonly kind: 'idle'; readonly asked: number };

type PostStrips = (message: FromStrips, transfer?: readonly Transferable[]) => void;

/** Of a picture, in pixels: that of a lane on a screen of twice the density. */
const pictureHeight = 88;
const mostWidth = pictureHeight * 3;
/** Films kept open between two wishes. */
const mostOpen = 3;
/** Samples that are read before somebody else's wish is looked at. */
const slice = 100;

const onlyHere = '?only=here';
const proxyHere = '?r=proxy&only=here';

/** Makes the pictures and waves of the timeline, one after another, from what is on this computer already. */
export class StripMaker {
  readonly #post: PostStrips;
  readonly #films = new Map<string, OpenSource>();
  readonly #drawFrame = createFrameDrawer();
  #wants: StripWants = { mediaBase: '', pictures: [], waves: [] };
  #asked = 0;
  #isWorking = false;
  #wave: { readonly mediaId: string; readonly reader: WaveReader } | null = null;

  constructor(post: PostStrips) {
    this.#post = post;
  }

  want(wants: StripWants): void {
    this.#wants = wants;
    this.#asked += 1;
    if (this.#isWorking) return;
    this.#isWorking = true;
    void this.#work().finally(() => {
      this.#isWorking = false;
      this.#post({ kind: 'idle', asked: this.#asked });
    });
  }

  async #work(): Promise<void> {
    for (;;) {
      const { pictures, waves } = this.#wants;
      const [picture] = pictures;
      const begun = this.#wave?.mediaId ?? '';
      const sound = waves.includes(begun) ? begun : waves[0];
      if (picture !== undefined)
        await this.#drawPictures(picture.mediaId).catch(() => this.#miss('picture', picture.mediaId, true));
      else if (sound !== undefined) await this.#readWave(sound).catch(() => this.#miss('wave', sound, true));
      else return;
    }
  }

  async #drawPictures(mediaId: string): Promise<void> {
    const source = await this.#openFilm(mediaId);
    const wanted = this.#wants.pictures.filter((one) => one.mediaId === mediaId);
    if (source.kind === 'still') {
      const { image } = source;
      const draw: Draw = (context) => context.drawImage(image.at(0), 0, 0, context.canvas.width, context.canvas.height);
      for (const one of wanted) this.#give(one, await drawn(image, draw));
    } else if (source.kind === 'trouble' || source.pictures === null)
      this.#miss('picture', mediaId, source.kind !== 'trouble' || !passing.has(source.trouble));
    else
      await this.#drawFilm(
        source.pictures,
        wanted.toSorted((a, b) => a.seconds - b.seconds),
      );
  }

  async #drawFilm(pictures: VideoSampleSink, wanted: readonly PictureWant[]): Promise<void> {
    const asked = this.#asked;
    const next = wanted.values();
    for await (const sample of pictures.samplesAtTimestamps(wanted.map(({ seconds }) => seconds))) {
      const { value } = next.next();
      if (value !== undefined) this.#give(value, sample && (await this.#drawSample(sample)));
      // Other wishes may want another film first.
      if (asked !== this.#asked) return;
    }
    for (const one of next) this.#give(one, null);
  }

  async #drawSample(sample: VideoSample): Promise<ImageBitmap | null> {
    try {
      const size = { width: sample.displayWidth, height: sample.displayHeight };
      return await drawn(size, (context) => this.#drawFrame(context, sample));
    } finally {
      sample.close();
    }
  }

  async #readWave(mediaId: string): Promise<void> {
    if (this.#wave?.mediaId !== mediaId) {
      this.#wave?.reader.close();
      this.#wave = null;
      const source = await openSource(`${this.#wants.mediaBase}${mediaId}${onlyHere}`);
      if (source.kind !== 'film' || source.sound === null) {
        source.close();
        return this.#miss('wave', mediaId, source.kind !== 'trouble' || !passing.has(source.trouble));
      }
      this.#wave = { mediaId, reader: readWaveOf(source.sound, source.facts.seconds, source.close) };
    }
    const { readOn, counter } = this.#wave.reader;
    if (!(await readOn())) return;
    this.#wave = null;
    this.#drop('wave', mediaId);
    this.#post({ kind: 'wave', mediaId, values: counter.peaks(), perSecond: counter.perSecond });
  }

  /** Its proxy, where there is one. */
  async #openFilm(mediaId: string): Promise<OpenSource> {
    const { mediaBase } = this.#wants;
    const found = this.#films.get(mediaId) ?? (await openSource(`${mediaBase}${mediaId}${proxyHere}`));
    const source = isSeen(found) ? found : await openSource(`${mediaBase}${mediaId}${onlyHere}`);
    this.#films.delete(mediaId);
    if (!isSeen(source)) source.close();
    else this.#films.set(mediaId, source);
    const [oldest] = this.#films;
    if (this.#films.size > mostOpen && oldest !== undefined) {
      this.#films.delete(oldest[0]);
      oldest[1].close();
    }
    return source;
  }

  #give(want: PictureWant, image: ImageBitmap | null): void {
    const { pictures } = this.#wants;
    this.#wants = { ...this.#wants, pictures: pictures.filter((one) => !isSame(one, want)) };
    this.#post({ kind: 'picture', ...want, image }, image === null ? [] : [image]);
  }

  #miss(what: 'picture' | 'wave', mediaId: string, forGood: boolean): void {
    this.#drop(what, mediaId);
    this.#post({ kind: 'missing', what, mediaId, forGood });
  }

  #drop(what: 'picture' | 'wave', mediaId: string): void {
    const { pictures, waves } = this.#wants;
    this.#wants =
      what === 'wave'
        ? { ...this.#wants, waves: waves.filter((id) => id !== mediaId) }
        : { ...this.#wants, pictures: pictures.filter((one) => one.mediaId !== mediaId) };
  }
}

function isSame(one: PictureWant, other: PictureWant): boolean {
  return one.mediaId === other.mediaId && one.seconds === other.seconds;
}

function isSeen(source: OpenSource): boolean {
  return source.kind === 'still' || (source.kind === 'film' && source.pictures !== null);
}

type Draw = (context: OffscreenCanvasRenderingContext2D) => Promise<void> | void;

async function drawn(
  size: { readonly width: number; readonly height: number },
  draw: Draw,
): Promise<ImageBitmap | null> {
  const width = Math.min(mostWidth, Math.max(1, Math.round((pictureHeight * size.width) / size.height)));
  const canvas = new OffscreenCanvas(width, pictureHeight);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.imageSmoothingQuality = 'medium';
  await draw(context);
  return canvas.transferToImageBitmap();
}

type WaveReader = {
  readonly counter: PeakCounter;
  /** Reads a little; true at the end. */
  readonly readOn: () => Promise<boolean>;
  readonly close: () => void;
};

function readWaveOf(sound: AudioSampleSink, seconds: number | null, close: () => void): WaveReader {
  const samples = sound.samples();
  const counter = createPeakCounter(seconds);
  return {
    counter,
    readOn: async () => {
      for (let read = 0; read < slice; read += 1) {
        const { value, done } = await samples.next();
        if (done === true) {
          close();
          return true;
        }
        count(counter, value);
      }
      return false;
    },
    close: () => {
      void samples.return().catch(() => undefined);
      close();
    },
  };
}

/** Channels beyond the second are no louder than what they belong to. */
function count(counter: PeakCounter, sample: AudioSample): void {
  const values = new Float32Array(sample.numberOfFrames);
  for (let planeIndex = 0; planeIndex < Math.min(2, sample.numberOfChannels); planeIndex += 1) {
    sample.copyTo(values, { planeIndex, format: 'f32-planar' });
    counter.add(values, sample.timestamp, sample.sampleRate);
  }
  sample.close();
}
