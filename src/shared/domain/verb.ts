/**
 * A deed that a sentence of the agent described as work in its web editor, offered as a button in the message (wire contract: "the
 * agent says | the app does"). `tracks` shows the tracks of the draft, `credits` the balance. `edit`: "Send this edit"; `text` is
 * the message that a click sends to the agent, in the language of the sentence.
 */
export type Verb =
  | { readonly kind: 'export' }
  | { readonly kind: 'tracks' }
  | { readonly kind: 'credits' }
  | { readonly kind: 'edit'; readonly text: string };
