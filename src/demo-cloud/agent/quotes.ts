// Straight, curly, Chinese and French pairs.
const pairs: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['«', '»'],
];

// An apostrophe ("let's", "dogs'") is no quote: a single quote opens after a non-letter and closes before one.
const patterns: readonly RegExp[] = [
  ...pairs.map(([open, close]) => new RegExp(`${open}([^${open}${close}]+)${close}`, 'u')),
  /''([^']+)''/u,
  /(?<![\p{Script=Latin}\d'])'([^'\s](?:[^']|'(?=\p{Script=Latin}))*)'(?![\p{Script=Latin}\d'])/u,
];

/** The text in the first pair of quotes of any kind, or null. */
export function quoted(message: string): string | null {
  const found = patterns.map((pattern) => pattern.exec(message)).filter((match) => match !== null);
  found.sort((left, right) => left.index - right.index);
  return found[0]?.[1]?.trim() ?? null;
}

/** The message without its quoted parts: what is said, not what is to be written. */
export function withoutQuotes(message: string): string {
  return patterns.reduce((rest, pattern) => rest.replace(new RegExp(pattern, 'gu'), ' "" '), message);
}

/** Quoted texts, and the message with marks in their places: `⟦0⟧` is the first that was found. */
export function liftQuotes(message: string): { readonly said: string; readonly quotes: readonly string[] } {
  const quotes: string[] = [];
  const lift = (_whole: string, text: string): string => ` ⟦${quotes.push(text.trim()) - 1}⟧ `;
  const plain = message.replace(/[⟦⟧]/gu, ' ');
  return { said: patterns.reduce((rest, pattern) => rest.replace(new RegExp(pattern, 'gu'), lift), plain), quotes };
}
