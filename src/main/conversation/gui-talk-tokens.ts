import { joints } from './gui-talk-grammar.ts';
import { isPlain } from './gui-talk-plain.ts';

/**
 * `opaque` is a piece of quoted text, inline code, a label in brackets, a link or an address; `verbatim` a piece of a line that is
 * never read (fenced or indented code, a quotation, a table); `bullet` what a list item or heading starts with; `end` and `pause`
 * what parts sentences and clauses; `mark` any other sign. A word is a Latin run or one Han character.
 */
export type TokenKind =
  'word' | 'opaque' | 'verbatim' | 'space' | 'line' | 'bullet' | 'end' | 'pause' | 'open' | 'close' | 'mark';

export type Token = { readonly kind: TokenKind; readonly text: string };

export type Tokenizer = {
  /** Reads the tokens that are certain by now; together they are the text. `final`: no more text follows. */
  readonly push: (text: string, final: boolean, read: (token: Token) => void) => void;
};

const closers: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
  ['«', '»'],
  ['【', '】'],
  ['[', ']'],
]);

type Forms = readonly (readonly [TokenKind, RegExp])[];

/** What a line may hold, in the order in which it is tried. No token is longer than 64; what is, comes in pieces. */
const wordForms: Forms = [
  ['word', /[A-Za-z0-9]{1,64}(?=[ ,])/y],
  ['space', /[^\S\r\n]{1,64}/y],
  ['word', /\p{Script=Han}/uy],
  ['opaque', /https?:\/\/[^\s\p{Script=Han}，。）)]{1,64}/uy],
  ['word', /(?!\p{Script=Han})[\p{L}\p{N}\p{M}](?:(?!\p{Script=Han})(?:[\p{L}\p{N}\p{M}]|['’-](?=[a-z]))){0,63}/iuy],
];
const signs: Forms = [
  ['line', /\r?\n/y],
  ['end', /[.!?]{1,8}[*_~)）]{0,4}|[。！？]{1,8}[*_~)）]{0,4}/y],
  ['pause', /[,;:，；：、—–]|-(?=\s)/y],
  ['open', /[(（]/y],
  ['close', /[)）]/y],
  ['mark', /[*_~]{1,8}|./suy],
];
const quotedPiece = /`{1,8}|[\p{L}\p{N}]{1,64}|./suy;
const opener = /["'“‘「『《〈«【[]|`{1,8}/y;
const linePrefix = /[ \t\-*+•#>|`~\d.)、[\]xX]{0,48}/y;
const fence = /^[ \t]*(`{3,}|~{3,})/;
const neverRead = /^[ \t]*[>|]|^(?: {4}|\t)\s*\S/;
const bullet = /^[ \t]*(?:(?:[-*+•]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,3}、[ \t]*|#{1,6}[ \t]+)/;
const wordLike = /^[\p{L}\p{N}]/u;
const latin = /^(?!\p{Script=Han})[\p{L}\p{N}]/u;

function isHighHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** How far a token must be from the end of the text to be sure that it does not change: a letter may follow an apostrophe. */
const sureAfter = 3;

const parting = joints.part.split('|');
const latinParting = `(?!(?:${parting.filter((word) => latin.test(word)).join('|')}) )`;
const hanParting = parting.filter((word) => !latin.test(word)).join('');

/** Words that part nothing: where each of them would be read alike, they are read at once. */
const stretch = new RegExp(
  `(?:${latinParting}[a-z0-9]{1,64} )*${latinParting}[a-z0-9]{1,64}(?= )|(?:(?![${hanParting}])\\p{Script=Han})+`,
  'iuy',
);

/**
 * Cuts a text that arrives in deltas into tokens; where it was cut into deltas makes no difference to them. While `isFlowing`, one
 * token may hold several words.
 */
export function createTokenizer(isFlowing: () => boolean): Tokenizer {
  let text = '';
  let at = 0;
  let final = false;
  /** Where the text ends, without a sign of which only half has come. */
  let certain = 0;
  let mode: 'line-start' | 'fresh' | 'inline' | 'verbatim' | 'quoted' = 'line-start';
  let fenceSign: string | null = null;
  let closer = '';
  /** The last character before `at`. */
  let before = '';

  const find = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const mayGrow = (length: number): boolean => !final && at + length >= certain;
  const take = (kind: TokenKind, found: string): Token => {
    at += found.length;
    return { kind, text: found };
  };

  const startLine = (): Token | null => {
    const prefix = find(linePrefix) ?? '';
    if (mayGrow(prefix.length)) return null;
    const head = text.slice(at, at + prefix.length + 1);
    const sign = fence.exec(head)?.[1];
    const isCode = fenceSign !== null || sign !== undefined;
    if (fenceSign === null) fenceSign = sign ?? null;
    else if (sign?.startsWith(fenceSign)) fenceSign = null;
    const item = isCode ? undefined : bullet.exec(head)?.[0];
    if (isCode || (item === undefined && neverRead.test(head))) mode = 'verbatim';
    else mode = head.startsWith('#') ? 'inline' : 'fresh';
    return item === undefined ? readOn() : take('bullet', item);
  };

  /** Behind the bullet of a line, or where it has none: a line that has come at once stays as it is if it surely may. */
  const fresh = (): Token | null => {
    mode = 'inline';
    const end = text.indexOf('\n', at);
    const line = text.slice(at, Math.max(at, end));
    return line !== '' && isPlain(line) ? take('verbatim', line) : inline();
  };

  const verbatim = (): Token | null => {
    if (at === text.length) return null;
    const end = text.indexOf('\n', at);
    if (end !== at) return take('verbatim', text.slice(at, end < 0 ? text.length : end));
    mode = 'line-start';
    return take(fenceSign === null ? 'line' : 'verbatim', '\n');
  };

  /** One piece of a quotation. Straight quotes end with their line at the latest, all others with their paragraph. */
  const quoted = (): Token | null => {
    const found = find(quotedPiece);
    if (found === undefined || mayGrow(found.length + 1)) return null;
    const next = text.slice(at + found.length, at + found.length + 2);
    const breaksOff = found === '\n' && (/["'\]]/.test(closer) || /^\r?\n/.test(next));
    if (breaksOff) {
      mode = 'line-start';
      return take('line', found);
    }
    const closes = found === closer && !(/['’]/.test(closer) && wordLike.test(next));
    if (closes && closer === ']' && next.startsWith('(')) closer = ')';
    else if (closes) mode = 'inline';
    return take('opaque', found);
  };

  /** Whether a straight quote opens a quotation here: `5"` and `don't` do not, `说"好"` does. */
  const opens = (sign: string): boolean => {
    if (sign !== '"' && sign !== "'") return true;
    return !latin.test(before) && !/^\s|^$/.test(text[at + 1] ?? '');
  };

  /** The token of these forms that stands here, null where more text has to tell. */
  const oneOf = (forms: Forms): Token | 'none' | null => {
    for (const [kind, pattern] of forms) {
      const found = find(pattern);
      if (found === undefined) continue;
      if (isUnsure(kind, found)) return null;
      if (kind === 'line') mode = 'line-start';
      return take(kind === 'end' && !endsSentence(found) ? 'mark' : kind, found);
    }
    return 'none';
  };

  const inline = (): Token | null => {
    const words = isFlowing() ? find(stretch) : undefined;
    if (words !== undefined) return take('word', words);
    const word = oneOf(wordForms);
    if (word !== 'none') return word;
    const sign = find(opener);
    if (sign !== undefined && mayGrow(sign.length)) return null;
    if (sign === undefined || !opens(sign)) {
      const other = oneOf(signs);
      return other === 'none' ? null : other;
    }
    mode = 'quoted';
    closer = closers.get(sign) ?? sign;
    return take('opaque', sign);
  };

  const isUnsure = (kind: TokenKind, found: string): boolean => {
    if (final || kind === 'line' || /^\p{Script=Han}/u.test(found)) return false;
    if (mayGrow(found.length)) return true;
    return kind === 'word' && /['’\-:]/.test(text[at + found.length] ?? '') && mayGrow(found.length + sureAfter);
  };

  /** `3.5`, `clip.mp4` and `Yahoo!x` go on. */
  const endsSentence = (found: string): boolean =>
    !/^[.!?]/.test(found) || !latin.test(text.slice(at + found.length, at + found.length + 2));

  const readOn = (): Token | null => {
    if (mode === 'line-start') return startLine();
    if (mode === 'fresh') return fresh();
    if (mode === 'verbatim') return verbatim();
    return mode === 'quoted' ? quoted() : inline();
  };

  return {
    push: (delta, isFinal, read) => {
      text = text.slice(at) + delta;
      at = 0;
      final = isFinal;
      certain = isHighHalf(text.charCodeAt(text.length - 1)) ? text.length - 1 : text.length;
      for (let token = readOn(); token !== null; token = readOn()) {
        before = token.text.at(-1) ?? '';
        read(token);
      }
    },
  };
}
