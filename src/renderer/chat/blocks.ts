import { inPieces, longestPiece as longest } from '../locales/pieces.ts';

/** A block longer than this many characters is cut at the next plain line. */
const long = 2_000;

const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/s;
/** The line between a table's head and its rows. */
const ruler = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;

/** How far the text has been read: the open fence or table, and the start of the unfinished block. */
type Place = { readonly from: number; readonly fence: string | null; readonly head: string | null };

const beginning: Place = { from: 0, fence: null, head: null };

type Blocks = {
  /** Markdown that can be drawn by itself and will not change any more. */
  readonly finished: readonly string[];
  /** What is still being written. */
  readonly rest: string;
};

/**
 * Splits a growing Markdown text into blocks, so that only the last is parsed again when more comes. Blocks end at
 * blank lines, but not in fences or before indented lines. A call goes on where the last one stopped if the text only
 * grew, and keeps the array of finished blocks where none was added.
 */
export function createBlocks(): (text: string) => Blocks {
  let read = '';
  let finished: readonly string[] = [];
  let place = beginning;
  return (text) => {
    if (!text.startsWith(read)) {
      finished = [];
      place = beginning;
    }
    read = text;
    const next = splitFrom(text, place);
    if (next.blocks.length > 0) finished = [...finished, ...next.blocks];
    place = next.place;
    return { finished, rest: opened(place) + text.slice(place.from) };
  };
}

/** Opens a fence that was cut again in its next piece, and repeats the head of a table. */
function opened({ fence: open, head }: Place): string {
  return open === null ? (head ?? '') : `${open}\n`;
}

function splitFrom(text: string, begin: Place): { readonly blocks: readonly string[]; readonly place: Place } {
  const blocks: string[] = [];
  let place = begin;
  let { fence: open, head, from: line } = begin;
  let above = '';
  let blank = false;
  const cut = (at: number) => {
    const block = opened(place) + text.slice(place.from, at);
    blocks.push(...inPieces(block).map((piece) => closed(piece, open)));
    place = { from: at, fence: open, head };
  };
  /** Whether what was read and the row that ends at `end` are too much for one piece of a table. */
  const isFull = (end: number) => head !== null && opened(place).length + end - place.from > longest;
  for (let end = text.indexOf('\n', line); end !== -1; end = text.indexOf('\n', line)) {
    const words = text.slice(line, end);
    const empty = words.trim() === '';
    if (!isRow(words)) head = null;
    const plain = open === null && head === null && !empty && !/^[\s|]/.test(words);
    const size = line - place.from;
    const much = size > longest || (size > long && (plain || open !== null)) || isFull(end + 1);
    if (size > 0 && (much || (blank && plain))) cut(line);
    blank = open === null && empty;
    open = fenceAfter(open, words);
    head = open === null ? (head ?? headOf(above, words)) : null;
    above = words;
    line = end + 1;
  }
  // Cuts a table at the end of a row, unless that row does not end.
  if (text.length - place.from > longest && (head === null || text.length - line > long)) {
    head = null;
    cut(text.length - (inPieces(text.slice(place.from)).at(-1)?.length ?? 0));
  }
  return { blocks, place };
}

function isRow(words: string): boolean {
  return words.includes('|');
}

/** The head of the table whose rows begin behind these two lines; null where there is none, or it is too long to be repeated. */
function headOf(above: string, words: string): string | null {
  const head = `${above}\n${words}\n`;
  return isRow(above) && isRow(words) && ruler.test(words.trimEnd()) && head.length <= long ? head : null;
}

function closed(block: string, open: string | null): string {
  return open === null ? block : `${block}\n${mark(open)}`;
}

function mark(open: string): string {
  return fence.exec(open)?.[1] ?? '```';
}

/** The fence that is open after a line: it is closed by as many of its marks, with nothing behind them. */
function fenceAfter(open: string | null, words: string): string | null {
  const found = fence.exec(words);
  if (found === null) return open;
  const [, marks = '', rest = ''] = found;
  if (open === null) return marks.startsWith('`') && rest.includes('`') ? null : words;
  const opening = mark(open);
  return marks.startsWith(opening) && rest.trim() === '' ? null : open;
}

/** Pieces of a table that stay hidden until the user asks for them. */
export type MoreRows = { readonly blocks: readonly string[] };

/** How many pieces of one table are drawn at first. */
const piecesAtFirst = 3;

/** Puts all pieces of a table but the first ones together; a table that still grows also shows its newest rows. */
export function foldTables({ finished, rest }: Blocks): {
  readonly items: readonly (string | MoreRows)[];
  readonly rest: string;
} {
  const items = foldFinished(finished);
  const last = items.at(-1);
  if (typeof last !== 'object' || tableHead(rest) !== tableHead(last.blocks[0] ?? '')) return { items, rest };
  // What stands below the table is no part of it.
  const end = endOfRows(rest);
  return { items: items.with(-1, { blocks: [...last.blocks, rest.slice(0, end)] }), rest: rest.slice(end).trimStart() };
}

function endOfRows(text: string): number {
  let end = 0;
  while (end < text.length) {
    const next = text.indexOf('\n', end) + 1 || text.length;
    if (!isRow(text.slice(end, next))) break;
    end = next;
  }
  return end;
}

function foldFinished(blocks: readonly string[]): readonly (string | MoreRows)[] {
  const items: (string | MoreRows)[] = [];
  let head: string | null = null;
  let pieces = 0;
  for (const block of blocks) {
    const top = tableHead(block);
    pieces = top !== null && top === head ? pieces + 1 : 0;
    head = top;
    const last = items.at(-1);
    if (pieces < piecesAtFirst) items.push(block);
    else if (typeof last === 'object') items[items.length - 1] = { blocks: [...last.blocks, block] };
    else items.push({ blocks: [block] });
  }
  return items;
}

/** How many rows there are below the heads of these pieces of tables. */
export function rowsOf({ blocks }: MoreRows): number {
  return blocks.reduce((sum, block) => sum + block.trimEnd().split('\n').length - 2, 0);
}

/** The two lines with which a table begins; null where the block is none. */
function tableHead(block: string): string | null {
  const first = block.indexOf('\n');
  const second = block.indexOf('\n', first + 1);
  return second === -1 ? null : headOf(block.slice(0, first), block.slice(first + 1, second));
}

/** Finished blocks in groups of at least so many characters: all but the last are full, and never drawn again. */
export function inGroups<T extends string | MoreRows>(blocks: readonly T[], size: number): readonly (readonly T[])[] {
  const groups: T[][] = [[]];
  let filled = 0;
  for (const block of blocks) {
    if (filled >= size) {
      groups.push([]);
      filled = 0;
    }
    groups.at(-1)?.push(block);
    filled += typeof block === 'string' ? block.length : 0;
  }
  return groups;
}
