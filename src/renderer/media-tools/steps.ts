const small = 100;
const large = 1_000;
const page = 10_000;

/** Where a key takes a handle, ms; null for a key that is not the handle's. Bounds are kept by whoever moves it. */
export function stepOf(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  valueMs: number,
  durationMs: number,
): number | null {
  const step = shiftKey ? large : small;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return valueMs - step;
    case 'ArrowRight':
    case 'ArrowUp':
      return valueMs + step;
    case 'PageDown':
      return valueMs - page;
    case 'PageUp':
      return valueMs + page;
    case 'Home':
      return 0;
    case 'End':
      return durationMs;
    default:
      return null;
  }
}
