import type { EncodedPacket } from 'mediabunny';
import type { Probe } from './probe.ts';

/** Whether a file shows, or lets hear, nothing from beginning to end. */
export type Blankness = { readonly black: boolean; readonly silent: boolean };

/** What an encoder writes into its first key frame about itself, at most. */
const signatureBytes = 800;
/** A packet of silence in AAC, whatever the bit rate; the first few prime the decoder. */
const silentBytes = 16;
const primingPackets = 3;

/**
 * Guesses from the sizes of the packets alone, since nothing can be decoded here: a picture of one colour takes some bytes for each
 * row of blocks, silence takes next to none. Only H.264 and AAC, whose sizes are known (measured with x264 from 640x360 to
 * 1920x1080); anything else counts as something. A real film is found out at its first packets, so it costs little.
 */
export async function blanknessOf(path: string, probe: Probe): Promise<Blankness> {
  const { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input } = await import('mediabunny');
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(path) });
  try {
    const video = probe.videoCodec === 'avc' ? await input.getPrimaryVideoTrack() : null;
    const audio = probe.audioCodec === 'aac' ? await input.getPrimaryAudioTrack() : null;
    const sizes = { metadataOnly: true } as const;
    return {
      black:
        video !== null &&
        (await isOneColour(
          new EncodedPacketSink(video).packets(undefined, undefined, sizes),
          probe.width * probe.height,
        )),
      silent: audio !== null && (await isSilence(new EncodedPacketSink(audio).packets(undefined, undefined, sizes))),
    };
  } catch {
    return { black: false, silent: false };
  } finally {
    input.dispose();
  }
}

async function isOneColour(packets: AsyncIterable<EncodedPacket>, pixels: number): Promise<boolean> {
  const [keyBytes, deltaBytes] = [60 + pixels / 4500, 20 + pixels / 20_000];
  let count = 0;
  for await (const { type, byteLength } of packets) {
    const most = type === 'delta' ? deltaBytes : count === 0 ? signatureBytes + keyBytes : keyBytes;
    if (byteLength > most) return false;
    count += 1;
  }
  return count > 1;
}

async function isSilence(packets: AsyncIterable<EncodedPacket>): Promise<boolean> {
  let count = 0;
  for await (const { byteLength } of packets) {
    if (count >= primingPackets && byteLength > silentBytes) return false;
    count += 1;
  }
  return count > primingPackets;
}
