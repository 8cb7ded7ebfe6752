let words = '';

/** Hands words over to the search that opens next. */
export function startSearch(query: string): void {
  words = query;
}

/** The words that the search begins with; they are given once. */
export function takeSearchStart(): string {
  const taken = words;
  words = '';
  return taken;
}
