import { open } from 'node:fs/promises';
import { err, ok, type Result } from '../../shared/result.ts';
import { endsWhole } from './damage.ts';

/** What a media file holds. Pixels as shown; both 0 without pictures. */
export type Probe = {
  readonly durationMs: number;
  readonly width: number;
  readonly height: number;
  readonly hasVideo: boolean;
  readonly hasAudio: boolean;
  /** `avc`, `aac`…; null where there is no such track, or an unknown one. */
  readonly videoCodec: string | null;
  readonly audioCodec: string | null;
};

/**
 * Opens a file as media and reads the last packet of each track, so that a file cut off in the middle is found out. The media
 * library is loaded at the first call, never at the start of the app.
 */
export async function probe(path: string): Promise<Result<Probe, 'unplayable'>> {
  const { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input } = await import('mediabunny');
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(path) });
  try {
    const tracks = await input.getTracks();
    if (tracks.length === 0) return err('unplayable');
    for (const track of tracks) {
      const last = await new EncodedPacketSink(track).getPacket(Infinity);
      if (last === null || last.data.byteLength === 0) return err('unplayable');
    }
    const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
    return ok({
      durationMs: Math.round((await input.computeDuration()) * 1000),
      width: (await video?.getDisplayWidth()) ?? 0,
      height: (await video?.getDisplayHeight()) ?? 0,
      hasVideo: video !== null,
      hasAudio: audio !== null,
      videoCodec: (await video?.getCodec()) ?? null,
      audioCodec: (await audio?.getCodec()) ?? null,
    });
  } catch {
    return err('unplayable');
  } finally {
    input.dispose();
  }
}

const headBytes = 64;

/**
 * What a downloaded file is. `cut-off`: not all of it is there. `page`: a web page or a refusal, no video at all. `unreadable`: all
 * there as far as can be told, but it cannot be opened here.
 */
export type Inspection =
  { readonly kind: 'plays'; readonly probe: Probe } | { readonly kind: 'cut-off' | 'page' | 'unreadable' };

/** Looks into a file that was delivered. Never throws; a file that is gone is `cut-off`. */
export async function inspect(path: string): Promise<Inspection> {
  const head = await readHead(path, headBytes).catch(() => null);
  if (head === null || head.length === 0) return { kind: 'cut-off' };
  if (/^\uFEFF?\s*[<{[]/.test(new TextDecoder().decode(head))) return { kind: 'page' };
  if (!(await endsWhole(path).catch(() => false))) return { kind: 'cut-off' };
  const found = await probe(path);
  return found.ok ? { kind: 'plays', probe: found.value } : { kind: 'unreadable' };
}

/** The first bytes of a file, at most so many. Rejects with the system's error. */
export async function readHead(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(most), 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
