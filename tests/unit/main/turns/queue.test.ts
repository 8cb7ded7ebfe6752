import { describe, expect, it } from 'vitest';
import { answer, createRig, newProject, projectId, type Rig, say } from '../../../support/conversation-rig.ts';
import { settle } from '../../../support/fake-clock.ts';
import { temporaryStores } from '../../../support/temporary-stores.ts';
import { done, err } from '../../../../src/shared/result.ts';

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
    expect(rig.conversation.edit(two?.id ?? '', 'a film about 2')).toEqual(done);
    expect(rig.conversation.moveBefore(four?.id ?? '', two?.id ?? '')).toEqual(done);
    expect(rig.conversation.remove(three?.id ?? '')).toEqual(done);
    expect(prompts(rig)).toEqual(['a film about one', 'a film about four', 'a film about 2']);
    await answer(rig, 0, 'Here it is.');
    await answer(rig, 1, 'Here it is.');
    expect(rig.posts).toEqual(['a film about one', 'a film about four', 'a film about 2']);
  });

  it('does not touch what runs or is over', async () => {
    const rig = createRig();
    await say(rig, 'a film about one');
    const id = rig.turn().id;
    expect(rig.conversation.edit(id, 'other')).toEqual(err({ code: 'not-found' }));
    expect(rig.conversation.remove(id)).toEqual(err({ code: 'not-found' }));
    expect(rig.conversation.moveBefore(id, null)).toEqual(err({ code: 'not-found' }));
    expect(prompts(rig)).toEqual(['a film about one']);
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
    expect(next.conversation.queue(projectId)).toEqual({ paused: true, why: 'restart' });
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

describe('Stop', () => {
  async function stopWithTwoWaiting(): Promise<Rig> {
    const rig = createRig();
    for (const name of ['one', 'two', 'three']) await say(rig, `a film about ${name}`);
    rig.conversation.stop(rig.turn(0).id);
    await settle();
    return rig;
  }

  it('holds what waits, at once, until the user goes on', async () => {
    const rig = await stopWithTwoWaiting();
    expect(rig.turn(0).state).toBe('done');
    expect(rig.conversation.queue(projectId)).toEqual({ paused: true, why: 'stopped' });
    expect(rig.events).toContainEqual({ type: 'queue', projectId, queue: { paused: true, why: 'stopped' } });
    await rig.clock.advance(3_600_000);
    expect(rig.posts).toEqual(['a film about one']);
    rig.conversation.resumeQueue(projectId);
    await settle();
    await answer(rig, 1, 'Here it is.');
    expect(rig.posts).toEqual(['a film about one', 'a film about two', 'a film about three']);
  });

  it('lets what is typed afterwards go, and only that: what waited keeps its order and waits on', async () => {
    const rig = await stopWithTwoWaiting();
    await say(rig, 'a film about four');
    await say(rig, 'a film about five');
    expect(prompts(rig).slice(2)).toEqual(['a film about five', 'a film about two', 'a film about three']);
    await answer(rig, 1, 'Here it is.');
    await answer(rig, 2, 'Here it is.');
    expect(rig.posts.slice(1)).toEqual(['a film about four', 'a film about five']);
    expect(rig.conversation.queue(projectId)).toEqual({ paused: true, why: 'stopped' });
    rig.conversation.resumeQueue(projectId);
    await settle();
    expect(rig.posts.at(-1)).toBe('a film about two');
  });

  it('lets what is typed while the stopped answer is still being settled go after it', async () => {
    const rig = createRig();
    await say(rig, 'a film about one');
    await say(rig, 'a film about two');
    rig.conversation.stop(rig.turn(0).id);
    rig.conversation.send({ projectId, text: 'a film about three', uploadIds: [], anyway: false });
    await settle();
    expect(rig.posts).toEqual(['a film about one', 'a film about three']);
  });

  it('is not undone by a question or a failure of what went meanwhile', async () => {
    const rig = await stopWithTwoWaiting();
    await say(rig, 'a film about four');
    await answer(rig, 1, 'Which colour?');
    expect(rig.conversation.queue(projectId)).toEqual({ paused: true, why: 'stopped' });
  });

  it('holds over a restart, until nothing waits any more', async () => {
    const first = await stopWithTwoWaiting();
    await first.close();
    const next = createRig(first.stores);
    next.conversation.resume();
    expect(next.conversation.queue(projectId)).toEqual({ paused: true, why: 'stopped' });
    next.conversation.removeQueued(projectId);
    expect(next.conversation.queue(projectId)).toEqual({ paused: false });
    expect(prompts(next)).toEqual(['a film about one']);
    expect(next.events.filter(({ type }) => type === 'turn-removed')).toHaveLength(2);
    await say(next, 'a film about four');
    expect(next.posts).toEqual(['a film about four']);
  });

  it('holds nothing where nothing waits', async () => {
    const rig = createRig();
    await say(rig, 'a film about one');
    rig.conversation.stop(rig.turn(0).id);
    expect(rig.conversation.queue(projectId)).toEqual({ paused: false });
    await say(rig, 'a film about two');
    expect(rig.posts).toHaveLength(2);
  });

  it.each(['a session that does not open', 'a balance that does not come'] as const)(
    'before the post leaves the queue free at once, with %s: nothing is sent',
    async (what) => {
      const rig = createRig();
      let open: () => void = () => undefined;
      const late = new Promise<void>((resolve) => {
        open = resolve;
      });
      if (what.startsWith('a session')) rig.delays.session = late;
      else rig.delays.balance = late;
      await say(rig, 'a film about one');
      await say(rig, 'a film about two');
      expect(rig.turn(0).state).toBe('queued');
      expect(rig.conversation.stop(rig.turn(0).id)).toEqual(done);
      await settle();
      expect(rig.conversation.working()).toEqual([]);
      expect(rig.turn(0)).toMatchObject({ state: 'failed', failure: { code: 'not-sent' } });
      expect(rig.conversation.queue(projectId)).toEqual({ paused: true, why: 'stopped' });
      rig.conversation.removeQueued(projectId);
      await say(rig, 'a film about three');
      open();
      await settle();
      expect(rig.posts).toEqual(['a film about three']);
      expect(rig.faults).toEqual([]);
    },
  );

  it('lets a message go that comes after it, whatever the stopped answer had asked', async () => {
    const rig = createRig();
    await say(rig, 'a film about one');
    rig.answers[0]?.send({ kind: 'text-settled', index: 0, text: 'Which colour?' });
    await settle();
    rig.conversation.stop(rig.turn(0).id);
    await say(rig, 'a blue film');
    expect(rig.posts).toEqual(['a film about one', 'a blue film']);
    expect(rig.conversation.queue(projectId)).toEqual({ paused: false });
  });

  it('is not needed to take out a message that is about to be sent', async () => {
    const rig = createRig();
    rig.delays.session = new Promise(() => undefined);
    await say(rig, 'a film about one');
    expect(rig.conversation.remove(rig.turn(0).id)).toEqual(done);
    await settle();
    expect([prompts(rig), rig.conversation.working(), rig.faults]).toEqual([[], [], []]);
  });
});

describe('a journal that cannot be written', () => {
  it('holds the queue instead of trying for ever, and posts nothing', async () => {
    const stores = temporaryStores();
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
