import { describe, expect, it } from 'vitest';
import { likelyCostFrom, spentOn, usualGenerationFrom } from '../../../../src/main/turns/spending.ts';
import type { Charge } from '../../../../src/main/storage/stores.ts';
import { answer, createRig, newProject, projectId, type Rig, say } from '../../../support/conversation-rig.ts';
import { settle } from '../../../support/fake-clock.ts';
import { done, err } from '../../../../src/shared/result.ts';

it('sends the chosen format with the words, unless they are a command of the app', async () => {
  const rig = createRig();
  const suffix = ', vertical 9:16, 10 seconds';
  rig.conversation.send({ projectId, text: 'how many credits do I have?', suffix, uploadIds: [], anyway: false });
  rig.conversation.send({ projectId, text: 'A boat', suffix, uploadIds: [], anyway: false });
  await settle();
  expect(rig.posts).toEqual(['A boat, vertical 9:16, 10 seconds']);
});

describe('the permission to spend', () => {
  const message = { projectId, uploadIds: [], anyway: false } as const;
  const asking = (question: string, cost: number, pending: number) =>
    err({ code: 'spend-question', params: { question, cost, pending } });
  const another = 'Generate another video of the sea';

  it('lets the first clip go, and asks before another one, also while the first is on its way', async () => {
    const rig = createRig();
    rig.settings.rules = { spending: 'new-clips', silenced: [] };
    await say(rig, 'A film about one');
    expect(rig.conversation.send({ ...message, text: another })).toEqual(asking('new-clip', 100, 100));
    expect(rig.conversation.send({ ...message, text: 'Make the music quieter' })).toEqual(done);
    expect(rig.conversation.send({ ...message, text: another, anyway: true })).toEqual(done);
    expect(rig.conversation.send({ ...message, text: another })).toEqual(asking('new-clip', 100, 250));
    expect(rig.conversation.send({ ...message, text: another, consented: true })).toEqual(done);
    expect(rig.posts).toEqual(['A film about one']);
  });

  it('asks before anything, or nothing, where the user wants it so; never before a command of the app', async () => {
    const rig = createRig();
    rig.settings.rules = { spending: 'always', silenced: [] };
    expect(rig.conversation.send({ ...message, text: 'A boat' })).toEqual(asking('message', 100, 0));
    expect(rig.conversation.send({ ...message, text: 'credits' })).toEqual(done);
    rig.settings.rules = { spending: 'never', silenced: [] };
    expect(rig.conversation.send({ ...message, text: 'A boat' })).toEqual(done);
    await settle();
  });

  it('is no leave to exceed the daily limit', async () => {
    const rig = createRig();
    rig.settings.rules = { spending: 'always', silenced: [] };
    rig.balances.push({ available: 100, frozen: 0, total: 100 }, { available: 0, frozen: 0, total: 100 });
    await say(rig, 'never sent');
    rig.conversation.send({ ...message, text: 'one', anyway: true });
    await settle();
    rig.conversation.send({ ...message, text: 'Make the music quieter', anyway: true });
    rig.settings.dailyCeiling = 120;
    await answer(rig, 0, 'Here it is.');
    expect(rig.posts).toEqual(['one']);
    expect(rig.conversation.queue(projectId)).toMatchObject({ paused: true, why: 'over-limit' });
  });
});

describe('the daily limit', () => {
  const message = { projectId, uploadIds: [], anyway: false } as const;
  const generate = (rig: Rig, id = projectId) =>
    rig.conversation.send({ ...message, projectId: id, text: 'Generate a new video of the sea' });

  it('holds a message back until the user says so, and lets commands of the app pass', async () => {
    const rig = createRig();
    rig.settings.dailyCeiling = 160;
    rig.balances.push({ available: 100, frozen: 0, total: 100 }, { available: 10, frozen: 0, total: 100 });
    await say(rig, 'a film about one');
    await answer(rig, 0, 'Here it is.');
    const refusal = err({ code: 'over-ceiling', params: { ceiling: 160, spent: 90, pending: 0 } });
    expect(rig.conversation.send({ ...message, text: 'a film about two' })).toEqual(refusal);
    expect(rig.conversation.send({ ...message, text: 'credits' })).toEqual(done);
    expect(rig.conversation.send({ ...message, text: 'a film about two', anyway: true })).toEqual(done);
    await settle();
    expect(rig.posts).toEqual(['a film about one', 'a film about two']);
  });

  it('counts what runs and what waits, in all projects, by the upper figure', async () => {
    const rig = createRig();
    rig.settings.dailyCeiling = 250;
    const other = '7b0f4f0e-2f7e-4a55-9f0e-0a4c7b7f1b01';
    rig.stores.projects.save(newProject(other));
    expect([generate(rig), generate(rig, other)]).toEqual([done, done]);
    await settle();
    const params = { ceiling: 250, spent: 0, pending: 200 };
    expect(generate(rig)).toEqual(err({ code: 'over-ceiling', params }));
    expect(rig.conversation.send({ ...message, text: 'Do something nice' })).toEqual(
      err({ code: 'over-ceiling', params }),
    );
    // What waits behind a new clip can be an edit of it.
    expect(rig.conversation.send({ ...message, text: 'Make the music quieter' })).toEqual(done);
    expect(rig.conversation.send({ ...message, text: 'Mute it' })).toMatchObject({
      error: { params: { pending: 250 } },
    });
  });

  it('is asked again before each sending, when what went before has cost more than it seemed', async () => {
    const rig = createRig();
    rig.settings.dailyCeiling = 250;
    rig.balances.push({ available: 500, frozen: 0, total: 500 }, { available: 320, frozen: 0, total: 500 });
    expect([generate(rig), generate(rig)]).toEqual([done, done]);
    await settle();
    await answer(rig, 0, 'Here it is.');
    expect(rig.posts).toHaveLength(1);
    expect(rig.turn(1).state).toBe('queued');
    expect(rig.conversation.queue(projectId)).toEqual({ paused: true, why: 'over-limit' });
    rig.conversation.resumeQueue(projectId);
    await settle();
    expect(rig.posts).toHaveLength(1);
    rig.conversation.resumeQueue(projectId, true);
    await settle();
    expect(rig.posts).toHaveLength(2);
    expect(rig.conversation.queue(projectId)).toEqual({ paused: false });
  });

  it('lets a message that the user allowed go when its time comes', async () => {
    const rig = createRig();
    rig.settings.dailyCeiling = 10;
    rig.conversation.send({ ...message, text: 'a film about one', anyway: true });
    rig.conversation.send({ ...message, text: 'a film about two', anyway: true });
    await settle();
    await answer(rig, 0, 'Here it is.');
    expect(rig.posts).toHaveLength(2);
  });

  it('holds a message that is to go again, until the user says so', async () => {
    const rig = createRig();
    rig.refusals.push({ kind: 'no-credits' });
    await say(rig, 'a film about one');
    rig.settings.dailyCeiling = 1;
    const { id } = rig.turn();
    expect(rig.conversation.retry(id, false)).toEqual(
      err({ code: 'over-ceiling', params: { ceiling: 1, spent: 0, pending: 0 } }),
    );
    await settle();
    expect(rig.posts).toHaveLength(1);
    expect(rig.conversation.retry(id, true)).toEqual(done);
    await settle();
    expect(rig.posts).toEqual(['a film about one', 'a film about one']);
  });
});

