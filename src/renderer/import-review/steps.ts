/** Where a key leads in a list of `length` rows, of which `page` fill the window; null for a key that leads nowhere. */
export function rowStep(key: string, at: number, length: number, page: number): number | null {
  if (length === 0) return null;
  const to = (index: number): number => Math.min(length - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'PageDown':
      return to(at + page);
    case 'PageUp':
      return to(at - page);
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}
