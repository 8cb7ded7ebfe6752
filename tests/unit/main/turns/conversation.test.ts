import { describe, expect, it, vi } from 'vitest';
import type { AgentEvent } from '../../../../src/main/api/stream/agent-event.ts';
import { done, err, ok } from '../../../../src/shared/result.ts';
import { createRig, projectId, type Rig, titleAdded } from '../../../support/conversation-rig.ts';
import { settle } from '../../../support/fake-clock.ts';

const complete: AgentEvent = { kind: 'end', silent: false, broken: false };
const silent: AgentEvent = { kind: 'end', silent: true, broken: false };
const broken: AgentEvent = { kind: 'end', silent: false, broken: true };
const text = (delta: string, index = 0): AgentEvent => ({ kind: 'text', index, delta });
const settled = (whole: string, index = 0): AgentEvent => ({ kind: 'text-settled', index, text: whole });

async function say(rig: Rig, message = 'Make a video of the sea'): Promise<void> {
  rig.conversation.send({ projectId, text: message, uploadIds: [], anyway: false });
  await settle();
}

async function answer(rig: Rig, index: number, ...events: readonly AgentEvent[]): Promise<void> {
  rig.answers[index]?.send(...events);
  rig.answers[index]?.finish();
  await settle();
}

describe('a turn', () => {
  it('shows text as it arrives, once, and settles by the state', async () => {
    const rig = createRig();
    await say(rig);
    rig.answers[0]?.send(text('Good '), text('morning. To you'));
    await settle();
    expect(rig.turn().state).toBe('streaming');
    expect(rig.turn().parts).toEqual([{ kind: 'text', text: 'Good morning.' }]);
    rig.stateAnswers.push(ok(titleAdded));
    await answer(rig, 0, settled('Good morning.'), complete);
    expect(rig.turn().state).toBe('done');
    expect(rig.turn().parts).toEqual([
      { kind: 'text', text: 'Good morning.' },
      { kind: 'changes', changes: titleAdded.changes },
    ]);
  });

  it('tells pieces that came together in their order', async () => {
    const rig = createRig();
    await say(rig);
    rig.answers[0]?.send(text('One. Two. '));
    await settle();
    const told = rig.events.length;
    rig.answers[0]?.send(text('Three. Four. '), { kind: 'heartbeat' }, text('Five. '), text('Other text. ', 1));
    await settle();
    expect(rig.events.slice(told).map(({ type }) => type)).toEqual(['turn-text', 'turn-text', 'turn']);
    expect(rig.turn().parts).toEqual([
      { kind: 'text', text: 'One. Two. Three. Four. Five.' },
      { kind: 'text', text: 'Other text.' },
    ]);
  });

  it('writes the whole of a streamed text once, when all is over', async () => {
    const rig = createRig();
    await say(rig);
    rig.answers[0]?.send(text('Good morning. To you'));
    await settle();
    const save = vi.spyOn(rig.stores.turns, 'save');
    await answer(rig, 0, settled('Good morning. To you'), complete);
    expect(save.mock.calls.map(([{ state, parts }]) => [state, parts[0]])).toEqual([
      ['done', { kind: 'text', text: 'Good morning. To you' }],
    ]);
  });

  it('is written down as under way before its message is posted', async () => {
    const rig = createRig();
    let stateAtPost = '';
    const push = rig.posts as string[];
    push.push = (...items) => {
      stateAtPost = rig.turn().state ?? 'not written';
      return Array.prototype.push.apply(push, items);
    };
    await say(rig);
    expect(stateAtPost).toBe('sending');
  });

  it('says what changed when the agent says nothing', async () => {
    const rig = createRig();
    await say(rig, "add a title 'Paradise Found'");
    rig.stateAnswers.push(ok(titleAdded));
    await answer(rig, 0, { kind: 'tool', id: 'a', name: 'add_title', phase: 'started' }, silent);
    expect(rig.turn().parts).toEqual([
      { kind: 'changes', changes: titleAdded.changes },
      { kind: 'notice', notice: { code: 'silent-edit' } },
      { kind: 'summary', line: titleAdded.timeline?.summary },
    ]);
  });

  it('says so when the agent said nothing and nothing changed', async () => {
    const rig = createRig();
    await say(rig);
    await answer(rig, 0, silent);
    expect(rig.turn().parts).toEqual([{ kind: 'notice', notice: { code: 'unchanged' } }]);
  });

  it('names the kind of work, never the tool', async () => {
    const rig = createRig();
    await say(rig);
    rig.answers[0]?.send({ kind: 'tool', id: 'a', name: 'search_bgm_library', phase: 'started' });
    await settle();
    expect(rig.turn().activity).toBe('music');
    expect(JSON.stringify(rig.events)).not.toContain('search_bgm_library');
  });

  it.each([
    { came: 'piece by piece', pieces: ['Done. Click the "Export" ', 'button to download your video.'] },
    { came: 'in part', pieces: ['Do'] },
    { came: 'otherwise', pieces: ['Something else. '] },
  ])('translates a settled text that came $came like one that comes whole', async ({ pieces }) => {
    const rig = createRig();
    await say(rig);
    const whole = 'Done. Click the "Export" button to download your video.';
    await answer(rig, 0, ...pieces.map((piece) => text(piece)), settled(whole), settled(whole, 1), complete);
    const [one, other] = rig.turn().parts;
    expect(one).toMatchObject({ kind: 'text', text: 'Done.', suggestedActions: [expect.anything()] });
    expect(other).toEqual(one);
  });

  it('has words that the translation held back on disk when the app closes', async () => {
    const rig = createRig();
    await say(rig);
    rig.answers[0]?.send(text('by '));
    await settle();
    expect(rig.turn().parts).toEqual([]);
    await rig.close();
    expect(rig.stores.turns.get(rig.turn().id)?.parts).toEqual([{ kind: 'text', text: expect.stringContaining('by') }]);
  });

  it('keeps what had arrived when the agent fails', async () => {
    const rig = createRig();
    await say(rig);
    const failure: AgentEvent = { kind: 'failure', reason: 'agent', message: 'scripted', afterAnswer: false };
    await answer(rig, 0, text('Half an '), failure, complete);
    expect(rig.turn()).toMatchObject({ state: 'failed', failure: { code: 'agent-failed' } });
    expect(rig.turn().parts).toMatchObject([{ text: 'Half an ' }, { notice: { code: 'unchanged' } }]);
    expect(JSON.stringify(rig.events)).not.toContain('scripted');
  });
});