describe('the likely cost', () => {
  it('is a guess at first, and then the middle of what was paid', () => {
    expect(likelyCostFrom([])).toEqual({ generate: 100, edit: 50 });
    const edits = [3, 5, 40, 0].map((cost, hour) => charge({ kind: 'edit', cost }, hour));
    const others = [charge({ kind: 'generate', cost: 48 }, 9), charge({ kind: null, cost: 1 }, 10)];
    expect(likelyCostFrom([...others, ...edits])).toEqual({ generate: 48, edit: 5 });
  });

  it('of an edit is guessed no higher than that of a new clip', () => {
    expect(likelyCostFrom([charge({ kind: 'generate', cost: 48 }, 1)])).toEqual({ generate: 48, edit: 48 });
    expect(likelyCostFrom([charge({ kind: 'edit', cost: 3 }, 1)])).toEqual({ generate: 100, edit: 3 });
  });

  it('is learned from turns that ran beside others only where there is nothing better', () => {
    const beside = [charge({ cost: 6 }, 1), charge({ cost: 9 }, 1)];
    expect(likelyCostFrom(beside).edit).toBe(9);
    expect(likelyCostFrom([...beside, charge({ cost: 3 }, 5)]).edit).toBe(3);
  });
});

describe('what a day has cost', () => {
  it('counts what ran side by side once, out of the balance that it was paid from', () => {
    expect(spentOn([charge({ cost: 3 }, 1), charge({ cost: 48, kind: 'generate' }, 2)])).toBe(51);
    const side = [charge({ cost: 6, available: 100 }, 3), charge({ cost: 3, available: 97 }, 3)];
    expect(spentOn([...side, charge({ cost: 2 }, 9)])).toBe(8);
  });

  it('never counts less than the dearest of them, whatever came in meanwhile', () => {
    expect(spentOn([charge({ cost: 6, available: 10 }, 3), charge({ cost: 3, available: 500 }, 3)])).toBe(6);
    expect(spentOn([charge({ cost: 6, available: null }, 3), charge({ cost: 3 }, 3)])).toBe(9);
    expect(spentOn([])).toBe(0);
  });
});

/** A charge of a turn that took the whole of its hour. */
function charge(changes: Partial<Charge>, hour: number): Charge {
  const base = { kind: 'edit', cost: 1, available: 1000 } as const;
  return { ...base, startedAt: hour * 3_600_000, endedAt: (hour + 1) * 3_600_000, ...changes };
}

describe('how long a generation usually takes', () => {
  const took = (ms: number, kind: Charge['kind'] = 'generate'): Charge => ({
    kind,
    cost: 48,
    available: 100,
    startedAt: 1000,
    endedAt: 1000 + ms,
  });

  it('is the middle of the last five, which one that was taken up days later does not move', () => {
    const lately = [170_000, 400_000_000, 150_000, 190_000, 160_000].map((ms) => took(ms));
    expect(usualGenerationFrom([...lately, took(10), took(10), took(10)])).toBe(170_000);
  });

  it('is not known from edits, from free turns, from those whose begin was not kept, or from nothing', () => {
    expect(usualGenerationFrom([])).toBeNull();
    expect(usualGenerationFrom([took(20_000, 'edit'), took(20_000, null)])).toBeNull();
    expect(
      usualGenerationFrom([
        { ...took(5), startedAt: null },
        { ...took(5), cost: 0 },
      ]),
    ).toBeNull();
    expect(usualGenerationFrom([took(20_000, 'edit'), took(90_000)])).toBe(90_000);
  });
});
