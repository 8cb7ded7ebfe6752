/**
 * Boxes, the parts that an MP4 or QuickTime file is made of: a length of 32 bits that counts its own header, four letters, a body
 * (ISO/IEC 14496-12, 4.2). Inside `moov` none needs a length of 64 bits, and none is open-ended.
 */
export type Box = { readonly type: string; readonly body: Uint8Array };

const headerBytes = 8;

/** The boxes that fill `bytes`; null where they do not fit into it. Bodies are views, not copies. */
export function readBoxes(bytes: Uint8Array): readonly Box[] | null {
  const boxes: Box[] = [];
  const view = viewOf(bytes);
  for (let at = 0; at < bytes.length;) {
    if (bytes.length - at < headerBytes) return null;
    const size = view.getUint32(at);
    if (size < headerBytes || size > bytes.length - at) return null;
    boxes.push({ type: typeAt(bytes, at + 4), body: bytes.subarray(at + headerBytes, at + size) });
    at += size;
  }
  return boxes;
}

/** The body of the first box of this type; null where there is none. */
export function bodyOf(boxes: readonly Box[], type: string): Uint8Array | null {
  return boxes.find((box) => box.type === type)?.body ?? null;
}

/** The boxes within the first box of this type; null where there is none, or nothing sensible in it. */
export function within(boxes: readonly Box[], type: string): readonly Box[] | null {
  const body = bodyOf(boxes, type);
  return body === null ? null : readBoxes(body);
}

/** A whole box, header and body. */
export function writeBox(type: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const size = parts.reduce((sum, { length }) => sum + length, headerBytes);
  const bytes = new Uint8Array(size);
  viewOf(bytes).setUint32(0, size);
  for (let at = 0; at < 4; at += 1) bytes[4 + at] = type.charCodeAt(at);
  let at = headerBytes;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Numbers of 32 bits, one after the other; negative ones in two's complement. */
export function words(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  const view = viewOf(bytes);
  for (const [at, value] of values.entries()) view.setUint32(4 * at, value >>> 0);
  return bytes;
}

export function typeAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
