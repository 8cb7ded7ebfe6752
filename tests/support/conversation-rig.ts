import { createBalanceWatch } from '../../src/main/turns/balance-watch.ts';
import { openTurns, type Turns } from '../../src/main/turns/turns.ts';
import { createWakeableSleep } from '../../src/main/wakeable-sleep.ts';
import { openSessions, type Sessions } from '../../src/main/projects/sessions.ts';
import { type CloudError, toFailure } from '../../src/main/api/errors.ts';
import type { AgentEvent } from '../../src/main/api/stream/agent-event.ts';
import { createBus } from '../../src/main/app/bus.ts';
import type { Env } from '../../src/main/app/env.ts';
import type { StateReading } from '../../src/main/drafts/draft-versions.ts';
import type { Stores } from '../../src/main/storage/stores.ts';
import { readTimings } from '../../src/main/timings.ts';
import type { Project } from '../../src/shared/domain/project.ts';
import type { Credits, Turn } from '../../src/shared/domain/turn.ts';
import type { Upload } from '../../src/shared/domain/upload.ts';
import type { AppEvent } from '../../src/shared/contract/events.ts';
import type { SpendRules } from '../../src/shared/domain/spend-permission.ts';
import { done, err, ok, type Result } from '../../src/shared/result.ts';
import { type Answer, createAnswer } from './answer-in-hand.ts';
import { createFakeClock, type FakeClock, settle } from './fake-clock.ts';
import { temporaryStores } from './temporary-stores.ts';
import { createStates, type RigState } from './rig-states.ts';
import { notFound } from '../../src/shared/domain/failure.ts';

export const projectId = '7b0f4f0e-2f7e-4a55-9f0e-0a4c7b7f1a11';

export type Rig = {
  readonly conversation: Turns;
  readonly clock: FakeClock;
  readonly stores: Stores;
  readonly events: readonly AppEvent[];
  /** Tells every event from now on as well. */
  readonly listen: (listener: (event: AppEvent) => void) => void;
  /** The messages that reached the cloud. */
  readonly posts: readonly string[];
  /** The session that each of them went to: `s1`, `s2`… */
  readonly postedTo: readonly string[];
  readonly sessions: Sessions;
  /** Done when the balance is asked for. */
  readonly hooks: { balance: () => void };
  readonly answers: readonly Answer[];
  readonly turn: (index?: number) => Turn;
  /** What the next question for the state answers, first in first out; then "unchanged". */
  readonly stateAnswers: Result<StateReading, CloudError>[];
  readonly stateReads: () => number;
  /** How the next post ends without a stream. */
  readonly refusals: CloudError[];
  /** What the next post waits for before the head of its answer is there. */
  readonly heads: Promise<void>[];
  readonly uploads: {
    /** What comes of the files of the next message whose turn it is. */
    settle: 'uploaded' | 'failed' | Promise<'uploaded' | 'failed'>;
    notes: Readonly<Record<string, string>>;
    /** Files whose upload failed. */
    failed: readonly string[];
    /** Files that are not known (any more). */
    gone: readonly string[];
  };
  /** Which turn each file goes with; null: it is in the composer. */
  readonly files: Map<string, string | null>;
  /** The balances that the next questions get, first in first out; then the last one again. */
  readonly balances: Credits[];
  readonly settings: { dailyCeiling: number | null; hasMaterial: boolean; rules: SpendRules };
  /** What the next session, and the next balances, wait for. */
  readonly delays: { session?: Promise<void>; balance?: Promise<void> };
  /** How often the balance was read while a turn ran. */
  readonly balanceReads: () => number;
  /** Errors that the app reported: there should be none. */
  readonly faults: readonly unknown[];
  /** Files that went with a turn, or back to the composer (null), in order. */
  readonly attached: readonly { readonly ids: readonly string[]; readonly turnId: string | null }[];
  readonly close: () => Promise<void>;
};

export const unchanged: StateReading = { changed: false, changes: [], timeline: null };

export const titleAdded: StateReading = {
  changed: true,
  changes: [{ kind: 'added', track: 'text', name: 'Paradise Found', startMs: 0, endMs: 3000, volume: null }],
  timeline: {
    version: 2,
    durationMs: 10_000,
    tracks: [],
    summary: 'Timeline (1 tracks): 1. Title: "Paradise Found" (0-3s)',
  },
};

/**
 * A conversation on its own stores, with a cloud that the test controls. Pass the stores of an earlier rig to restart
 * the app.
 */
