/** As much of a Markdown tree as the rules here need. */
type Node = {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly title?: string | null;
  readonly alt?: string | null;
  /** Of a table: how each of its columns stands. */
  readonly align?: readonly unknown[];
  readonly data?: object;
  readonly children?: readonly Node[];
};

/** Markers of quotations and lists in front of one line. People nest five of them. */
const mostMarkers = 20;
/** Elements within each other, in the tree: a list and its item are two. */
const mostDepth = 60;
/** Cells of one row of a table. */
const mostCells = 30;
/** Signs of emphasis, and opening brackets, in one block: parsers look from each of them for its other half. */
const mostSigns = 2_000;
const mostBrackets = 500;

/** Invisible, and blank to the parser: it stands where an address ends that would go on for it. */
const addressEnd = '\uFEFF';
const addresses =
  /((?:https?:\/\/|www\.)[^\s<\u2018-\u201d\u2026\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+)(?=(\S?))/gi;

/** Whether a block can be parsed at all in reasonable time and without getting lost in it. */
export function isTame(block: string): boolean {
  if (block.startsWith('```') || block.startsWith('~~~')) return true;
  let signs = 0;
  let brackets = 0;
  for (const character of block) {
    if (character === '*' || character === '_' || character === '~') signs += 1;
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

/** The block with the ends of its addresses marked: an address is over where Chinese punctuation or a Chinese bracket begins. */
export function withAddressEnds(block: string): string {
  return block.replace(addresses, (address: string, _: string, next: string) =>
    next === '' || next === '<' ? address : address + addressEnd,
  );
}

/**
 * What Markdown leaves to the one who draws it (a plugin of remark): a line end is one, each text has its own direction, the marks of
 * addresses go, and what is nested deeper than anybody writes is shown as it was written.
 */
export function asPeopleWrite(): (tree: Node, file: { readonly value: unknown }) => Node {
  return (tree, file) => {
    if (!isTooDeep(tree)) return tidied(tree);
    const text: Node = { type: 'text', value: String(file.value) };
    return tidied({ type: 'root', children: [{ type: 'paragraph', children: [text] }] });
  };
}

/** Level by level: a tree that is too deep to be drawn is too deep for calls that call themselves, too. */
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

/** What holds others gets its direction by name: a browser would look for it again with each thing that is put into it. */
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

/** Of a row the first cells, and how many more there are. */
function inSight(type: string, children: readonly Node[]): readonly Node[] {
  if (type !== 'tableRow' || children.length <= mostCells) return children;
  const more: Node = { type: 'text', value: `… +${children.length - mostCells}` };
  return [...children.slice(0, mostCells), { type: 'tableCell', children: [more] }];
}

/** A text of several lines as texts with breaks between them. */
function inLines(node: Node): readonly Node[] {
  if (node.type !== 'text' || node.value?.includes('\n') !== true) return [node];
  const texts = node.value.split('\n').map((value): Node => ({ type: 'text', value }));
  return texts.flatMap((text, index) => (index === 0 ? [text] : [{ type: 'break' }, text]));
}

function withoutMarks(text: string): string {
  return text.replaceAll(addressEnd, '');
}
