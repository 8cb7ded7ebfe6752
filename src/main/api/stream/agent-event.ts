import type { Asked } from './question.ts';

/**
 * What a turn's stream says, in our own words. A turn always closes with exactly one `end`, whatever went before.
 */
export type AgentEvent =
  /** The server is alive and has nothing to say. */
  | { readonly kind: 'heartbeat' }
  /** More of text number `index` (0, 1, …; a turn can hold several): append it. */
  | { readonly kind: 'text'; readonly index: number; readonly delta: string }
  /** What was appended to text number `index` was not it: `text` stands in its place, and more may follow. */
  | { readonly kind: 'text-replaced'; readonly index: number; readonly text: string }
  /** Text number `index` is finished; `text` is all of it and replaces what was appended. */
  | { readonly kind: 'text-settled'; readonly index: number; readonly text: string }
  /** The agent thinks; its thoughts are no part of the answer. */
  | { readonly kind: 'thinking' }
  /** A tool of the agent, once per call and phase. `name` is for choosing a plain sentence, never shown. */
  | {
      readonly kind: 'tool';
      readonly id: string;
      readonly name: string;
      readonly phase: 'started' | 'finished' | 'failed';
    }
  /** The agent asks the user. The same `id` again: the question as it stands now. */
  | { readonly kind: 'question'; readonly id: string; readonly asked: Asked }
  /**
   * Something went wrong. `agent`: the server said so, and `message` is its own text (for the log, never shown raw); `unreadable`: a
   * frame made no sense; `too-much`: the stream passed a limit and was given up. `afterAnswer`: a complete answer had come before.
   */
  | {
      readonly kind: 'failure';
      readonly reason: 'agent' | 'unreadable' | 'too-much';
      readonly message: string;
      readonly afterAnswer: boolean;
    }
  /**
   * The stream is over. `silent`: neither text nor failure came, which says nothing about the edit: ask the state. `broken`: the
   * connection broke, or ended in the middle of an answer: what the agent did is not known.
   */
  | { readonly kind: 'end'; readonly silent: boolean; readonly broken: boolean };

/** The events of a turn as they come: those that arrived together are together, and there is always at least one. */
export type AgentEvents = AsyncIterable<readonly AgentEvent[]>;
