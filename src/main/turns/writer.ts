import { assertNever } from '../../shared/assert-never.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Activity } from '../../shared/domain/turn.ts';
import type { AgentEvent } from '../api/stream/agent-event.ts';
import { type AnswerParts, type AnswerText, createAnswerText } from './answer-text.ts';
import type { Journal } from './journal.ts';

/**
 * How an answer's stream ended. `broken`: early, or given up, so only the state can tell the outcome. A failure: the stream is
 * complete and reports this error.
 */
export type ReadingEnd = 'complete' | 'broken' | 'stopped' | Failure;

export type Writer = {
  /** Writes one event into the turn; says how the stream ended when the event tells. */
  readonly take: (event: AgentEvent) => ReadingEnd | null;
  /** The stream is over, however it ended: shows what was still held back. */
  readonly finish: () => Promise<void>;
};

type WriterParts = {
  readonly turnId: string;
  readonly journal: Journal;
  /** A tool that generates has finished: there may be something to look at already. */
  readonly onGenerated: () => void;
};

/** Turns the agent's events into patches of the turn, in the app's own words. */
export function createWriter({ turnId, journal, onGenerated }: WriterParts): Writer {
  const texts = new Map<number, AnswerText>();
  /** Where each question of the agent is shown. */
  const questions = new Map<string, number>();
  let failure: Failure | null = null;

  const list: AnswerParts['list'] = () => journal.get(turnId)?.parts ?? [];

  const put: AnswerParts['put'] = (at, part) => {
    const now = list();
    journal.patch(turnId, { parts: at < now.length ? now.with(at, part) : [...now, part] }, 'durable');
  };

  const textOf = (index: number): AnswerText => {
    const text =
      texts.get(index) ?? createAnswerText({ list, put, append: (at, delta) => journal.append(turnId, at, delta) });
    texts.set(index, text);
    return text;
  };

  const ask = ({ id, asked }: Extract<AgentEvent, { readonly kind: 'question' }>): void => {
    const part = questions.get(id) ?? list().length;
    questions.set(id, part);
    put(part, { kind: 'question', ...asked, answers: null });
  };

  const show = (activity: Activity): void => {
    if (journal.get(turnId)?.activity !== activity) journal.patch(turnId, { activity }, 'shown');
  };

  const useTool = ({ name, phase }: Extract<AgentEvent, { readonly kind: 'tool' }>): void => {
    const activity = activityOf(name);
    if (phase === 'started') show(activity);
    if (phase !== 'finished' || activity !== 'generating') return;
    show('working');
    onGenerated();
  };

  return {
    finish: async () => {
      for (const text of texts.values()) text.finish();
      await journal.flush(turnId);
    },
    take: (event) => {
      switch (event.kind) {
        case 'heartbeat':
          return null;
        case 'text':
          textOf(event.index).append(event.delta);
          return null;
        case 'text-replaced':
          textOf(event.index).replace(event.text);
          return null;
        case 'question':
          ask(event);
          return null;
        case 'text-settled':
          textOf(event.index).settle(event.text);
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

/** Tool names are the cloud's own and unknown: words in them tell the kind of work. First match wins. */
const kindsOfWork: readonly (readonly [RegExp, Activity])[] = [
  [/music|bgm|audio|sound|song|voice/i, 'music'],
  [/title|caption|subtitle|text_?(?:track|overlay)/i, 'title'],
  [/generat|create_?(?:video|clip|image)|render/i, 'generating'],
  [/^(?:get|list|read|fetch|find|search|inspect|describe)/i, 'looking'],
  [/edit|trim|cut|add|remove|delete|set|update|apply|move|split|effect|filter/i, 'editing'],
];

/** What a tool's work is called in plain words. The name itself never leaves main. */
function activityOf(toolName: string): Activity {
  return kindsOfWork.find(([pattern]) => pattern.test(toolName))?.[1] ?? 'working';
}
