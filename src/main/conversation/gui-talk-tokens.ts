/**
 * `opaque` is a piece of quoted text, inline code, a label in brackets, a link or an address; `verbatim` a piece of a line that is
 * never read (fenced or indented code, a quotation, a table); `bullet` what a list item or heading starts with; `end` and `pause`
 * what parts sentences and clauses; `mark` any other sign. A word is a Latin run or one Han character.
 */
export type TokenKind =
  'word' | 'opaque' | 'verbatim' | 'space' | 'line' | 'bullet' | 'end' | 'pause' | 'open' | 'close' | 'mark';

export type Token = { readonly kind: TokenKind; readonly text: string };

export type Tokenizer = {
  /** The tokens that are certain by now; together they are the text. `final`: no more text follows. */
  push(text: string, final: boolean): readonly Token[];
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

/** What a line may hold, in the order in which it is tried. No token is longer than 64; what is, comes in pieces. */
const plain: readonly (readonly [TokenKind, RegExp])[] = [
  ['line', /\r?\n/y],
  ['space', /[^\S\n]{1,64}/y],
  ['word', /\p{Script=Han}/uy],
  ['opaque', /https?:\/\/[^\s\p{Script=Han}，。）)]{1,64}/uy],
  ['word', /(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}]|(?<=\p{L})['’-](?=\p{L})){1,64}/uy],
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
const endsInHalf = /[\uD800-\uDBFF]$/;
const wordLike = /^[\p{L}\p{N}]/u;
const latin = /^(?!\p{Script=Han})[\p{L}\p{N}]/u;

/** How far a token must be from the end of the text to be sure that it does not change: a letter may follow an apostrophe. */
const sureAfter = 3;

/** Cuts a text that arrives in deltas into tokens; where it was cut into deltas makes no difference to them. */
export function createTokenizer(): Tokenizer {
  let text = '';
  let at = 0;
  let final = false;
  let mode: 'line-start' | 'inline' | 'verbatim' | 'quoted' = 'line-start';
  let fenceSign: string | null = null;
  let closer = '';
  /** The last character before `at`. */
  let before = '';

  const find = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const mayGrow = (length: number): boolean => !final && at + length >= text.length - (endsInHalf.test(text) ? 1 : 0);
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
    mode = isCode || (item === undefined && neverRead.test(head)) ? 'verbatim' : 'inline';
    return item === undefined ? readOn() : take('bullet', item);
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
  const inline = (): Token | null => {
    const sign = find(opener);
    if (sign !== undefined && mayGrow(sign.length)) return null;
    if (sign !== undefined && opens(sign)) {
      mode = 'quoted';
      closer = closers.get(sign) ?? sign;
      return take('opaque', sign);
    }
    for (const [kind, pattern] of plain) {
      const found = find(pattern);
      if (found === undefined) continue;
      if (isUnsure(kind, found)) return null;
      if (kind === 'line') mode = 'line-start';
      return take(kind === 'end' && !endsSentence(found) ? 'mark' : kind, found);
    }
    return null;
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
    if (mode === 'verbatim') return verbatim();
    return mode === 'quoted' ? quoted() : inline();
  };

  return {
    push: (delta, isFinal) => {
      text += delta;
      final = isFinal;
      const tokens: Token[] = [];
      for (let token = readOn(); token !== null; token = readOn()) {
        before = token.text.at(-1) ?? '';
        tokens.push(token);
      }
      text = text.slice(at);
      at = 0;
      return tokens;
    },
  };
}
