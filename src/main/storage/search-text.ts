import type { Turn } from '../../shared/domain/turn.ts';

/** Text on one line: white space of every kind, and control characters, are single spaces. */
function oneLine(text: string): string {
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

/** How much text a hit shows, in characters. */
const snippetLength = 80;
/** How much of it there is on each side even of a long hit. */
const leastContext = 20;
/** How far a cut moves to stand between two words. */
const wordSearch = 12;

/**
 * The text without regard to case. Every character stays at its place: one that would become longer in another case is left as
 * it is.
 */
export function fold(text: string): string {
  return text.replaceAll(/[A-Z]|(?!\p{ASCII})\p{CWCM}/gu, foldCharacter);
}

function foldCharacter(character: string): string {
  // By way of the capital, which unites letters that have two small forms (σ and ς).
  const [folded, lower] = [character.toUpperCase().toLowerCase(), character.toLowerCase()];
  return [folded, lower].find((form) => form.length === character.length) ?? character;
}

/** Whether letters that English does not know are another in another case here. */
export function hasOwnCase(text: string): boolean {
  return /(?!\p{ASCII})\p{CWCM}/u.test(text);
}

/** A query in the form in which words are compared. */
export function foldQuery(query: string): string {
  return fold(oneLine(query));
}

/** Of a longer text nobody misses the end in a search, and making its words holds main; in UTF-16 units. */
export const mostSearched = 1_000_000;

/** The words of a turn that can be found: the message, the answer's texts and questions, each on a line. */
export function wordsOf({ prompt, parts }: Pick<Turn, 'prompt' | 'parts'>): string {
  const texts = parts.flatMap((part) => {
    if (part.kind === 'text') return [plainText(part.text.slice(0, mostSearched))];
    if (part.kind !== 'question') return [];
    return [part.title ?? '', ...part.questions.map((question) => question.prompt)].filter((text) => text !== '');
  });
  return [oneLine(prompt), ...texts].join('\n');
}

/**
 * About 80 characters around the first hit, within its line. Every second piece, from index 1 on, is a hit. Null where there is
 * none. `query` is folded; `text` may be an excerpt with at least 60 characters before the hit and 200 behind its start.
 */
export function snippetOf(text: string, query: string): readonly string[] | null {
  const folded = fold(text);
  const hit = query === '' ? -1 : folded.indexOf(query);
  if (hit < 0) return null;
  const lineStart = folded.lastIndexOf('\n', hit) + 1;
  const lineEnd = folded.indexOf('\n', hit) < 0 ? text.length : folded.indexOf('\n', hit);
  const context = Math.max(leastContext, Math.floor((snippetLength - query.length) / 2));
  const start = cutBefore(text, Math.max(lineStart, hit - context), lineStart, hit);
  // What a hit near the line's beginning leaves over is shown behind it.
  const behind = Math.max(leastContext, snippetLength - query.length - Math.min(context, hit - lineStart));
  const end = cutBehind(text, Math.min(lineEnd, hit + query.length + behind), lineEnd, hit + query.length);
  const pieces = marked(text.slice(start, end), folded.slice(start, end), query);
  const [first = '', ...rest] = pieces;
  const last = rest.pop() ?? '';
  return [start > lineStart ? `…${first}` : first, ...rest, end < lineEnd ? `${last}…` : last];
}

/** The text in pieces, of which every second one is the query. */
function marked(text: string, folded: string, query: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let hit = folded.indexOf(query); hit >= 0; hit = folded.indexOf(query, from)) {
    pieces.push(text.slice(from, hit), text.slice(hit, hit + query.length));
    from = hit + query.length;
  }
  return [...pieces, text.slice(from)];
}

function cutBefore(text: string, wanted: number, lineStart: number, hit: number): number {
  if (wanted === lineStart) return wanted;
  const space = text.indexOf(' ', wanted);
  if (space >= 0 && space < Math.min(hit, wanted + wordSearch)) return space + 1;
  return isLowSurrogate(text, wanted) ? wanted + 1 : wanted;
}

function cutBehind(text: string, wanted: number, lineEnd: number, hitEnd: number): number {
  if (wanted === lineEnd) return wanted;
  const space = text.lastIndexOf(' ', wanted);
  if (space >= Math.max(hitEnd, wanted - wordSearch)) return space;
  return isLowSurrogate(text, wanted) ? wanted - 1 : wanted;
}

function isLowSurrogate(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xdc00;
}
