import { describe, expect, it } from 'vitest';
import type { AgentEvent } from '../../../src/main/cloud/stream/agent-event.ts';
import type { StateReading } from '../../../src/main/draft/stage.ts';
import { asksSomething, claimsEdit } from '../../../src/main/conversation/claims.ts';
import { likelyCostFrom } from '../../../src/main/conversation/likely-cost.ts';
import { removalMessage } from '../../../src/main/conversation/removal.ts';
import type { DraftChange, TrackKind } from '../../../src/shared/domain/timeline.ts';
import { costOf } from '../../../src/shared/domain/turn.ts';
import { ok } from '../../../src/shared/result.ts';
import { createRig, projectId, type Rig, titleAdded } from '../../support/conversation-rig.ts';
import { settle } from '../../support/fake-clock.ts';

const complete: AgentEvent = { kind: 'end', silent: false, broken: false };
const settled = (text: string, index = 0): AgentEvent => ({ kind: 'text-settled', index, text });
const tool = (name: string, phase: 'started' | 'finished' | 'failed'): AgentEvent => ({
  kind: 'tool',
  id: name,
  name,
  phase,
});

const added = (track: TrackKind, name: string): DraftChange => ({
  kind: 'added',
  track,
  name,
  startMs: 0,
  endMs: 10_000,
  volume: null,
});
const reading = (...changes: readonly DraftChange[]): StateReading => ({ changed: true, changes, timeline: null });

async function turnWith(rig: Rig, ...events: readonly AgentEvent[]): Promise<void> {
  rig.conversation.send({ projectId, text: 'a film about the sea', uploadIds: [], anyway: false });
  await settle();
  rig.answers[0]?.send(...events, complete);
  rig.answers[0]?.finish();
  await settle();
}

describe('the truth card', () => {
  it.each([
    ['says so in words', [settled("I've added the title.")]],
    ['used a tool that edits', [tool('add_title', 'started'), tool('add_title', 'finished'), settled('There.')]],
    ['says so in Chinese', [settled('已为你添加标题。')]],
  ])('tells that nothing changed when the agent %s', async (_what, events) => {
    const rig = createRig();
    await turnWith(rig, ...events);
    expect(rig.turn().parts.at(-1)).toEqual({ kind: 'notice', notice: { code: 'unchanged' } });
    expect(rig.turn().state).toBe('done');
  });

  it.each([
    ['nothing was claimed', [settled('The sea is blue because of the sky.')]],
    ['the tool failed', [tool('add_title', 'started'), tool('add_title', 'failed'), settled('That did not work.')]],
  ])('is silent when %s', async (_what, events) => {
    const rig = createRig();
    await turnWith(rig, ...events);
    expect(rig.turn().parts).toHaveLength(1);
  });

  it('is silent when the claim is true', async () => {
    const rig = createRig();
    rig.stateAnswers.push(ok(titleAdded));
    await turnWith(rig, settled("I've added the title."));
    expect(JSON.stringify(rig.turn().parts)).not.toContain('unchanged');
  });
});

describe('claims', () => {
  it.each([
    ["I've just added a warm title at the start.", true],
    ['The music has been lowered to 20%.', true],
    ['Done! Enjoy.', true],
    ['标题已经添加到开头。', true],
    ['音乐调低了。', true],
    ['Shall I add a title?', false],
    ['I can add music if you like.', false],
    ['要不要添加音乐？', false],
    ['A title is text that stands at the start of a film.', false],
  ])('%s', (text, claimed) => {
    expect(claimsEdit([{ kind: 'text', text }], new Set())).toBe(claimed);
  });

  it('questions are told from answers', () => {
    expect(asksSomething([{ kind: 'text', text: 'Which one do you want, “A” or “B?”' }])).toBe(true);
    expect(asksSomething([{ kind: 'text', text: 'Why? Because it is blue.' }])).toBe(false);
  });
});