describe('recovery', () => {
  it('asks the state after a broken stream, and never posts again', async () => {
    const rig = createRig();
    await say(rig);
    rig.stateAnswers.push(err({ kind: 'offline', reason: 'unreachable' }), ok(titleAdded));
    await answer(rig, 0, text('Half'), broken);
    expect(rig.turn().parts.at(-1)).toEqual({ kind: 'notice', notice: { code: 'recovering', attempt: 1, of: 5 } });
    await rig.clock.advance(30_000);
    expect(rig.turn().state).toBe('settling');
    await rig.clock.advance(60_000);
    expect(rig.turn().state).toBe('done');
    expect(rig.turn().parts).toEqual([
      { kind: 'text', text: 'Half' },
      { kind: 'notice', notice: { code: 'recovered' } },
      { kind: 'changes', changes: titleAdded.changes },
    ]);
    expect(rig.posts).toHaveLength(1);
  });

  it('gives up after five unchanged answers and leaves the repeat to the user', async () => {
    const rig = createRig();
    rig.refusals.push({ kind: 'interrupted' });
    await say(rig);
    await rig.clock.advance(30_000 + 4 * 60_000 - 1);
    expect(rig.turn().state).toBe('settling');
    await rig.clock.advance(1);
    expect(rig.turn().state).toBe('unknown');
    expect(rig.stateReads()).toBe(5);
    expect(rig.posts).toHaveLength(1);
    expect(rig.conversation.retry(rig.turn().id, false)).toEqual(done);
    await settle();
    expect(rig.posts).toHaveLength(2);
  });

  it.each(['heartbeats only for 10 minutes', 'fifteen minutes in all'] as const)('begins after %s', async (what) => {
    const rig = createRig();
    await say(rig);
    for (let minute = 0; minute < 15 && rig.turn().state === 'streaming'; minute += 1) {
      rig.answers[0]?.send(what.startsWith('heartbeats') ? { kind: 'heartbeat' } : text('.'));
      await rig.clock.advance(60_000);
    }
    expect(rig.turn().state).toBe('settling');
  });

  it('goes on at the next start, and posts nothing for it', async () => {
    const first = createRig();
    await say(first);
    expect(first.turn(0).state).toBe('streaming');
    await first.close();
    const next = createRig(first.stores);
    next.conversation.resume();
    next.stateAnswers.push(ok(titleAdded));
    await next.clock.advance(30_000);
    expect(next.turn(0).state).toBe('done');
    expect(next.posts).toEqual([]);
  });
});

