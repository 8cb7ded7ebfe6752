import {
  ALL_FORMATS,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  type InputFormat,
  type InputVideoTrack,
  type MetadataTags,
  QuickTimeInputFormat,
  RichImageData,
  type Source,
  UrlSource,
  WaveInputFormat,
} from 'mediabunny';

import { isBareQuickTime, standsStill, waveKind } from './domain/file-head.ts';

/** How much of a file's beginning `openInput` wants to see, in bytes. */
export const inputHeadBytes = 12;

// mediabunny asks a format by this method whether it can read a file, and recognises both kinds only by a name that not
// all of them carry.
class BareQuickTime extends QuickTimeInputFormat {
  _canReadInput(): Promise<boolean> {
    return Promise.resolve(true);
  }
}

class BroadcastWave extends WaveInputFormat {
  _canReadInput(): Promise<boolean> {
    return Promise.resolve(true);
  }
}

/**
 * Opens a film or sound of any kind that we know; null where it is none. `readHead` gives its first bytes. The caller
 * disposes of it.
 */
export async function openInput(source: () => Source, readHead: () => Promise<Uint8Array>): Promise<Input | null> {
  const open = async (formats: readonly InputFormat[]): Promise<Input | null> => {
    const input = new Input({ formats: [...formats], source: source() });
    if (await input.canRead()) return input;
    input.dispose();
    return null;
  };
  const input = await open(ALL_FORMATS);
  if (input !== null) return input;
  const head = await readHead();
  if (isBareQuickTime(head)) return open([new BareQuickTime()]);
  return waveKind(head) === null ? null : open([new BroadcastWave()]);
}

/**
 * The file at this address, of which `maxCacheSize` bytes are kept. Nothing is asked for twice by itself. What is read ahead and fails
 * is nobody's error yet: who needs it asks again. The library would let such an error end the whole worker.
 */
export function fileAt(url: string, maxCacheSize: number): UrlSource {
  return new UrlSource(url, { maxCacheSize, getRetryDelay: () => null, handleUnhandledError: () => undefined });
}

/** What a proxy fits into. Pixels. */
export const proxySize = { width: 960, height: 540 };

/**
 * The main pictures and sound of a file, and how many tracks of each there are. A picture on the cover counts as none.
 */
export type MainTracks = {
  readonly video: InputVideoTrack | null;
  readonly audio: InputAudioTrack | null;
  readonly videoTracks: number;
  readonly audioTracks: number;
};

export async function mainTracks(input: Input): Promise<MainTracks> {
  const audio = await input.getPrimaryAudioTrack();
  const moving = async (track: InputVideoTrack): Promise<boolean> => audio === null || !(await isCover(track));
  return {
    video: await input.getPrimaryVideoTrack({ filter: moving }),
    audio,
    videoTracks: (await input.getVideoTracks({ filter: moving })).length,
    audioTracks: (await input.getAudioTracks()).length,
  };
}

const coverSample = 50;

/** A picture beside sound that is stored as a track: in a format that the library has no name for, and it stands still. */
export async function isCover(track: InputVideoTrack): Promise<boolean> {
  if ((await track.getCodec()) !== null) return false;
  const { averagePacketRate } = await track.computePacketStats(coverSample);
  const sink = new EncodedPacketSink(track);
  const sizes: number[] = [];
  let packet = await sink.getFirstPacket({ metadataOnly: true });
  for (
    ;
    packet !== null && sizes.length < coverSample;
    packet = await sink.getNextPacket(packet, { metadataOnly: true })
  )
    sizes.push(packet.byteLength);
  return standsStill(await track.getInternalCodecId(), averagePacketRate, sizes);
}

/** Tags without duplicates: mediabunny would write a picture both as itself and as one of the raw tags. */
export function tagsOnce(tags: MetadataTags): MetadataTags {
  if (tags.raw === undefined || !tags.images?.length) return tags;
  const raw = Object.entries(tags.raw).filter(
    ([key, value]) => !pictureTags.has(key.toUpperCase()) && !(value instanceof RichImageData),
  );
  return { ...tags, raw: Object.fromEntries(raw) };
}

const pictureTags: ReadonlySet<string> = new Set(['APIC', 'PIC', 'COVR', 'METADATA_BLOCK_PICTURE']);
