import { describe, expect, it } from 'vitest';
import type { AgentEvent } from '../../../src/main/cloud/stream/agent-event.ts';
import { createRig, newProject, projectId, type Rig } from '../../support/conversation-rig.ts';
import { settle } from '../../support/fake-clock.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';

const complete: AgentEvent = { kind: 'end', silent: false, broken: false };

async function say(rig: Rig, text: string): Promise<void> {
  rig.conversation.send({ projectId, text, uploadIds: [], anyway: false });
  await settle();
}

async function answer(rig: Rig, index: number, text: string, ...more: readonly AgentEvent[]): Promise<void> {
  rig.answers[index]?.send({ kind: 'text-settled', index: 0, text }, ...more, complete);
  rig.answers[index]?.finish();
  await settle();
}

const prompts = (rig: Rig): readonly string[] =>
  rig.conversation.page(projectId, { limit: 100 }).turns.map(({ prompt }) => prompt);

describe('the queue', () => {
  it('waits for the turn before, and goes on by itself after a good answer', async () => {
    const rig = createRig();
    await say(rig, 'a film about one');
    await say(rig, 'a film about two');
    await say(rig, 'a film about three');
    expect(rig.posts).toEqual(['a film about one']);
    await answer(rig, 0, 'Here it is.');
    await answer(rig, 1, 'Here it is.');
    expect(rig.posts).toEqual(['a film about one', 'a film about two', 'a film about three']);
  });

  it.each([
    ['fails', [{ kind: 'failure', reason: 'agent', message: '', afterAnswer: false }] as const, 'Hm.'],
    ['asks something', [], 'Which colour shall it have?'],
    ['asks something in Chinese', [], '你想要什么颜色？'],
  ])('pauses when a turn %s, until the user goes on', async (_what, events, text) => {
    const rig = createRig();
    await say(rig, 'a film about one');
    await say(rig, 'a film about two');
    await answer(rig, 0, text, ...events);
    expect(rig.conversation.queue(projectId)).toEqual({ paused: true });
    expect(rig.posts).toHaveLength(1);
    rig.conversation.resumeQueue(projectId);
    await settle();
    expect(rig.posts).toEqual(['a film about one', 'a film about two']);
    expect(rig.conversation.queue(projectId)).toEqual({ paused: false });
  });

  it('lets an answer to the question go first, and then goes on', async () => {
    const rig = createRig();
    await say(rig, 'a film about one');
    await say(rig, 'a film about two');
    await answer(rig, 0, 'Which colour?');
    await say(rig, 'make it blue');
    expect(rig.posts).toEqual(['a film about one', 'make it blue']);
    await answer(rig, 1, 'Blue it is.');
    expect(rig.posts).toEqual(['a film about one', 'make it blue', 'a film about two']);
  });

  it('can be edited, put in another order, and thinned out', async () => {
    const rig = createRig();
    for (const name of ['one', 'two', 'three', 'four']) await say(rig, `a film about ${name}`);
    const [, two, three, four] = rig.conversation.page(projectId, { limit: 100 }).turns;
    expect(rig.conversation.edit(two?.id ?? '', 'a film about 2')).toBeNull();
    expect(rig.conversation.moveBefore(four?.id ?? '', two?.id ?? '')).toBeNull();
    expect(rig.conversation.remove(three?.id ?? '')).toBeNull();
    expect(prompts(rig)).toEqual(['a film about one', 'a film about four', 'a film about 2']);
    await answer(rig, 0, 'Here it is.');
    await answer(rig, 1, 'Here it is.');
    expect(rig.posts).toEqual(['a film about one', 'a film about four', 'a film about 2']);
  });

  it('does not touch what runs or is over', async () => {
    const rig = createRig();
    await say(rig, 'a film about one');
    const id = rig.turn().id;
    expect(rig.conversation.edit(id, 'other')).toEqual({ code: 'not-found' });
    expect(rig.conversation.remove(id)).toEqual({ code: 'not-found' });
    expect(rig.conversation.moveBefore(id, null)).toEqual({ code: 'not-found' });
    expect(prompts(rig)).toEqual(['a film about one']);
  });

  it('sends nothing more for a project that was deleted', async () => {
    const rig = createRig();
    await say(rig, 'a film about one');
    await say(rig, 'a film about two');
    rig.stores.projects.markDeleted(projectId, rig.clock.now());
    await answer(rig, 0, 'Here it is.');
    expect(rig.posts).toEqual(['a film about one']);
  });

  it('waits for the user after a restart', async () => {
    const first = createRig();
    await say(first, 'a film about one');
    await say(first, 'a film about two');
    await first.close();
    const next = createRig(first.stores);
    next.conversation.resume();
    await next.clock.advance(30_000 + 4 * 60_000);
    expect(next.turn(0).state).toBe('unknown');
    expect(next.conversation.queue(projectId)).toEqual({ paused: true });
    expect(next.posts).toEqual([]);
    next.conversation.resumeQueue(projectId);
    await settle();
    expect(next.posts).toEqual(['a film about two']);
  });

  it('is one for each project: eight answers stream at the same time', async () => {
    const rig = createRig();
    const ids = Array.from({ length: 8 }, (_, n) => `7b0f4f0e-2f7e-4a55-9f0e-0a4c7b7f1b0${n}`);
    for (const id of ids) {
      rig.stores.projects.save(newProject(id));
      rig.conversation.send({ projectId: id, text: `a film about ${id}`, uploadIds: [], anyway: false });
    }
    await settle();
    expect(rig.conversation.working()).toEqual(ids);
    rig.answers.forEach((stream, n) => stream.send({ kind: 'text', index: 0, delta: `The sea of film ${n} is ` }));
    await settle();
    rig.answers.forEach((stream) => stream.send({ kind: 'text', index: 0, delta: 'calm and wide.' }));
    rig.answers.forEach((stream) => stream.finish());
    await settle();
    const shown = ids.map((id) => rig.conversation.page(id, { limit: 1 }).turns[0]?.parts[0]);
    expect(shown).toEqual(ids.map((_, n) => ({ kind: 'text', text: `The sea of film ${n} is calm and wide.` })));
  });
});

