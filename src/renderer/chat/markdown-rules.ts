/** The part of a Markdown tree that the rules here need. */
type Node = {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly title?: string | null;
  readonly alt?: string | null;
  /** Of a table: the alignment of each column. */
  readonly align?: readonly unknown[];
  readonly data?: object;
  readonly children?: readonly Node[];
};

/** Nested markers of quotations and lists in front of one line. People write five of them at most. */
const mostMarkers = 20;
/** Depth of the tree; a list and its item count as two. */
const mostDepth = 60;
/** Cells that one row of a table shows. */
const mostCells = 30;
/** Signs of emphasis and code, and opening brackets, in one block: parsers search from each for its partner, and each pair is an element. */
const mostSigns = 900;
const mostBrackets = 500;

/** Invisible, and blank to the parser: put where an address ends, so that the parser does not read on. */
const addressEnd = '\uFEFF';
const addresses =
  /((?:https?:\/\/|www\.)[^\s<\u2018-\u201d\u2026\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+)(?=(\S?))/gi;

/** Whether a block can be parsed in reasonable time, and without overflowing the stack. */
export function isTame(block: string): boolean {
  if (block.startsWith('```') || block.startsWith('~~~')) return true;
  let signs = 0;
  let brackets = 0;
  for (const character of block) {
    if (character === '*' || character === '_' || character === '~' || character === '`') signs += 1;
    else if (character === '[') brackets += 1;
  }
  return (
    signs <= mostSigns && brackets <= mostBrackets && block.split('\n').every((line) => markersOf(line) <= mostMarkers)
  );
}

const marker = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^\]\s]{1,99}\]:)/y;

function markersOf(line: string): number {
  let count = 0;
  for (marker.lastIndex = 0; count <= mostMarkers && marker.test(line);) count += 1;
  return count;
}

/** Marks the ends of addresses in a block: an address ends where Chinese punctuation or a Chinese bracket begins. */
export function withAddressEnds(block: string): string {
  return block.replace(addresses, (address: string, _: string, next: string) =>
    next === '' || next === '<' ? address : address + addressEnd,
  );
}

/**
 * Finishes the tree (a remark plugin): a line end becomes a break, each text gets its direction, the marks of addresses
 * go, and what is nested deeper than anybody writes is shown as it was written.
 */
export function asPeopleWrite(): (tree: Node, file: { readonly value: unknown }) => Node {
  return (tree, file) => {
    if (!isTooDeep(tree)) return tidied(tree);
    const text: Node = { type: 'text', value: String(file.value) };
    return tidied({ type: 'root', children: [{ type: 'paragraph', children: [text] }] });
  };
}

/** Walks level by level: a tree that is too deep to draw is too deep for recursion, too. */
function isTooDeep(tree: Node): boolean {
  let level: readonly Node[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostDepth) return true;
    level = level.flatMap(({ children }) => children ?? []);
  }
  return false;
}

const ownDirection = { hProperties: { dir: 'auto' } };
const textBlocks = new Set(['paragraph', 'heading', 'tableCell']);
const holders = new Set(['list', 'blockquote', 'table']);

/**
 * Gives containers their direction by name: with `auto` a browser searches for it again at each child that is added.
 */
function directionOf(node: Node): object | undefined {
  if (textBlocks.has(node.type)) return ownDirection;
  if (!holders.has(node.type)) return undefined;
  const letter = firstLetter(node);
  return letter === null ? undefined : { hProperties: { dir: fromTheRight.test(letter) ? 'rtl' : 'ltr' } };
}

const fromTheRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function firstLetter({ value = '', children = [] }: Node): string | null {
  const letter = /\p{L}/u.exec(value)?.[0];
  if (letter !== undefined) return letter;
  for (const child of children) {
    const found = firstLetter(child);
    if (found !== null) return found;
  }
  return null;
}

function tidied(node: Node): Node {
  const { value, url, title, alt, align, children } = node;
  const direction = directionOf(node);
  return {
    ...node,
    ...(value === undefined ? {} : { value: withoutMarks(value) }),
    ...(url === undefined ? {} : { url: withoutMarks(url) }),
    ...(typeof title === 'string' ? { title: withoutMarks(title) } : {}),
    ...(typeof alt === 'string' ? { alt: withoutMarks(alt) } : {}),
    ...(align === undefined ? {} : { align: align.slice(0, mostCells + 1) }),
    ...(direction === undefined ? {} : { data: { ...node.data, ...direction } }),
    ...(children === undefined ? {} : { children: inSight(node.type, children).flatMap(inLines).map(tidied) }),
  };
}

/** Keeps the first cells of a row, and says how many more there are. */
function inSight(type: string, children: readonly Node[]): readonly Node[] {
  if (type !== 'tableRow' || children.length <= mostCells) return children;
  const more: Node = { type: 'text', value: `… +${children.length - mostCells}` };
  return [...children.slice(0, mostCells), { type: 'tableCell', children: [more] }];
}

/** Turns a text of several lines into texts with breaks between them. */
function inLines(node: Node): readonly Node[] {
  if (node.type !== 'text' || node.value?.includes('\n') !== true) return [node];
  const texts = node.value.split('\n').map((value): Node => ({ type: 'text', value }));
  return texts.flatMap((text, index) => (index === 0 ? [text] : [{ type: 'break' }, text]));
}

function withoutMarks(text: string): string {
  return text.replaceAll(addressEnd, '');
}
