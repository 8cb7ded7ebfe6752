/**
 * What a sentence of the agent described as work in its web editor, offered as a button in the message (wire contract: "the
 * agent says | the app does"). `tracks` shows the tracks of the draft, `credits` the balance. `edit`: `text` is the
 * message to the agent, in the language of the sentence. One click sends it where it names a thing and a place (`sends`); else it goes
 * into the composer, since what is not precise would be paid for in vain.
 */
export type SuggestedAction =
  | { readonly kind: 'export' }
  | { readonly kind: 'tracks' }
  | { readonly kind: 'credits' }
  | { readonly kind: 'edit'; readonly text: string; readonly sends?: true };
