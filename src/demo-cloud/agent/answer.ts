import type { Edit } from '../draft/edits.ts';

/** How a turn without words ends. `empty-body`: HTTP 200, the stream's content type, and not one byte. */
export type SilentEnding = 'tools-only' | 'stop' | 'no-content' | 'empty-body';

/** The ways in which a stream says that something went wrong, all under HTTP 200 (wire contract, "The stream"). */
export type StreamErrorForm =
  | 'error'
  | 'error-details'
  | 'error-code'
  | 'error-code-with-text'
  | 'invalid-json'
  | 'system-text'
  /** A complete answer, then `{"error":…}`. */
  | 'after-answer'
  /** A complete answer, then the text "I encountered a temporary issue". */
  | 'temporary-issue'
  /** Some chunks, then `errorCode`: no aggregate. */
  | 'after-chunks'
  /** A tool's response carries the error; the answer goes on. */
  | 'tool-error';

/** Forces the shape of the next turn; the message still decides what is edited unless `edits` says so. */
export type NextAnswer =
  /** Strings are sent verbatim (write the `data: ` and the blank line yourself), values as one JSON frame each. */
  | { readonly kind: 'frames'; readonly frames: readonly unknown[]; readonly edits?: readonly Edit[] }
  | { readonly kind: 'text'; readonly text: string; readonly edits?: readonly Edit[] }
  | { readonly kind: 'silent'; readonly ending?: SilentEnding; readonly edits?: readonly Edit[] }
  /** Whatever the message asks for, told in words: no silent edit by chance. */
  | { readonly kind: 'spoken'; readonly editorTalk?: boolean }
  | { readonly kind: 'generate'; readonly prompt?: string }
  | { readonly kind: 'error'; readonly form: StreamErrorForm };
