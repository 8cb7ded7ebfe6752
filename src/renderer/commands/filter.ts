/** Something that can be found by its words, in any of the languages it has words in. */
export type Findable = { readonly words: readonly string[] };

/** Letters of any width and case, as one: what a query is compared in. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * Those that hold every word of the query, in their order; those that begin with the query first. A query of Chinese
 * characters, which has no spaces, is one word.
 */
export function matching<T extends Findable>(items: readonly T[], query: string): readonly T[] {
  const wanted = plain(query).trim();
  if (wanted === '') return items;
  const parts = wanted.split(/\s+/);
  const found = items.filter(({ words }) => {
    const text = plain(words.join('\n'));
    return parts.every((part) => text.includes(part));
  });
  const begins = ({ words }: T) => words.some((word) => plain(word).startsWith(wanted));
  return [...found.filter(begins), ...found.filter((item) => !begins(item))];
}
