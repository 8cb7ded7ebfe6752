import { assertNever } from '../../shared/assert-never.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Activity, ReplyPart } from '../../shared/domain/turn.ts';
import type { SuggestedAction } from '../../shared/domain/suggested-action.ts';
import type { AgentEvent } from '../api/stream/agent-event.ts';
import { activityOf } from './activity.ts';
import { createTranslator, translate, type Translation, type Translator } from './editor-talk/editor-talk.ts';
import type { Journal } from './journal.ts';

/**
 * How an answer's stream ended. `broken`: before its end, or it was given up, and only the state can tell what became of the
 * message. A failure: it ended, and this went wrong in it.
 */
export type ReadingEnd = 'complete' | 'broken' | 'stopped' | Failure;

export type Writer = {
  /** Writes one event into the turn; says how the stream ended when the event tells. */
  readonly take: (event: AgentEvent) => ReadingEnd | null;
  /** The stream is over, however it ended: shows what was still held back. */
  readonly finish: () => void;
};

/** Where one text of the answer is shown (null: not yet), what of it has come, and who translates it. */
type ShownText = {
  readonly part: number | null;
  readonly came: string;
  readonly translator: Translator;
  readonly settled: boolean;
};

export type WriterParts = {
  readonly turnId: string;
  readonly journal: Journal;
  /** A tool that generates has finished: there may be something to look at already. */
  readonly onGenerated: () => void;
};

/** Turns the agent's events into patches of the turn, in the app's own words. */
export function createWriter({ turnId, journal, onGenerated }: WriterParts): Writer {
  const texts = new Map<number, ShownText>();
  /** Where each question of the agent is shown. */
  const questions = new Map<string, number>();
  let failure: Failure | null = null;

  const parts = (): readonly ReplyPart[] => journal.get(turnId)?.parts ?? [];

  const textOf = (index: number): ShownText =>
    texts.get(index) ?? { part: null, came: '', translator: createTranslator(), settled: false };

  const append = (index: number, delta: string): void => {
    const text = textOf(index);
    const visible = text.translator.push(delta);
    // A part begins when there is something to show: until then its place may be taken by another.
    const part = text.part ?? (visible === '' ? null : parts().length);
    texts.set(index, { ...text, part, came: text.came + delta });
    if (part !== null && visible !== '') journal.append(turnId, part, visible);
  };

  const settle = (index: number, whole: string): void => {
    const before = textOf(index);
    const part = before.part ?? parts().length;
    texts.set(index, { ...before, part, settled: true });
    if (before.part === null || before.came !== whole) {
      put(part, textPart(translate(whole)));
      return;
    }
    // All of it has been appended, and is on disk without the whole turn being written again.
    const { rest, suggestedActions } = before.translator.end();
    if (rest !== '') journal.append(turnId, part, rest);
    offer(part, suggestedActions);
  };

  /** Puts the buttons behind a text that has been appended; of one that they are all of, nothing has been. */
  const offer = (at: number, suggestedActions: readonly SuggestedAction[]): void => {
    const shown = parts()[at];
    if (suggestedActions.length > 0)
      put(at, textPart({ text: shown?.kind === 'text' ? shown.text : '', suggestedActions }));
  };

  const put = (at: number, part: ReplyPart): void => {
    const now = parts();
    journal.change(turnId, { parts: at < now.length ? now.with(at, part) : [...now, part] }, 'durable');
  };

  /** What was held back belongs to the answer, too, when the stream ends in the middle of a text. */
  const finish = (): void => {
    for (const [index, text] of texts) {
      if (text.settled) continue;
      const { rest, suggestedActions } = text.translator.end();
      const part = text.part ?? parts().length;
      texts.set(index, { ...text, part, settled: true });
      if (rest !== '') journal.append(turnId, part, rest);
      offer(part, suggestedActions);
    }
    journal.flush(turnId);
  };

  const replace = (index: number, came: string): void => {
    const translator = createTranslator();
    const text = translator.push(came);
    const part = textOf(index).part ?? (text === '' ? null : parts().length);
    texts.set(index, { part, came, translator, settled: false });
    if (part !== null) put(part, { kind: 'text', text });
  };

  const question = ({ id, asked }: Extract<AgentEvent, { readonly kind: 'question' }>): void => {
    const part = questions.get(id) ?? parts().length;
    questions.set(id, part);
    put(part, { kind: 'question', ...asked, answers: null });
  };

  const show = (activity: Activity): void => {
    const turn = journal.get(turnId);
    if (turn?.activity !== activity) journal.change(turnId, { activity }, 'shown');
  };

  const useTool = (event: Extract<AgentEvent, { readonly kind: 'tool' }>): void => {
    const activity = activityOf(event.name);
    if (event.phase === 'started') show(activity);
    if (event.phase !== 'finished') return;
    if (activity === 'generating') onGenerated();
  };

  return {
    finish,
    take: (event) => {
      switch (event.kind) {
        case 'heartbeat':
          return null;
        case 'text':
          append(event.index, event.delta);
          return null;
        case 'text-replaced':
          replace(event.index, event.text);
          return null;
        case 'question':
          question(event);
          return null;
        case 'text-settled':
          settle(event.index, event.text);
          return null;
        case 'thinking':
          show('thinking');
          return null;
        case 'tool':
          useTool(event);
          return null;
        case 'failure':
          failure = { code: event.reason === 'too-much' ? 'too-much' : 'agent-failed' };
          return failure;
        case 'end':
          return failure ?? (event.broken ? 'broken' : 'complete');
        default:
          return assertNever(event);
      }
    },
  };
}

function textPart({ text, suggestedActions }: Translation): ReplyPart {
  return suggestedActions.length > 0 ? { kind: 'text', text, suggestedActions } : { kind: 'text', text };
}
