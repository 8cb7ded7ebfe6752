import { readFile } from 'node:fs/promises';
import { ALL_FORMATS, EncodedPacketSink, Input } from 'mediabunny';
import { afterEach, expect, it, vi } from 'vitest';
import { fileAt } from '../../../src/shared/media-input.ts';

afterEach(() => vi.unstubAllGlobals());

const piece = 16 * 1024;

/** Serves the file, but each answer breaks off after `pieces` pieces of it. */
async function breakingOff(path: string, pieces: number) {
  const bytes = await readFile(path);
  let broken = 0;
  vi.stubGlobal('fetch', (_url: string, { headers }: { headers: Headers | Record<string, string> }) => {
    let at = Number(/bytes=(\d+)-/.exec(new Headers(headers).get('range') ?? '')?.[1]);
    const end = at + pieces * piece;
    const body = new ReadableStream<Uint8Array>({
      pull: (to) => {
        if (at < end) return to.enqueue(bytes.subarray(at, (at += piece)));
        broken += 1;
        to.error(new Error('It was taken away'));
      },
    });
    const range = `bytes ${at}-${bytes.length - 1}/${bytes.length}`;
    return Promise.resolve(new Response(body, { status: 206, headers: { 'content-range': range } }));
  });
  return { broken: () => broken };
}

it('reads on although what was read ahead broke off, and lets that end nobody', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  try {
    const { broken } = await breakingOff('resources/samples/city.mp4', 3);
    const input = new Input({ formats: ALL_FORMATS, source: fileAt('http://files.example/city', 1024 * 1024) });
    const track = await input.getPrimaryVideoTrack();
    if (track === null) throw new Error('no pictures');
    const sink = new EncodedPacketSink(track);
    let read = 0;
    for await (const packet of sink.packets()) {
      read += packet.data.length > 0 ? 1 : 0;
      // What is read ahead has its time to break.
      await new Promise((done) => setTimeout(done, 1));
    }
    expect(broken()).toBeGreaterThan(0);
    expect(read).toBeGreaterThan(100);
    expect(unhandled).not.toHaveBeenCalled();
  } finally {
    process.off('unhandledRejection', unhandled);
  }
});
