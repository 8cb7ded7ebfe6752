/**
 * Something the agent told the user to do in a web editor, as a button that works. `edit`: sends `text` to the agent, in the
 * language of the sentence it came from.
 */
export type Verb =
  | { readonly kind: 'export' }
  | { readonly kind: 'tracks' }
  | { readonly kind: 'credits' }
  | { readonly kind: 'edit'; readonly text: string };
