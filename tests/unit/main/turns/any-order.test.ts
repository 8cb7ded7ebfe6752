import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgentEvent } from '../../../../src/main/api/stream/agent-event.ts';
import type { CloudError } from '../../../../src/main/api/errors.ts';
import { createOutbox } from '../../../../src/main/ipc/outbox.ts';
import { apply, applySnapshot, applyView } from '../../../../src/renderer/state/apply.ts';
import { initialState, type WindowState } from '../../../../src/renderer/state/model.ts';
import { assertNever } from '../../../../src/shared/assert-never.ts';
import { isTurnOver, type Turn } from '../../../../src/shared/domain/turn.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import { createRig, projectId, type Rig, titleAdded, unchanged } from '../../../support/conversation-rig.ts';
import { project, snapshot, view } from '../../renderer/state/fixtures.ts';

/** One thing that happens: to the user, to the stream, to the state, to the clock, or to the app itself. */
type Step =
  | { readonly kind: 'say' }
  | { readonly kind: 'chunk'; readonly text: string }
  | { readonly kind: 'event'; readonly event: AgentEvent }
  /** The stream ends, or the answer with it. */
  | { readonly kind: 'finish' | 'answer' }
  | { readonly kind: 'refuse'; readonly error: CloudError }
  | { readonly kind: 'state'; readonly changed: boolean }
  | { readonly kind: 'stop' | 'resume-queue' }
  /** What comes before a post takes long, until `go`. */
  | { readonly kind: 'slow-start' | 'go' }
  /** The service says, late, that it does not know the session of an earlier post. */
  | { readonly kind: 'late-1002'; readonly post: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'restart' };

const letters = fc.stringMatching(/^[a-z]{1,6}$/);
const errors: readonly CloudError[] = [
  { kind: 'interrupted' },
  { kind: 'timed-out' },
  { kind: 'offline', reason: 'unreachable' },
  { kind: 'session-lost' },
  { kind: 'server', status: 502, code: null },
  { kind: 'token-refused', own: false },
];
const events: readonly AgentEvent[] = [
  { kind: 'heartbeat' },
  { kind: 'thinking' },
  { kind: 'tool', id: 'a', name: 'add_title', phase: 'started' },
  { kind: 'tool', id: 'b', name: 'generate_video', phase: 'finished' },
  { kind: 'failure', reason: 'agent', message: '', afterAnswer: false },
  { kind: 'end', silent: false, broken: false },
  { kind: 'end', silent: false, broken: true },
];
const lost: CloudError = { kind: 'session-lost' };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'say' } as const) },
  { weight: 6, arbitrary: letters.map((text) => ({ kind: 'chunk', text }) as const) },
  { weight: 3, arbitrary: fc.constantFrom(...events).map((event) => ({ kind: 'event', event }) as const) },
  { weight: 4, arbitrary: fc.constantFrom('finish', 'answer').map((kind) => ({ kind }) as const) },
  { weight: 2, arbitrary: fc.constantFrom(...errors, lost, lost).map((error) => ({ kind: 'refuse', error }) as const) },
  { weight: 2, arbitrary: fc.nat(2).map((post) => ({ kind: 'late-1002', post }) as const) },
  { weight: 1, arbitrary: fc.boolean().map((changed) => ({ kind: 'state', changed }) as const) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('stop', 'stop', 'resume-queue', 'slow-start', 'slow-start', 'go')
      .map((kind) => ({ kind }) as const),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(50, 100, 31_000, 61_000, 601_000).map((ms) => ({ kind: 'wait', ms }) as const),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' } as const) },
);

/** What the world has seen over all lives of the app; `go`: ends what is slow. */
type World = {
  said: number;
  go: () => void;
  readonly posted: Map<string, number>;
  readonly received: Map<string, string>;
};

/** The message that the running turn sent, by which its received text is remembered. */
function runningPrompt(rig: Rig): string | null {
  const turn = rig.conversation.page(projectId, { limit: 1000 }).turns.find(({ state }) => state === 'streaming');
  return turn?.prompt ?? null;
}

/** Only the session that is named is lost; the present one stays, unless it is that. */
function forgetLate(rig: Rig, sessionId: string | undefined): void {
  if (sessionId === undefined) return;
  const before = rig.stores.projects.session(projectId)?.sessionId ?? null;
  rig.sessions.forget(projectId, sessionId);
  const after = rig.stores.projects.session(projectId)?.sessionId ?? null;
  expect(after).toBe(before === sessionId ? null : before);
}

