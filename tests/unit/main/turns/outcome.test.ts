import { describe, expect, it } from 'vitest';
import type { AgentEvent } from '../../../../src/main/api/stream/agent-event.ts';
import type { StateReading } from '../../../../src/main/drafts/draft-versions.ts';
import { asksSomething } from '../../../../src/main/turns/questions.ts';
import { removalMessage } from '../../../../src/main/turns/messages.ts';
import type { DraftChange, TrackKind } from '../../../../src/shared/domain/timeline.ts';
import { costOf } from '../../../../src/shared/domain/receipt.ts';
import { done, err, ok } from '../../../../src/shared/result.ts';
import { createRig, projectId, type Rig, titleAdded, unchanged } from '../../../support/conversation-rig.ts';
import { settle } from '../../../support/fake-clock.ts';
import { notFound } from '../../../../src/shared/domain/failure.ts';

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

const unchangedNotice = { kind: 'notice', notice: { code: 'unchanged' } };

describe('a cut that stayed as it was', () => {
  it.each([
    ['says that it did something', [settled("I've added the title.")]],
    ['speaks of something else', [settled('I have created a storyboard for you.')]],
    ['answers a question', [settled('The sea is blue because of the sky.')]],
    ['used a tool', [tool('add_title', 'started'), tool('add_title', 'finished'), settled('There.')]],
    ['says nothing', []],
  ])('is told as a fact when the agent %s', async (_what, events) => {
    const rig = createRig();
    await turnWith(rig, ...events);
    expect(rig.turn().parts.at(-1)).toEqual(unchangedNotice);
    expect(rig.turn().state).toBe('done');
  });

  it.each(['Removed clip 2.', '已删除片段 2。'])('is not told when it changed, whatever is said: %s', async (words) => {
    const rig = createRig();
    rig.stateAnswers.push(ok(titleAdded));
    await turnWith(rig, settled(words));
    expect(rig.turn().parts).not.toContainEqual(unchangedNotice);
  });

  it('is not told of a turn that the user stopped: the agent may go on', async () => {
    const rig = createRig();
    rig.conversation.send({ projectId, text: 'a film about the sea', uploadIds: [], anyway: false });
    await settle();
    rig.conversation.stop(rig.turn().id);
    await settle();
    expect(rig.turn().parts).toEqual([{ kind: 'notice', notice: { code: 'stopped' } }]);
  });
});

describe('a question', () => {
  it.each([
    'Shall I add a title?',
    'Which one do you prefer? 😊',
    'Which one do you prefer? Let me know!',
    '**Which one do you prefer?**\n\n- A\n- B\n\nI will go on as soon as you say.',
    '你想要哪一个版本？A 或 B，请告诉我。',
    '想要欢快的还是舒缓的?我来安排。',
    "The dogs' bowl, or the cats'? It's up to you.",
    'Is it 5" or 7" wide? Say so.',
    'It says "Hello". Do you like it? I used `serif`.',
    'Have you seen https://example.com/page?id=3? It has more.',
    '看看 https://example.com/a?x=1，你想要哪个？告诉我。',
    'هل تريد موسيقى؟ أخبرني.',
  ])('is one, whatever follows it: %s', (text) => {
    expect(asksSomething([{ kind: 'text', text }])).toBe(true);
    expect(
      asksSomething([
        { kind: 'text', text },
        { kind: 'text', text: 'I wait.' },
      ]),
    ).toBe(true);
  });

  it.each([
    'I have made a video of the sea.',
    'The title is now "Who are you?".',
    'The title is now “Who are you?”',
    "The title is now 'What's up?'.",
    'The title is now ‘What’s up?’.',
    '标题改成了“你是谁？”。',
    '标题改成了「你是谁？」，字幕是『去哪儿？』。',
    '参考了《你是谁？》的节奏。',
    'Run `a ? b : c` for that.',
    'Like this:\n```js\nconst a = b ? 1 : 2;\n```\nDone.',
    'Like this:\n```\nis it?',
    'It lies at https://example.com/watch?v=1&t=2.',
    'It lies at example.com/watch?v=1, too.',
  ])('is none in quotes, code or an address: %s', (text) => {
    expect(asksSomething([{ kind: 'text', text }])).toBe(false);
  });

  it.each(['"', '“', '「', "'a ", '`', '?', 'a?b', '？“', 'https://a?', '```\n', "x'", '«'])(
    'is looked for in a megabyte of %j before the test is given up',
    (piece) => {
      const text = `${piece.repeat(1_000_000 / piece.length)}x?`;
      expect(() => asksSomething([{ kind: 'text', text }])).not.toThrow();
    },
  );
});

