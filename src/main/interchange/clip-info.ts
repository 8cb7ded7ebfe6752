import { readHead } from '../media/probe.ts';
import type { ClipInfo } from './plan.ts';
import { readTimecode } from './timecode.ts';

/** How many packets of pictures are looked at for the frame rate. */
const packets = 120;

/** What a file holds, or null where it cannot be opened as sound or moving pictures. The media library is loaded at the first call. */
export async function readClipInfo(path: string): Promise<ClipInfo | null> {
  const { FilePathSource } = await import('mediabunny');
  const { inputHeadBytes, mainTracks, openInput } = await import('../../shared/media-input.ts');
  const source = () => new FilePathSource(path);
  const input = await openInput(source, () => readHead(path, inputHeadBytes)).catch(() => null);
  if (input === null) return null;
  try {
    const { video, audio } = await mainTracks(input);
    if (video === null && audio === null) return null;
    return {
      durationMs: Math.round((await input.computeDuration()) * 1000),
      width: (await video?.getDisplayWidth()) ?? null,
      height: (await video?.getDisplayHeight()) ?? null,
      fps: (await video?.computePacketStats(packets))?.averagePacketRate ?? null,
      hasVideo: video !== null,
      hasAudio: audio !== null,
      timecode: video === null ? null : readTimecode(path),
    };
  } catch {
    return null;
  } finally {
    input.dispose();
  }
}
