/** A block of more characters than `long` is cut at the next plain line; no piece that is drawn at once is longer than `longest`. */
const long = 2_000;
const longest = 6_000;

const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/** Where reading stands: the fence that is open, and where the block began that is not finished yet. */
type Place = { readonly from: number; readonly fence: string | null };

export type Blocks = {
  /** Markdown that can be drawn by itself and will not change any more. */
  readonly finished: readonly string[];
  /** What is still being written. */
  readonly rest: string;
};

/**
 * Splits a growing Markdown text into blocks, so that only the last one is parsed again when more comes. Blocks end at blank
 * lines, never within a fenced block or before an indented line, which belongs to what stands above it. Each call goes on where
 * the last one stopped as long as the text only grew; the array of finished blocks is the same one while none was added.
 */
export function createBlocks(): (text: string) => Blocks {
  let read = '';
  let finished: readonly string[] = [];
  let place: Place = { from: 0, fence: null };
  return (text) => {
    if (!text.startsWith(read)) {
      finished = [];
      place = { from: 0, fence: null };
    }
    read = text;
    const next = splitFrom(text, place);
    if (next.blocks.length > 0) finished = [...finished, ...next.blocks];
    place = next.place;
    return { finished, rest: opened(place) + text.slice(place.from) };
  };
}

/** A fence that was cut is opened again in its next piece. */
function opened({ fence: open }: Place): string {
  return open === null ? '' : `${open}\n`;
}

function splitFrom(text: string, start: Place): { readonly blocks: readonly string[]; readonly place: Place } {
  const blocks: string[] = [];
  let place = start;
  let open = start.fence;
  let line = start.from;
  let blank = false;
  const cut = (at: number) => {
    const block = opened(place) + text.slice(place.from, at);
    blocks.push(...pieces(block).map((piece) => closed(piece, open)));
    place = { from: at, fence: open };
  };
  for (let end = text.indexOf('\n', line); end !== -1; end = text.indexOf('\n', line)) {
    const words = text.slice(line, end);
    const empty = words.trim() === '';
    const plain = open === null && !empty && !/^[\s|]/.test(words);
    const size = line - place.from;
    if ((blank && plain && size > 0) || (size > long && (plain || open !== null)) || size > longest) cut(line);
    blank = open === null && empty;
    open = fenceAfter(open, words);
    line = end + 1;
  }
  if (text.length - place.from > longest) cut(text.length - (pieces(text.slice(place.from)).at(-1)?.length ?? 0));
  return { blocks, place };
}

/** A text in pieces that are short enough to be drawn at once, parted at spaces where there are any. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  while (text.length - from > longest) {
    const space = text.lastIndexOf(' ', from + longest);
    const end = space > from ? space + 1 : from + longest;
    found.push(text.slice(from, end));
    from = end;
  }
  return [...found, text.slice(from)];
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

/** Finished blocks in groups of at least so many characters: all but the last are full, and never drawn again. */
export function inGroups(blocks: readonly string[], size: number): readonly (readonly string[])[] {
  const groups: string[][] = [[]];
  let filled = 0;
  for (const block of blocks) {
    if (filled >= size) {
      groups.push([]);
      filled = 0;
    }
    groups.at(-1)?.push(block);
    filled += block.length;
  }
  return groups;
}