describe('two stages', () => {
  it('shows the raw clip at once, and then what came with it, each to keep or remove', async () => {
    const rig = createRig();
    rig.conversation.send({ projectId, text: 'a film about the sea', uploadIds: [], anyway: false });
    await settle();
    rig.stateAnswers.push(ok(reading(added('video', 'sea'))));
    rig.answers[0]?.send(tool('generate_video', 'started'), tool('generate_video', 'finished'));
    await settle();
    expect(rig.turn()).toMatchObject({ state: 'streaming', parts: [{ kind: 'raw-clip', name: 'sea' }] });
    rig.stateAnswers.push(ok(reading(added('audio', 'Lo-fi'), added('text', 'The sea'))));
    rig.answers[0]?.send(settled('With music and a title.'), complete);
    rig.answers[0]?.finish();
    await settle();
    expect(rig.turn().parts.at(-1)).toMatchObject({ kind: 'changes', undecided: [1, 2] });
    expect(rig.turn().parts.at(-1)).toMatchObject({
      changes: [{ name: 'sea' }, { name: 'Lo-fi' }, { name: 'The sea' }],
    });

    expect(
      rig.conversation.decide({ turnId: rig.turn().id, part: 2, change: 2, keep: true, anyway: false }),
    ).toBeNull();
    expect(rig.turn().parts.at(-1)).toMatchObject({ undecided: [1] });
    expect(rig.posts).toHaveLength(1);
    expect(
      rig.conversation.decide({ turnId: rig.turn().id, part: 2, change: 1, keep: false, anyway: false }),
    ).toBeNull();
    await settle();
    expect(rig.posts.at(-1)).toBe('Remove the music “Lo-fi”');
    expect(rig.conversation.decide({ turnId: rig.turn().id, part: 2, change: 1, keep: false, anyway: false })).toEqual({
      code: 'not-found',
    });
    expect(rig.posts).toHaveLength(2);
  });

  it('tells everything at the end when it was there before the clip could be shown', async () => {
    const rig = createRig();
    rig.stateAnswers.push(ok(reading(added('video', 'sea'), added('audio', 'Lo-fi'))));
    await turnWith(rig, tool('generate_video', 'started'), tool('generate_video', 'finished'), settled('There.'));
    expect(rig.turn().parts).toMatchObject([
      { kind: 'text' },
      { kind: 'changes', changes: [{ name: 'sea' }, { name: 'Lo-fi' }], undecided: [1] },
    ]);
  });

  it('asks nothing about an edit that the user asked for', async () => {
    const rig = createRig();
    rig.stateAnswers.push(ok(titleAdded));
    await turnWith(rig, settled("I've added the title."));
    expect(rig.turn().parts.at(-1)).toEqual({ kind: 'changes', changes: titleAdded.changes });
  });

  it('asks for removal in the language of the app', () => {
    expect(removalMessage(added('text', 'Sea'), 'zh')).toBe('删除标题“Sea”');
    expect(removalMessage(added('audio', ''), 'en')).toBe('Remove the music');
  });
});

describe('the receipt', () => {
  it('has the balances before and after', async () => {
    const rig = createRig();
    const before = { available: 100, frozen: 0, total: 100 };
    const after = { available: 52, frozen: 28, total: 100 };
    rig.balances.push(before, after);
    rig.stateAnswers.push(ok(titleAdded));
    await turnWith(rig, settled('There.'));
    expect(rig.turn().receipt).toEqual({ before, after, chargedForNothing: false });
    expect(costOf({ before, after, chargedForNothing: false })).toBe(48);
  });

  it('marks what was charged for nothing', async () => {
    const rig = createRig();
    rig.balances.push({ available: 100, frozen: 0, total: 100 }, { available: 97, frozen: 0, total: 100 });
    await turnWith(rig, settled("I've added the title."));
    expect(rig.turn().receipt?.chargedForNothing).toBe(true);
  });

  it('is not below zero when the user topped up meanwhile', () => {
    const credits = (available: number) => ({ available, frozen: 0, total: available });
    expect(costOf({ before: credits(10), after: credits(110), chargedForNothing: false })).toBe(0);
  });
});

describe('the likely cost', () => {
  it('is a guess at first, and then the middle of what was paid', () => {
    expect(likelyCostFrom([])).toEqual({ generate: 100, edit: 50 });
    const edits = [3, 5, 40, 0].map((cost) => ({ first: false, cost }));
    expect(likelyCostFrom([{ first: true, cost: 48 }, ...edits])).toEqual({ generate: 48, edit: 5 });
  });
});

describe('waiting', () => {
  it('is told every two minutes of heartbeats, and ends with the next word', async () => {
    const rig = createRig();
    rig.conversation.send({ projectId, text: 'a film about the sea', uploadIds: [], anyway: false });
    await settle();
    await rig.clock.advance(119_000);
    expect(rig.turn().stillWorkingMs).toBeNull();
    rig.answers[0]?.send({ kind: 'heartbeat' });
    await rig.clock.advance(1000);
    expect(rig.turn().stillWorkingMs).toBe(120_000);
    await rig.clock.advance(120_000);
    expect(rig.turn().stillWorkingMs).toBe(240_000);
    rig.answers[0]?.send({ kind: 'text', index: 0, delta: 'Now ' });
    await settle();
    expect(rig.turn().stillWorkingMs).toBeNull();
  });

  it.each([3_600_000, -3_600_000])(
    'is told by what has passed, although the user sets the clock by %d ms',
    async (by) => {
      const rig = createRig();
      rig.conversation.send({ projectId, text: 'a film about the sea', uploadIds: [], anyway: false });
      await settle();
      await rig.clock.advance(60_000);
      rig.clock.set(by);
      await rig.clock.advance(60_000);
      expect(rig.turn()).toMatchObject({ state: 'streaming', stillWorkingMs: 120_000 });
    },
  );
});