export function createRig(stores: Stores = temporaryStores(), state: RigState | null = null): Rig {
  const clock = createFakeClock();
  const timings = readTimings(undefined);
  if (!timings.ok) throw new Error(timings.error);
  const events: AppEvent[] = [];
  const listeners: ((event: AppEvent) => void)[] = [];
  const posts: string[] = [];
  const answers: Answer[] = [];
  const refusals: CloudError[] = [];
  const heads: Promise<void>[] = [];
  const stateAnswers: Result<StateReading, CloudError>[] = [];
  const uploads: Rig['uploads'] = { settle: 'uploaded', notes: {}, failed: [], gone: [] };
  const files = new Map<string, string | null>();
  const balances: Credits[] = [];
  const faults: unknown[] = [];
  const attached: { readonly ids: readonly string[]; readonly turnId: string | null }[] = [];
  const delays: Rig['delays'] = {};
  const settings: Rig['settings'] = {
    dailyCeiling: null,
    hasMaterial: false,
    rules: { spending: 'never', silenced: [] },
  };
  let balance: Credits = { available: 100, frozen: 0, total: 100 };
  let reads = 0;
  let balanceReads = 0;
  let opened = 0;
  const postedTo: string[] = [];
  const hooks: Rig['hooks'] = { balance: () => undefined };

  if (!stores.projects.get(projectId)) stores.projects.save(newProject(projectId));
  const emit = (event: AppEvent): void => {
    events.push(event);
    for (const listener of listeners) listener(event);
  };
  const report = (error: unknown): void => void faults.push(error);
  const bus = createBus(report);
  bus.onAppEvent(emit);
  const env: Env = { clock, timings: timings.value, bus, report, locale: () => 'en' };
  const sessions = openSessions(env, {
    store: stores.projects,
    cloud: {
      createSession: async () => {
        await delays.session;
        return ok({ sessionId: `s${(opened += 1)}`, taskId: 't', bindId: null });
      },
      claimToken: () => Promise.resolve(err({ kind: 'session-lost' })),
    },
    hadTimeline: (id) => stores.drafts.latest(id) !== null,
  });
  const readBalance = (): Promise<void> => {
    balanceReads += 1;
    return Promise.resolve();
  };
  const fileOf = (id: string): Upload => ({
    id,
    projectId,
    source: 'file',
    name: `${id}.mp4`,
    bytes: 1,
    kind: 'video',
    state: uploads.failed.includes(id) ? 'failed' : 'uploaded',
    sent: 1,
    failure: null,
    turnId: files.get(id) ?? null,
    note: uploads.notes[id] ?? '',
    mediaId: '',
  });
  const filesWith = (turnId: string | null): readonly Upload[] =>
    [...files.keys()].filter((id) => files.get(id) === turnId && !uploads.gone.includes(id)).map(fileOf);
  const attach = (ids: readonly string[], turnId: string | null): void => {
    for (const id of ids) files.set(id, turnId);
    attached.push({ ids, turnId });
  };
  const { draftVersions, restore, reader } = createStates(env, { stores, state, sessions });
  const conversation = openTurns(env, {
    stores,
    sessions,
    cloud: {
      runTurn: async ({ sessionId, message }) => {
        posts.push(message);
        postedTo.push(sessionId);
        await heads.shift();
        const refusal = refusals.shift();
        if (refusal) return err(refusal);
        const answer = createAnswer();
        answers.push(answer);
        return ok(answer.events);
      },
    },
    reader: {
      begin: (...turnStart) => (state ? reader.begin(...turnStart) : Promise.resolve()),
      readReportingLoss: (_projectId, turnId) => {
        reads += 1;
        return state ? reader.readState(projectId, turnId) : Promise.resolve(stateAnswers.shift() ?? ok(unchanged));
      },
    },
    draftVersions: {
      since: (_projectId, turnId) => (state ? draftVersions.since(projectId, turnId) : unchanged),
      view: () => ({ timeline: settings.hasMaterial ? titleAdded.timeline : null, preview: null }),
    },
    link: {
      balance: async () => {
        await delays.balance;
        hooks.balance();
        balance = balances.shift() ?? balance;
        return balance;
      },
    },
    restore,
    balanceWatch: createBalanceWatch({ read: readBalance, clock, timings: timings.value }),
    sleep: createWakeableSleep(clock),
    toFailure: (error) => toFailure(error),
    dailyCeiling: () => settings.dailyCeiling,
    spendRules: () => settings.rules,
    batchMessages: () => [],
    projects: {
      get: (id) => stores.projects.list().find((project) => project.id === id) ?? null,
      touch: () => undefined,
    },
    uploads: {
      get: (ids) => ids.filter((id) => !uploads.gone.includes(id)).map(fileOf),
      list: () => filesWith(null),
      ofTurn: ({ id }) => filesWith(id),
      areThere: () => true,
      attach,
      attachAgain: (ids, turnId) =>
        attach(
          ids.map((id) => `${id} again`),
          turnId,
        ),
      remove: (id) => (files.delete(id) ? done : notFound),
      arrive: (_turn, signal) =>
        Promise.race([
          Promise.resolve(uploads.settle),
          new Promise<'aborted'>((resolve) => signal.addEventListener('abort', () => resolve('aborted'))),
        ]),
    },
  });
  /** What the app does by itself when the user says so: nothing but reading the state. */
  const obey = async ({ route }: Turn): Promise<Result<readonly [], never>> => {
    if (state && route === 'state') await reader.readState(projectId, null);
    return ok([]);
  };
  bus.on('local-command', (event) => void conversation.settleLocally(event.turn.id, obey(event.turn)));
  const turn = (index = 0): Turn => {
    const found = conversation.page(projectId, { limit: 1000 }).turns[index];
    if (!found) throw new Error(`There is no turn ${index}`);
    return found;
  };
  return {
    conversation,
    clock,
    stores,
    events,
    listen: (listener) => listeners.push(listener),
    posts,
    postedTo,
    sessions,
    hooks,
    answers,
    turn,
    stateAnswers,
    stateReads: () => reads,
    refusals,
    heads,
    uploads,
    balances,
    settings,
    delays,
    balanceReads: () => balanceReads,
    faults,
    attached,
    files,
    close: conversation.close,
  };
}

export function newProject(id: string): Project {
  return { id, name: '', createdAt: 0, updatedAt: 0, pinned: false, archived: false, unread: 0, thumbnail: null };
}

/** The user sends these words to the open project. */
export async function say(rig: Rig, text: string): Promise<void> {
  rig.conversation.send({ projectId, text, uploadIds: [], anyway: false });
  await settle();
}

/** The agent answers the message that was posted as the `index`-th with these words, and is done. */
export async function answer(rig: Rig, index: number, text: string, ...more: readonly AgentEvent[]): Promise<void> {
  const complete: AgentEvent = { kind: 'end', silent: false, broken: false };
  rig.answers[index]?.send({ kind: 'text-settled', index: 0, text }, ...more, complete);
  rig.answers[index]?.finish();
  await settle();
}
