type Size = { readonly width: number; readonly height: number };

/** Frames that are drawn beforehand, and encoded forwards and backwards. */
const drawn = 30;
const encoded = 300;
const rate = 30;
const keyEvery = 2 * rate;
/** As the app's films have it. */
const bitsPerPixel = 4.4;
const mostWaiting = 8;

/** Frames a second of a bare H.264 encoder, whose frames of `draw` are drawn before the time begins. For a page: it needs nothing around it. */
export async function encodeAlone(
  { width, height }: Size,
  draw: (context: OffscreenCanvasRenderingContext2D, frame: number) => Promise<void> | void,
): Promise<number> {
  const canvases: OffscreenCanvas[] = [];
  for (let frame = 0; frame < drawn; frame += 1) {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
    if (context === null) throw new Error('There is no canvas');
    await draw(context, frame);
    canvases.push(canvas);
  }
  let failure: DOMException | null = null;
  const encoder = new VideoEncoder({ output: () => undefined, error: (error) => (failure = error) });
  const bitrate = Math.round(width * height * bitsPerPixel);
  encoder.configure({ codec: 'avc1.640028', width, height, bitrate, framerate: rate, latencyMode: 'quality' });
  const since = performance.now();
  for (let frame = 0; frame < encoded; frame += 1) {
    while (encoder.encodeQueueSize >= mostWaiting)
      await new Promise((done) => encoder.addEventListener('dequeue', done, { once: true }));
    const at = frame % (2 * drawn);
    const canvas = canvases[at < drawn ? at : 2 * drawn - 1 - at];
    if (canvas === undefined) throw new Error('There is no frame');
    const picture = new VideoFrame(canvas, { timestamp: (frame * 1e6) / rate });
    encoder.encode(picture, { keyFrame: frame % keyEvery === 0 });
    picture.close();
  }
  await encoder.flush();
  encoder.close();
  if (failure !== null) throw new Error('The encoder failed', { cause: failure });
  return (encoded * 1000) / (performance.now() - since);
}
