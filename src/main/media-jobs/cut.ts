import {
  AdtsOutputFormat,
  Conversion,
  EncodedPacketSink,
  FilePathSource,
  FilePathTarget,
  FlacOutputFormat,
  type Input,
  MkvOutputFormat,
  MovOutputFormat,
  Mp3OutputFormat,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
  WavOutputFormat,
  WebMOutputFormat,
} from 'mediabunny';
import { inputHeadBytes, isCover, mainTracks, openInput, tagsOnce } from '../../shared/media-input.ts';
import { readHead } from '../media/probe.ts';
import type { Cut } from '../../shared/domain/cut.ts';

/**
 * Copies the packets of a part of a file into a new file of the same kind, from the last key frame before the part's beginning on,
 * so that nothing is decoded or lost. `cannot-decode`: a container that cannot be written, or with a track that cannot be cut.
 */
export async function copyCut(
  { sourcePath, resultPath, cut }: CutOrder,
  onProgress: (share: number) => void,
): Promise<CutMessage> {
  const source = (): FilePathSource => new FilePathSource(sourcePath);
  const input = await openInput(source, () => readHead(sourcePath, inputHeadBytes));
  if (input === null) return { kind: 'failed', code: 'cannot-decode' };
  try {
    const format = formatFor((await input.getFormat()).name);
    if (format === null) return { kind: 'failed', code: 'cannot-decode' };
    // All tracks begin at the key frame, so that every reader sees the same: some know nothing of edit lists.
    const start = await startOf(input, cut.inMs / 1000);
    const hasSound = (await input.getPrimaryAudioTrack()) !== null;
    const output = new Output({ format, target: new FilePathTarget(resultPath) });
    const conversion = await Conversion.init({
      input,
      output,
      tracks: 'all',
      video: async (track) => (hasSound && (await isCover(track)) ? { discard: true } : {}),
      tags: tagsOnce,
      trim: { start, end: cut.outMs / 1000 },
      copy: { mode: 'forced', shiftTolerance: Infinity, boundaryPolicy: 'expand' },
      showWarnings: false,
    });
    if (!conversion.isValid || conversion.discardedTracks.some(({ reason }) => reason !== 'discarded_by_user'))
      return { kind: 'failed', code: 'cannot-decode' };
    conversion.onProgress = onProgress;
    await conversion.execute();
    return { kind: 'done', startMs: Math.round(start * 1000) };
  } finally {
    input.dispose();
  }
}

/** By the name that the library gives the source's format. */
function formatFor(name: string): OutputFormat | null {
  switch (name) {
    case 'MP4':
      // In one go to the disk: a film does not fit into memory.
      return new Mp4OutputFormat({ fastStart: false });
    case 'QuickTime File Format':
      return new MovOutputFormat({ fastStart: false });
    case 'Matroska':
      return new MkvOutputFormat();
    case 'WebM':
      return new WebMOutputFormat();
    case 'MP3':
      return new Mp3OutputFormat();
    case 'WAVE':
      return new WavOutputFormat();
    case 'FLAC':
      return new FlacOutputFormat();
    case 'ADTS':
      return new AdtsOutputFormat();
    default:
      return null;
  }
}

/** Where the copy begins: at the last key frame at or before the wanted time. In seconds. */
async function startOf(input: Input, wanted: number): Promise<number> {
  const { video } = await mainTracks(input);
  if (video === null) return wanted;
  const sink = new EncodedPacketSink(video);
  const key =
    (await sink.getKeyPacket(wanted, { metadataOnly: true })) ?? (await sink.getFirstKeyPacket({ metadataOnly: true }));
  return Math.max(0, key?.timestamp ?? 0);
}

/** What the thread that cuts is told, and what it tells. Paths are absolute. */
export type CutOrder = { readonly sourcePath: string; readonly resultPath: string; readonly cut: Cut };

export type CutMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly startMs: number }
  | { readonly kind: 'failed'; readonly code: 'cannot-decode' | 'disk-full' | 'media-job-failed' };