describe('two stages', () => {
  it('shows the raw clip at once, and then what came with it, each to be removed or to stay', async () => {
    const rig = createRig();
    rig.conversation.send({ projectId, text: 'a film about the sea', uploadIds: [], anyway: false });
    await settle();
    rig.stateAnswers.push(ok(reading(added('video', 'sea'))));
    rig.answers[0]?.send(tool('generate_video', 'started'), tool('generate_video', 'finished'));
    await settle();
    expect(rig.turn()).toMatchObject({ state: 'streaming', parts: [{ kind: 'raw-clip', name: 'sea' }] });
    rig.stateAnswers.push(ok(reading(added('video', 'sea'), added('audio', 'Lo-fi'), added('text', 'The sea'))));
    rig.answers[0]?.send(settled('With music and a title.'), complete);
    rig.answers[0]?.finish();
    await settle();
    expect(rig.turn().parts.at(-1)).toMatchObject({ kind: 'changes', undecided: [1, 2] });
    expect(rig.turn().parts.at(-1)).toMatchObject({
      changes: [{ name: 'sea' }, { name: 'Lo-fi' }, { name: 'The sea' }],
    });

    expect(rig.posts).toHaveLength(1);
    const music = { turnId: rig.turn().id, part: 2, change: 1, anyway: false };
    expect(rig.conversation.removeChange(music)).toEqual(done);
    expect(rig.turn().parts.at(-1)).toMatchObject({ undecided: [2] });
    await settle();
    expect(rig.posts.at(-1)).toBe('Remove the music “Lo-fi”');
    expect(rig.conversation.removeChange(music)).toEqual(notFound);
    expect(rig.posts).toHaveLength(2);
  });

  it('tells everything at the end when it was there before the clip could be shown', async () => {
    const rig = createRig();
    const all = ok(reading(added('video', 'sea'), added('audio', 'Lo-fi')));
    rig.stateAnswers.push(all, all);
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

  const charged = [
    { available: 100, frozen: 0, total: 100 },
    { available: 97, frozen: 0, total: 100 },
  ];

  it('offers what an answer told the user to do before it broke', async () => {
    const rig = createRig();
    rig.conversation.send({ projectId, text: 'Warmer', uploadIds: [], anyway: false });
    await settle();
    const delta = 'Click Export to save it. Drag the title ';
    rig.answers[0]?.send({ kind: 'text', index: 0, delta }, { kind: 'end', silent: false, broken: true });
    rig.answers[0]?.finish();
    await settle();
    const suggestedActions = [{ kind: 'export' }, { kind: 'edit', text: 'Move the title' }];
    expect(rig.turn().parts[0]).toEqual({ kind: 'text', text: '', suggestedActions });
  });

  it('marks what was charged for neither words nor a change', async () => {
    const rig = createRig();
    rig.balances.push(...charged);
    await turnWith(rig);
    expect(rig.turn().receipt?.chargedForNothing).toBe(true);
  });

  it.each([
    ['words', unchanged, [settled('I have created a storyboard for you.')]],
    ['words that became a button', unchanged, [settled('Click Export to save it.')]],
    ['a change', titleAdded, []],
    ['a change that has no words', { ...titleAdded, changes: [] }, []],
  ])('does not call it nothing when there were %s', async (_what, state, events) => {
    const rig = createRig();
    rig.balances.push(...charged);
    rig.stateAnswers.push(ok(state));
    await turnWith(rig, ...events);
    expect(rig.turn().receipt?.chargedForNothing).toBe(false);
  });

  it('does not call it nothing when nobody can say what came of it', async () => {
    const rig = createRig();
    rig.balances.push(...charged);
    rig.stateAnswers.push(err({ kind: 'session-lost' }));
    rig.refusals.push({ kind: 'interrupted' });
    await turnWith(rig);
    await rig.clock.advance(31_000);
    expect(rig.turn()).toMatchObject({ state: 'unknown', receipt: { chargedForNothing: false } });
  });

  it('is not below zero when the user topped up meanwhile', () => {
    const credits = (available: number) => ({ available, frozen: 0, total: available });
    expect(costOf({ before: credits(10), after: credits(110), chargedForNothing: false })).toBe(0);
  });
});

describe('the balance', () => {
  it('is read again soon after a message went out, and while its turn runs, but not afterwards', async () => {
    const rig = createRig();
    rig.conversation.send({ projectId, text: 'a film about the sea', uploadIds: [], anyway: false });
    await settle();
    expect(rig.balanceReads()).toBe(0);
    await rig.clock.advance(2_000);
    expect(rig.balanceReads()).toBe(1);
    await rig.clock.advance(13_000 + 45_000);
    expect(rig.balanceReads()).toBe(5);
    rig.answers[0]?.send(settled('There.'), { kind: 'end', silent: false, broken: false });
    rig.answers[0]?.finish();
    await settle();
    await rig.clock.advance(600_000);
    expect([rig.turn().state, rig.balanceReads(), rig.clock.waiting()]).toEqual(['done', 5, 0]);
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
