import type { Failure } from './failure.ts';
import type { Credits, Receipt } from './receipt.ts';

export type { Credits } from './receipt.ts';
import type { DraftChange } from './timeline.ts';

export type TurnState = 'queued' | 'sending' | 'streaming' | 'settling' | 'done' | 'failed' | 'unknown';

/**
 * What can happen to a turn. `refused`: the cloud said no before the agent saw the message. `ended`: the answer's body ended or
 * broke, or the user stopped reading. `settled`: the state was read. `gave-up`: recovery could not tell what became of it.
 */
export type TurnEvent = 'send' | 'accepted' | 'refused' | 'ended' | 'settled' | 'failed' | 'gave-up';

const transitions: Readonly<Record<TurnState, Readonly<Partial<Record<TurnEvent, TurnState>>>>> = {
  queued: { send: 'sending', failed: 'failed' },
  sending: { accepted: 'streaming', refused: 'failed', ended: 'settling' },
  streaming: { ended: 'settling' },
  settling: { settled: 'done', failed: 'failed', 'gave-up': 'unknown' },
  done: {},
  failed: {},
  unknown: {},
};

/** The state that follows, or null where the event is illegal in this state. */
export function nextTurnState(state: TurnState, event: TurnEvent): TurnState | null {
  return transitions[state][event] ?? null;
}

export function isTurnOver(state: TurnState): boolean {
  return state === 'done' || state === 'failed' || state === 'unknown';
}

/** Characters of one message to the agent. What is only typed may be longer. */
export const longestMessage = 20_000;

/** Where a message went: to the agent, or to a command of the app itself. */
export type Route = 'agent' | 'export' | 'credits' | 'state' | 'upload' | 'interchange';

/** Things the app itself has to say in a conversation; the renderer has a sentence for each. */
export type Notice =
  | { readonly code: 'silent-edit' }
  | { readonly code: 'unchanged' }
  | { readonly code: 'no-draft' }
  | { readonly code: 'export-started' }
  | { readonly code: 'export-cancelled' }
  /**
   * The user asked for another form of file than exports have; `width` and `height` in pixels, where they are known.
   */
  | { readonly code: 'export-form'; readonly width?: number; readonly height?: number }
  | { readonly code: 'interchange-started' }
  | { readonly code: 'interchange-cancelled' }
  | { readonly code: 'export-asks' }
  | { readonly code: 'pick-files' }
  | { readonly code: 'fresh-session' }
  | { readonly code: 'stopped' }
  | { readonly code: 'recovering'; readonly attempt: number; readonly of: number }
  | { readonly code: 'recovered' };

export type ReplyPart =
  /** The agent's words. `suggestedActions`: what it told the user to do in an editor that is not there, as buttons. */
  | { readonly kind: 'text'; readonly text: string; readonly suggestedActions?: readonly SuggestedAction[] }
  /** `undecided`: positions in `changes` that came by themselves: they stay unless the user removes them. */
  | { readonly kind: 'changes'; readonly changes: readonly DraftChange[]; readonly undecided?: readonly number[] }
  /** The first stage of a generation: the clip can be looked at, music and titles are still to come. */
  /** The message asked for this version back. `missing`: what is still to be done for it, in words. */
  | { readonly kind: 'restore'; readonly version: number; readonly missing: readonly string[] }
  | { readonly kind: 'raw-clip'; readonly name: string; readonly startMs?: number }
  /** The agent asks. `answers`: what the user chose for each question, nothing where it was skipped; null before. */
  | {
      readonly kind: 'question';
      readonly title: string | null;
      readonly questions: readonly Question[];
      readonly answers: Answers | null;
    }
  | { readonly kind: 'summary'; readonly line: string }
  | { readonly kind: 'credits'; readonly credits: Credits }
  | { readonly kind: 'notice'; readonly notice: Notice };

/** What the agent is doing, in kinds that have a plain sentence; a tool's name never crosses. */
export type Activity = 'thinking' | 'generating' | 'editing' | 'music' | 'title' | 'looking' | 'working';

/** One message of the user and all that came of it. Times are epoch ms. */
export type Turn = {
  readonly id: string;
  readonly projectId: string;
  readonly route: Route;
  readonly prompt: string;
  readonly attachments: readonly string[];
  readonly state: TurnState;
  readonly parts: readonly ReplyPart[];
  readonly failure: Failure | null;
  readonly activity: Activity | null;
  /** Null where one of the balances is not known. */
  readonly receipt: Receipt | null;
  /** How long the agent has been silent but alive, updated every two minutes; in ms. */
  readonly stillWorkingMs: number | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
};

/**
 * A button in place of a sentence about work in a web editor (wire contract: "the agent says | the app does"). `edit`:
 * `text` is a message to the agent, in the language of the sentence; a click sends it where it `sends`, being precise,
 * and else puts it into the composer, since a vague one would be paid for in vain.
 */
export type SuggestedAction =
  | { readonly kind: 'export' }
  | { readonly kind: 'tracks' }
  | { readonly kind: 'credits' }
  | { readonly kind: 'edit'; readonly text: string; readonly sends?: true };

/** A question of the agent. `multiple`: more than one option may be chosen; without options the answer is free. */
export type Question = {
  readonly prompt: string;
  readonly options: readonly string[];
  readonly multiple: boolean;
};

/** The chosen options of each question, in their words; nothing for one that the user skipped. */
export type Answers = readonly (readonly string[])[];

/**
 * The message that answers questions (wire contract: "one line for each question: `1. <prompt>: <label>[, <label>]`, or
 * `1. <prompt>: Skipped`"). The agent reads it: it is the same in all languages.
 */
export function answerMessage(questions: readonly Question[], answers: Answers): string {
  return questions
    .map(({ prompt }, index) => {
      const labels = (answers[index] ?? []).map(oneLine).filter((label) => label !== '');
      return `${index + 1}. ${oneLine(prompt)}: ${labels.length === 0 ? 'Skipped' : labels.join(', ')}`;
    })
    .join('\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
