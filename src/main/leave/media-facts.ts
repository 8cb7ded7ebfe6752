import type { MediaFacts } from './plan.ts';

/** How many packets of pictures are looked at for the frame rate. */
const packets = 120;

/** What a file holds, or null where it cannot be opened as sound or moving pictures. The media library is loaded at the first call. */
export async function readMediaFacts(path: string): Promise<MediaFacts | null> {
  const { ALL_FORMATS, FilePathSource, Input } = await import('mediabunny');
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(path) });
  try {
    const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
    if (video === null && audio === null) return null;
    return {
      durationMs: Math.round((await input.computeDuration()) * 1000),
      width: (await video?.getDisplayWidth()) ?? null,
      height: (await video?.getDisplayHeight()) ?? null,
      fps: (await video?.computePacketStats(packets))?.averagePacketRate ?? null,
      hasVideo: video !== null,
      hasAudio: audio !== null,
    };
  } catch {
    return null;
  } finally {
    input.dispose();
  }
}
