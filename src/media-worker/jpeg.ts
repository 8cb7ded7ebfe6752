const qualities = [0.82, 0.65, 0.45, 0.25] as const;

/** The canvas as a JPEG data URL of at most `most` characters; null where even the poorest one is longer. */
export function jpegUrl(canvas: HTMLCanvasElement, most: number): string | null {
  for (const quality of qualities) {
    const url = canvas.toDataURL('image/jpeg', quality);
    if (url.length <= most) return url;
  }
  return null;
}