describe('the daily ceiling', () => {
  it('holds a message back until the user says so, and lets deeds of the app pass', async () => {
    const rig = createRig();
    rig.settings.dailyCeiling = 60;
    rig.balances.push({ available: 100, frozen: 0, total: 100 }, { available: 70, frozen: 0, total: 100 });
    await say(rig, 'a film about one');
    await answer(rig, 0, 'Here it is.');
    const message = { projectId, text: 'a film about two', uploadIds: [] };
    const refusal = rig.conversation.send({ ...message, anyway: false });
    expect(refusal).toEqual({ code: 'over-ceiling', params: { ceiling: 60, spent: 30 } });
    expect(rig.conversation.send({ ...message, text: 'credits', anyway: false })).toBeNull();
    expect(rig.conversation.send({ ...message, anyway: true })).toBeNull();
    await settle();
    expect(rig.posts).toEqual(['a film about one', 'a film about two']);
  });

  it('holds a message that is to go again, until the user says so', async () => {
    const rig = createRig();
    rig.refusals.push({ kind: 'no-credits' });
    await say(rig, 'a film about one');
    rig.settings.dailyCeiling = 1;
    const { id } = rig.turn();
    expect(rig.conversation.retry(id, false)).toEqual({ code: 'over-ceiling', params: { ceiling: 1, spent: 0 } });
    await settle();
    expect(rig.posts).toHaveLength(1);
    expect(rig.conversation.retry(id, true)).toBeNull();
    await settle();
    expect(rig.posts).toEqual(['a film about one', 'a film about one']);
  });
});

describe('a journal that cannot be written', () => {
  it('holds the line instead of trying for ever, and posts nothing', async () => {
    const stores = createMemoryStores();
    let full = false;
    const save: typeof stores.turns.save = (turn) => {
      if (full) throw new Error('SQLITE_FULL');
      stores.turns.save(turn);
    };
    const rig = createRig({ ...stores, turns: { ...stores.turns, save } });
    rig.conversation.send({ projectId, text: 'a film about one', uploadIds: [], anyway: false });
    full = true;
    await settle();
    expect([rig.posts, rig.conversation.queue(projectId), rig.faults.length]).toEqual([[], { paused: true }, 2]);
    full = false;
    rig.conversation.resumeQueue(projectId);
    await settle();
    expect(rig.posts).toEqual(['a film about one']);
  });
});
