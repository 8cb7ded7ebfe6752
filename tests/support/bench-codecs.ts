import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

/** How a clip is encoded by the bare loop; the same as the app's own encoder is told. */
type BareEncoding = { readonly width: number; readonly height: number; readonly bitrate: number };

const keyEverySeconds = 2;

/**
 * Decodes and encodes an H.264 elementary stream (with access unit delimiters) in the page, with WebCodecs and nothing around it.
 * Resolves to its frames per second. The stream is in memory before the time begins.
 */
export async function bareFramesPerSecond(
  page: Pick<Page, 'evaluate'>,
  streamPath: string,
  encoding: BareEncoding,
): Promise<number> {
  const stream = await readFile(streamPath, 'base64');
  return page.evaluate(
    async ({ base64, width, height, bitrate, keyEvery }) => {
      const text = atob(base64);
      const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
      const fps = 30;
      const starts: number[] = [];
      for (let at = 0; at + 5 < bytes.length; at += 1)
        if (
          bytes[at] === 0 &&
          bytes[at + 1] === 0 &&
          bytes[at + 2] === 0 &&
          bytes[at + 3] === 1 &&
          ((bytes[at + 4] ?? 0) & 31) === 9
        )
          starts.push(at);
      const chunks = starts.map((start, index) => {
        const data = bytes.subarray(start, starts[index + 1] ?? bytes.length);
        let key = false;
        for (let at = 0; at + 4 < data.length && !key; at += 1)
          key = data[at] === 0 && data[at + 1] === 0 && data[at + 2] === 1 && ((data[at + 3] ?? 0) & 31) === 5;
        return new EncodedVideoChunk({ type: key ? 'key' : 'delta', timestamp: (index * 1e6) / fps, data });
      });
      let failure: unknown = null;
      let encoded = 0;
      let decoded = 0;
      const fail = (error: unknown) => (failure = error);
      const encoder = new VideoEncoder({ output: () => (encoded += 1), error: fail });
      encoder.configure({ codec: 'avc1.640028', width, height, bitrate, framerate: fps, latencyMode: 'quality' });
      const decoder = new VideoDecoder({
        output: (frame) => {
          encoder.encode(frame, { keyFrame: decoded % (fps * keyEvery) === 0 });
          decoded += 1;
          frame.close();
        },
        error: fail,
      });
      decoder.configure({ codec: 'avc1.640028' });
      const room = (codec: VideoDecoder | VideoEncoder, size: () => number) =>
        size() < 8 ? null : new Promise((done) => codec.addEventListener('dequeue', done, { once: true }));
      const startedAt = performance.now();
      for (const chunk of chunks) {
        await room(decoder, () => decoder.decodeQueueSize);
        await room(encoder, () => encoder.encodeQueueSize);
        decoder.decode(chunk);
      }
      await decoder.flush();
      await encoder.flush();
      const seconds = (performance.now() - startedAt) / 1000;
      if (failure !== null || encoded !== chunks.length)
        throw new Error(`The bare loop failed: ${String(failure)}, ${encoded} of ${chunks.length}`);
      return encoded / seconds;
    },
    { base64: stream, ...encoding, keyEvery: keyEverySeconds },
  );
}