/** What was stopped before its post leaves the line free at once. */
function expectStopped(rig: Rig): void {
  const states = rig.conversation.page(projectId, { limit: 1000 }).turns.map(({ state }) => state);
  expect(states).not.toContain('queued');
  if (states.every(isTurnOver)) expect(rig.conversation.working()).toEqual([]);
}

async function take(rig: Rig, world: World, what: Step): Promise<void> {
  const stream = rig.answers.at(-1);
  switch (what.kind) {
    case 'say':
      world.said += 1;
      rig.conversation.send({ projectId, text: `film ${world.said}`, uploadIds: [], anyway: false });
      break;
    case 'chunk': {
      const prompt = runningPrompt(rig);
      if (prompt === null || !stream) break;
      stream.send({ kind: 'text', index: 0, delta: `${what.text} ` });
      await rig.clock.advance(0);
      // Only what the reader took counts as received.
      if (runningPrompt(rig) === prompt) world.received.set(prompt, `${world.received.get(prompt) ?? ''}${what.text} `);
      break;
    }
    case 'event':
      stream?.send(what.event);
      break;
    case 'answer':
      stream?.send({ kind: 'end', silent: false, broken: false });
      stream?.finish();
      break;
    case 'finish':
      stream?.finish();
      break;
    case 'refuse':
      rig.refusals.push(what.error);
      break;
    case 'state':
      rig.stateAnswers.push(
        what.changed ? ok(titleAdded) : err({ kind: 'offline', reason: 'unreachable' }),
        ok(unchanged),
      );
      break;
    case 'stop':
      for (const { id } of rig.conversation.page(projectId, { limit: 1000 }).turns) rig.conversation.stop(id);
      break;
    case 'slow-start':
      world.go();
      rig.delays.balance = new Promise((resolve) => {
        world.go = resolve;
      });
      break;
    case 'go':
      world.go();
      break;
    case 'late-1002':
      forgetLate(rig, rig.postedTo[what.post]);
      break;
    case 'resume-queue':
      rig.conversation.resumeQueue(projectId);
      break;
    case 'wait':
      await rig.clock.advance(what.ms);
      break;
    case 'restart':
      break;
    default:
      assertNever(what);
  }
  await rig.clock.advance(0);
}

/** What a window shows that hears of the turns as windows do: from now on, in frames. */
function watch(rig: Rig): () => readonly Turn[] | undefined {
  let state: WindowState = applyView(
    applySnapshot(initialState, snapshot({ projects: [project({ id: projectId })] })),
    view({ projectId, turns: rig.conversation.page(projectId, { limit: 1000 }).turns }),
  );
  const outbox = createOutbox(rig.clock, { frameMs: 0, uploadsFrameMs: 0 });
  outbox.subscribe(1, (events) => {
    state = events.reduce(apply, state);
  });
  rig.listen(outbox.emit);
  return () => state.views[projectId]?.turns;
}

describe('any order of events, faults and restarts', () => {
  it('posts each message at most once, loses no text that was received, and shows the window what there is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
        const world: World = { said: 0, go: () => undefined, posted: new Map(), received: new Map() };
        let rig = createRig();
        let seen = watch(rig);
        const count = (): void => {
          for (const text of rig.posts) world.posted.set(text, (world.posted.get(text) ?? 0) + 1);
        };
        for (const what of steps) {
          if (what.kind !== 'restart') {
            await take(rig, world, what);
            if (what.kind === 'stop') expectStopped(rig);
            expect(seen()).toEqual(rig.conversation.page(projectId, { limit: 1000 }).turns);
            continue;
          }
          // What arrived a tenth of a second before the end is on disk.
          await rig.clock.advance(100);
          count();
          world.go();
          await rig.close();
          rig = createRig(rig.stores);
          seen = watch(rig);
          rig.conversation.resume();
          await rig.clock.advance(0);
        }
        world.go();
        for (let wait = 0; wait < 40; wait += 1) {
          rig.conversation.resumeQueue(projectId);
          await rig.clock.advance(901_000);
        }
        count();
        const { turns } = rig.conversation.page(projectId, { limit: 1000 });
        expect(rig.faults).toEqual([]);
        expect([...world.posted.values()].filter((posts) => posts > 1)).toEqual([]);
        expect(turns.filter(({ state }) => !isTurnOver(state))).toEqual([]);
        const unsent = turns.filter(({ failure }) => failure?.code === 'not-sent').map(({ prompt }) => prompt);
        expect(unsent.filter((prompt) => world.posted.has(prompt))).toEqual([]);
        for (const [prompt, text] of world.received) {
          const shown = turns.find((turn) => turn.prompt === prompt)?.parts ?? [];
          expect(JSON.stringify(shown), prompt).toContain(text.trimEnd());
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
