/** No piece that is drawn at once has more characters. */
export const longestPiece = 3_000;

/** A text in pieces that are short enough to be drawn at once, parted at line ends or spaces where there are any. */
export function inPieces(text: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  while (text.length - from > longestPiece) {
    // Cut out first: the search would go back to the beginning of a text without end.
    const reach = text.slice(from, from + longestPiece + 1);
    const line = from + reach.lastIndexOf('\n', longestPiece - 1);
    const space = from + reach.lastIndexOf(' ');
    const end = line > from ? line + 1 : space > from ? space + 1 : wholeEnd(text, from + longestPiece);
    found.push(text.slice(from, end));
    from = end;
  }
  return [...found, text.slice(from)];
}

/** Never within a pair of surrogates. */
function wholeEnd(text: string, end: number): number {
  return (text.charCodeAt(end) & 0xfc00) === 0xdc00 ? end - 1 : end;
}
