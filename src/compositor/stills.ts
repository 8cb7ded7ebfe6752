/** A picture that stands still or moves by itself. `at`: seconds since it began; a moving one begins again at its end. */
export type StillImage = {
  readonly width: number;
  readonly height: number;
  readonly at: (seconds: number) => ImageBitmap;
  readonly close: () => void;
};

/** Larger than this on a side a picture is made smaller. */
const mostPixels = 4096;
/** Decoded frames of one moving picture kept, in bytes. */
const mostBytes = 64 * 1024 * 1024;
/** How long a frame without a length is shown, as browsers do. In seconds. */
const usualFrame = 0.1;

/** What a whole frame's time in seconds may lack of it. */
const rounding = 1e-6;

/** Throws where the bytes are no picture that can be decoded. */
export async function openStill(bytes: Blob): Promise<StillImage> {
  const frames = await framesOf(bytes);
  const [first] = frames;
  if (first === undefined) throw new Error('The picture is empty');
  const length = frames.reduce((sum, { seconds }) => sum + seconds, 0);
  return {
    width: first.image.width,
    height: first.image.height,
    at: (seconds) => {
      if (frames.length === 1) return first.image;
      let left = Math.max(0, seconds + rounding) % length;
      for (const { image, seconds: shown } of frames) {
        if (left < shown) return image;
        left -= shown;
      }
      return first.image;
    },
    close: () => frames.forEach(({ image }) => image.close()),
  };
}

type Frame = { readonly image: ImageBitmap; readonly seconds: number };

async function framesOf(bytes: Blob): Promise<readonly Frame[]> {
  const moving = await movingFrames(bytes).catch(() => []);
  return moving.length > 1 ? moving : [{ image: await shrunk(await createImageBitmap(bytes)), seconds: usualFrame }];
}

/** The frames of a GIF, WebP or APNG that moves; none of anything else. */
async function movingFrames(bytes: Blob): Promise<readonly Frame[]> {
  if (!(await ImageDecoder.isTypeSupported(bytes.type))) return [];
  const decoder = new ImageDecoder({ data: await bytes.arrayBuffer(), type: bytes.type });
  try {
    await decoder.tracks.ready;
    const count = decoder.tracks.selectedTrack?.frameCount ?? 0;
    if (count < 2) return [];
    const frames: Frame[] = [];
    for (let index = 0, held = 0; index < count && held < mostBytes; index += 1) {
      const { image } = await decoder.decode({ frameIndex: index });
      const seconds = image.duration === null || image.duration === 0 ? usualFrame : image.duration / 1e6;
      frames.push({ image: await shrunk(await createImageBitmap(image)), seconds });
      held += image.displayWidth * image.displayHeight * 4;
      image.close();
    }
    return frames;
  } finally {
    decoder.close();
  }
}

async function shrunk(image: ImageBitmap): Promise<ImageBitmap> {
  const scale = mostPixels / Math.max(image.width, image.height);
  if (scale >= 1) return image;
  const [resizeWidth, resizeHeight] = [Math.round(image.width * scale), Math.round(image.height * scale)];
  const smaller = await createImageBitmap(image, { resizeWidth, resizeHeight, resizeQuality: 'high' });
  image.close();
  return smaller;
}
