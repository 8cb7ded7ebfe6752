import type { MediaKind } from '../../shared/domain/upload.ts';

/** How much of a file's beginning `sniffKinds` wants to see, in bytes. */
export const sniffBytes = 4096;

const containers: readonly string[] = ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot'];

/**
 * What a file may be by its first bytes, among the kinds the cloud takes; empty for anything else. Looks at signatures only. An MP4
 * container can hold sound alone, so it counts as both.
 */
export function sniffKinds(head: Uint8Array): readonly MediaKind[] {
  const text = (from: number, to: number): string => String.fromCharCode(...head.subarray(from, to));
  if (containers.includes(text(4, 8))) return ['video', 'audio'];
  if (startsWith(head, [0x1a, 0x45, 0xdf, 0xa3])) return ['video'];
  if (text(0, 4) === 'RIFF' || text(0, 4) === 'RF64') return riffKinds(text(8, 12));
  if (startsWith(head, [0xff, 0xd8, 0xff]) || startsWith(head, [0x89, 0x50, 0x4e, 0x47])) return ['image'];
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return ['image'];
  if (text(0, 3) === 'ID3' || text(0, 4) === 'ADIF' || hasAudioFrame(head)) return ['audio'];
  return [];
}

function startsWith(head: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => head[index] === byte);
}

function riffKinds(form: string): readonly MediaKind[] {
  if (form === 'AVI ') return ['video'];
  if (form === 'WAVE') return ['audio'];
  return form === 'WEBP' ? ['image'] : [];
}

/** The head of an ADTS frame, or of an MPEG audio frame of layer II or III; some files begin with zeros. */
function hasAudioFrame(head: Uint8Array): boolean {
  const start = head.findIndex((byte) => byte !== 0);
  const [first = 0, second = 0, third = 0] = head.subarray(Math.max(start, 0));
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return false;
  const layer = (second >> 1) & 3;
  if (layer === 0) return (second & 0xf0) === 0xf0;
  const [version, bitRate, sampleRate] = [(second >> 3) & 3, third >> 4, (third >> 2) & 3];
  return layer !== 3 && version !== 1 && bitRate !== 15 && sampleRate !== 3;
}
