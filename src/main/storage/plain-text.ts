/** Text on one line: white space of every kind, and control characters, are single spaces. */
export function oneLine(text: string): string {
  return (
    text
      .normalize('NFC')
      // A space that stands alone, which is nearly all of them, stays as it is.
      .replaceAll(/[\s\p{Cc}]{2,}|(?! )[\s\p{Cc}]/gu, ' ')
      .trim()
  );
}

/**
 * What a reader sees of Markdown, on one line. Line by line, so that a long text is not copied whole again and again. All repeats have
 * a limit where they could be tried from many places, so that no text takes more than linear time.
 */
export function plainText(markdown: string): string {
  const lines = markdown.split(/[\n\r\u2028\u2029]+/).filter((line) => line.trim() !== '');
  return lines
    .map((line) => oneLine(withoutMarks(line)))
    .filter((line) => line !== '')
    .join(' ');
}

function withoutMarks(line: string): string {
  return line
    .replace(/^[ \t]*(?:`{3}|~{3}).*$/, '')
    .replace(/^[ \t]*[|:*_-][ \t|:*_-]{2,}$/, '')
    .replace(/^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)+/, '')
    .replace(/^[ \t]*\|(.*)\|[ \t]*$/, (_, row: string) => row.replaceAll('|', ' '))
    .replaceAll(/!?\[([^[\]]{0,300})\]\([^()]{0,2048}(?:\([^()]{0,2048}\)[^()]{0,2048})?\)/g, '$1')
    .replaceAll(/\*\*|~~|`+|(?<!\w)__|__(?!\w)/g, '')
    .replaceAll(/(?<![\w*])([*_])([^*_\s](?:[^*_]{0,300}[^*_\s])?)\1(?![\w*])/g, '$2');
}
