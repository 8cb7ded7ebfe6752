import { randomUUID } from 'node:crypto';
import { type Failure, notFound } from '../../shared/domain/failure.ts';
import { restoredVersion } from '../../shared/domain/restore.ts';
import { withNotes } from '../../shared/domain/file-notes.ts';
import { type Answers, isTurnOver, type Route } from '../../shared/domain/turn.ts';
import type { DraftChange } from '../../shared/domain/timeline.ts';
import { mainTexts } from '../../shared/locales/main-texts.ts';
import type { Locale } from '../../shared/domain/app-state.ts';
import { done, type Result } from '../../shared/result.ts';
import type { Env } from '../app/env.ts';
import type { Projects } from '../projects/projects.ts';
import { routeOf } from './intents/intents.ts';
import type { Journal } from './journal.ts';
import type { FileRoom, MessageFiles } from './message-files.ts';
import { answerTo } from './questions.ts';
import type { Spending } from './spending.ts';
import type { TurnQueues } from './turn-queue.ts';

type Message = {
  readonly projectId: string;
  readonly text: string;
  /** Goes with the words where they are for the agent. */
  readonly suffix?: string;
  readonly uploadIds: readonly string[];
  /** The user was told what this costs, and that it could exceed the daily limit where it does. */
  readonly anyway: boolean;
  /** The words come from a button or a batch; else from the composer, with all files that wait there. */
  readonly beside?: boolean;
  /** It waits, with all that waits there, until the user has looked at it and lets it go. */
  readonly forReview?: boolean;
  /** The user has said yes to what this costs already, within the daily limit. */
  readonly consented?: boolean;
  /** Whatever it says, it is for the agent. */
  readonly toAgent?: boolean;
  /** The id of the turn it becomes, where that was written down before; a turn that is there already is not made again. */
  readonly turnId?: string;
};

/** About a change that came by itself: its position in a part of a turn. */
type Removal = {
  readonly turnId: string;
  readonly part: number;
  readonly change: number;
  readonly anyway: boolean;
};

/** To the questions in a part of a turn. */
type Answer = {
  readonly turnId: string;
  readonly part: number;
  readonly answers: Answers;
  readonly anyway: boolean;
};

/** Takes in what the user says. `over-ceiling`, `spend-question`, `files-missing`: it was not taken. */
export type Messages = {
  /** Takes the message in at once; what comes of it arrives as events. */
  readonly send: (message: Message) => Result<null, Failure>;
  /**
   * Sends the message of a turn that is over once more with its files, as a new turn. `without`: the user was told that files of it are
   * gone.
   */
  readonly retry: (turnId: string, anyway: boolean, without?: boolean) => Result<null, Failure>;
  /** Asks the agent, by a message of its own, to take a change out that came by itself. */
  readonly removeChange: (removal: Removal) => Result<null, Failure>;
  /** Answers what the agent asks in a turn that is over, once, by a message of its own. */
  readonly answer: (answer: Answer) => Result<null, Failure>;
};

type MessagesDeps = {
  readonly journal: Journal;
  readonly spending: Spending;
  readonly queues: TurnQueues;
  readonly files: MessageFiles;
  readonly uploads: Pick<FileRoom, 'attach' | 'attachAgain'>;
  readonly projects: Pick<Projects, 'touch'>;
};

export function createMessages(env: Pick<Env, 'bus' | 'clock' | 'locale'>, deps: MessagesDeps): Messages {
  const { journal, files, uploads } = deps;
  const send = createSend(env, deps);
  /** Words to the agent that come from a card in an answer. */
  const reply = (projectId: string, text: string, anyway: boolean): Result<null, Failure> =>
    send({ projectId, text, anyway, uploadIds: [], beside: true, toAgent: true });

  return {
    send,
    retry: (turnId, anyway, without = false) => {
      const turn = journal.get(turnId);
      if (!turn || !isTurnOver(turn.state)) return notFound;
      const again = files.again(turn, without);
      if (!again.ok) return again;
      const { inComposer, ...words } = again.value;
      const message = { projectId: turn.projectId, ...words, anyway, beside: !inComposer };
      return inComposer ? send(message) : send(message, uploads.attachAgain);
    },
    removeChange: ({ turnId, part, change, anyway }) => {
      const turn = journal.get(turnId);
      const changes = turn?.parts[part];
      if (!turn || changes?.kind !== 'changes' || !changes.undecided?.includes(change)) return notFound;
      const unwanted = changes.changes[change];
      const sent = unwanted ? reply(turn.projectId, removalMessage(unwanted, env.locale()), anyway) : done;
      if (!sent.ok) return sent;
      const undecided = changes.undecided.filter((index) => index !== change);
      journal.patch(turnId, { parts: turn.parts.with(part, { ...changes, undecided }) }, 'durable');
      return done;
    },
    answer: ({ turnId, part, answers, anyway }) => {
      const turn = journal.get(turnId);
      const given = turn && isTurnOver(turn.state) ? answerTo(turn.parts, part, answers) : null;
      if (!turn || !given) return notFound;
      const sent = reply(turn.projectId, given.text, anyway);
      if (!sent.ok) return sent;
      journal.patch(turnId, { parts: given.parts }, 'durable');
      return done;
    },
  };
}

type Send = (message: Message, attach?: FileRoom['attach'] | FileRoom['attachAgain']) => Result<null, Failure>;

function createSend(env: Pick<Env, 'bus' | 'clock' | 'locale'>, deps: MessagesDeps): Send {
  const { journal, spending, queues, files, uploads, projects } = deps;
  return (message, attach = uploads.attach) => {
    const { projectId, text, uploadIds, anyway, beside = false, toAgent = false, turnId = randomUUID() } = message;
    const { forReview = false, consented = false, suffix = '' } = message;
    if (journal.get(turnId)) return done;
    const chosen = files.choose({ projectId, turnId, uploadIds, beside });
    if (!chosen.ok) return chosen;
    const own = chosen.value;
    const route: Route = toAgent || own.length > 0 || restoredVersion(text) !== null ? 'agent' : routeOf(text);
    const attachments = own.map(({ name }) => name);
    const prompt = route === 'agent' ? `${text}${suffix}` : text;
    const costly = { projectId, prompt, attachments };
    const allowed = route === 'agent' && !anyway && !forReview ? spending.check(costly, consented) : done;
    if (!allowed.ok) return allowed;
    if (anyway) spending.consent(turnId, costly);
    const turn = journal.open({
      id: turnId,
      projectId,
      route,
      prompt: withNotes(prompt, own, env.locale()),
      attachments,
      state: route === 'agent' ? 'queued' : 'settling',
      parts: [],
      failure: null,
      activity: route === 'agent' ? null : 'looking',
      receipt: null,
      stillWorkingMs: null,
      startedAt: env.clock.now(),
      endedAt: null,
    });
    try {
      attach(
        own.map(({ id }) => id),
        turnId,
      );
      projects.touch(projectId, text);
    } catch (error) {
      // A message never goes without its files.
      journal.abandon(turnId, error);
      return done;
    }
    // A command of the app does not wait for the agent.
    if (forReview) queues.of(projectId).holdForReview();
    else if (route === 'agent') queues.of(projectId).enter(turnId);
    else env.bus.emit({ type: 'local-command', turn });
    return done;
  };
}

/** The message by which a user would ask the agent to take this out again. */
export function removalMessage(change: DraftChange, locale: Locale): string {
  const t = mainTexts(locale);
  const track = t(`removal.track.${change.track}`);
  const name = change.kind === 'renamed' ? change.to : change.name;
  return name === '' ? t('removal.unnamed', { track }) : t('removal.named', { track, name });
}
