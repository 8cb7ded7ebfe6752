/** Characters by which a growing text gets longer on screen within one frame: far more than anybody reads, and drawn in a few ms. */
const leap = 8_000;

/** How far a text may be drawn where its first `drawn` characters are drawn already; never within a pair of surrogates. */
export function nextEnd(text: string, drawn: number): number {
  const end = drawn + leap;
  if (end >= text.length) return text.length;
  return (text.charCodeAt(end) & 0xfc00) === 0xdc00 ? end + 1 : end;
}
