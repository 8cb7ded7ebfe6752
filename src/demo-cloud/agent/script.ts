import type { Edit } from '../draft/edits.ts';
import type { Order } from './library.ts';

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
  /** The agent answers in words, whatever the message asks for: never a silent edit by chance. */
  | { readonly kind: 'spoken'; readonly editorTalk?: boolean }
  | { readonly kind: 'generate'; readonly prompt?: string }
  | { readonly kind: 'error'; readonly form: StreamErrorForm };

/** The steps of a turn, in order. The plan is data; `turns.ts` carries it out. */
export type Step =
  /** In the contract's time, before the pace. The stream sends heartbeats meanwhile. */
  | { readonly kind: 'wait'; readonly ms: number; readonly quiet?: boolean }
  /** Chunks and, unless the stream "breaks" here, the aggregate. Thoughts come before the text, in the same aggregate. */
  | { readonly kind: 'say'; readonly text: string; readonly thought?: string; readonly aggregate?: false }
  | {
      readonly kind: 'tool';
      readonly name: string;
      readonly args: Readonly<Record<string, unknown>>;
      readonly response: Readonly<Record<string, unknown>>;
      /** How long the tool works; its edits are in the draft before its response is sent. */
      readonly ms: number;
      readonly edits: readonly Edit[];
      /** What is made before its edits can be seen. */
      readonly orders?: readonly Order[];
      /** What the agent says where that fails; the turn ends with it. */
      readonly apology?: string;
      readonly progressive: boolean;
    }
  | { readonly kind: 'edit'; readonly edits: readonly Edit[]; readonly orders?: readonly Order[] }
  /** Credits reserved from here until the turn's end, then spent. */
  | { readonly kind: 'reserve'; readonly credits: number }
  /** Between the raw clip and what follows it: here tests can stop the turn. */
  | { readonly kind: 'second-stage' }
  /** An event with keys of its own beside the usual ones. */
  | { readonly kind: 'event'; readonly keys: Readonly<Record<string, unknown>> }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'raw'; readonly text: string };

/** Credits that a plan will take where it succeeds. */
export function costOf(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => (step.kind === 'reserve' ? sum + step.credits : sum), 0);
}

/** The shapes that tests gave the next turns, in order. */
export interface Scripts {
  readonly add: (next: NextAnswer) => void;
  readonly take: () => NextAnswer | null;
  readonly clear: () => void;
}

export function createScripts(): Scripts {
  let waiting: readonly NextAnswer[] = [];
  return {
    add: (next) => {
      waiting = [...waiting, next];
    },
    take: () => {
      const [next = null, ...rest] = waiting;
      waiting = rest;
      return next;
    },
    clear: () => {
      waiting = [];
    },
  };
}
