import { err, ok, type Result } from '../../shared/result.ts';

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
