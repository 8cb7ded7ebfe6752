const ebml = 0x1a45_dfa3;
const segment = 0x1853_8067;

/**
 * Where a Matroska or WebM file says that it ends, in bytes; null where it is none, or where it does not know, as a recording under
 * way. `head`: its first bytes (RFC 8794, 4 and 11; RFC 9559, 5.1).
 */
export function matroskaEnd(head: Buffer): number | null {
  if (head.length < 8 || head.readUInt32BE(0) !== ebml) return null;
  const header = elementSize(head, 4);
  const at = header?.bytes == null ? Infinity : header.from + header.bytes;
  if (at + 4 > head.length || head.readUInt32BE(at) !== segment) return null;
  const body = elementSize(head, at + 4);
  return body?.bytes == null ? null : body.from + body.bytes;
}

/** A size of one to eight bytes: as many as its first one has leading zeros, and one. All ones stand for unknown. */
function elementSize(bytes: Buffer, at: number): { readonly bytes: number | null; readonly from: number } | null {
  const length = Math.clz32(bytes[at] ?? 0) - 23;
  if (length > 8 || at + length > bytes.length) return null;
  const bits = BigInt(7 * length);
  const value = BigInt.asUintN(Number(bits), BigInt(`0x${bytes.toString('hex', at, at + length)}`));
  return { bytes: value === (1n << bits) - 1n ? null : Number(value), from: at + length };
}