describe('a refusal', () => {
  it('of a lost session opens a new one for the next message, and repeats nothing', async () => {
    const rig = createRig();
    rig.refusals.push({ kind: 'session-lost' });
    await say(rig);
    expect(rig.turn()).toMatchObject({
      state: 'failed',
      failure: { code: 'session-lost' },
      parts: [{ kind: 'notice', notice: { code: 'fresh-session' } }],
    });
    expect(rig.stores.projects.session(projectId)).toBeNull();
    expect(rig.posts).toHaveLength(1);
  });

  it('for want of credits offers the way to register', async () => {
    const rig = createRig();
    rig.refusals.push({ kind: 'no-credits' });
    await say(rig);
    expect(rig.turn().failure).toEqual({ code: 'no-credits', link: 'register' });
  });

  it('by the rate limit is certain: nothing is asked, nothing recovered', async () => {
    const rig = createRig();
    rig.refusals.push({ kind: 'rate-limited', retryAfterMs: null });
    await say(rig);
    expect(rig.turn()).toMatchObject({ state: 'failed', failure: { code: 'rate-limited' } });
    expect(rig.stateReads()).toBe(0);
  });

  it('by a broken server counts as unclear: the state is read before it is called failed', async () => {
    const rig = createRig();
    rig.refusals.push({ kind: 'server', status: 502, code: null });
    rig.stateAnswers.push(ok(titleAdded));
    await say(rig);
    expect(rig.turn()).toMatchObject({ state: 'failed', failure: { code: 'server', params: { status: 502 } } });
    expect(rig.turn().parts).toContainEqual({ kind: 'changes', changes: titleAdded.changes });
  });
});

describe('the queue of turns', () => {
  it('runs one turn of a project after the other', async () => {
    const rig = createRig();
    await say(rig, 'make a video of one');
    await say(rig, 'make a video of two');
    expect(rig.posts).toEqual(['make a video of one']);
    await answer(rig, 0, settled('Done.'), complete);
    expect(rig.posts).toEqual(['make a video of one', 'make a video of two']);
  });

  it('stops a running turn: what had come stays, the state is read, nothing is posted again', async () => {
    const rig = createRig();
    await say(rig);
    rig.answers[0]?.send(text('Working on'));
    await settle();
    rig.stateAnswers.push(ok(titleAdded));
    expect(rig.conversation.stop(rig.turn().id)).toEqual(done);
    await settle();
    expect(rig.turn().state).toBe('done');
    expect(rig.turn().parts).toEqual([
      { kind: 'text', text: 'Working on' },
      { kind: 'notice', notice: { code: 'stopped' } },
      { kind: 'changes', changes: titleAdded.changes },
    ]);
    expect(rig.posts).toHaveLength(1);
  });

  it('takes a waiting turn back', async () => {
    const rig = createRig();
    await say(rig, 'make a video of one');
    await say(rig, 'make a video of two');
    rig.conversation.stop(rig.turn(1).id);
    await answer(rig, 0, settled('Done.'), complete);
    expect(rig.turn(1)).toMatchObject({ state: 'failed', failure: { code: 'not-sent' } });
    expect(rig.posts).toHaveLength(1);
  });

  it('does not post a message whose file did not arrive', async () => {
    const rig = createRig();
    rig.uploads.settle = 'failed';
    rig.conversation.send({ projectId, text: 'use my clip', uploadIds: ['a'], anyway: false });
    await settle();
    expect(rig.turn()).toMatchObject({ state: 'failed', failure: { code: 'upload-failed' }, attachments: ['a.mp4'] });
    expect(rig.posts).toEqual([]);
    expect(rig.attached.at(-1)).toEqual({ ids: ['a'], turnId: null });
    rig.uploads.settle = 'uploaded';
    rig.conversation.retry(rig.turn().id, false);
    await settle();
    expect(rig.attached.at(-1)).toEqual({ ids: ['a'], turnId: rig.turn(1).id });
    expect(rig.posts).toEqual(['use my clip']);
  });

  it("keeps the app's own commands from the agent", async () => {
    const rig = createRig();
    await say(rig, '导出');
    expect(rig.turn()).toMatchObject({ route: 'export', state: 'done' });
    expect(rig.posts).toEqual([]);
  });
});
