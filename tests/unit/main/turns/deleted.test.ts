import { describe, expect, it } from 'vitest';
import { createRig, projectId, type Rig } from '../../../support/conversation-rig.ts';
import { settle } from '../../../support/fake-clock.ts';

async function say(rig: Rig, text: string): Promise<void> {
  rig.conversation.send({ projectId, text, uploadIds: [], anyway: false });
  await settle();
}

async function answer(rig: Rig, index: number, text: string): Promise<void> {
  rig.answers[index]?.send({ kind: 'text-settled', index: 0, text }, { kind: 'end', silent: false, broken: false });
  rig.answers[index]?.finish();
  await settle();
}

describe('the queue of a deleted project', () => {
  it('sends nothing more for a project that was deleted', async () => {
    const rig = createRig();
    await say(rig, 'a film about one');
    await say(rig, 'a film about two');
    rig.stores.projects.markDeleted(projectId, rig.clock.now());
    await answer(rig, 0, 'Here it is.');
    expect(rig.posts).toEqual(['a film about one']);
  });

  it('goes on when the deletion of its project is undone', async () => {
    const rig = createRig();
    await say(rig, 'a film about one');
    await say(rig, 'a film about two');
    rig.stores.projects.markDeleted(projectId, rig.clock.now());
    await answer(rig, 0, 'Here it is.');
    rig.conversation.wake(projectId);
    await settle();
    expect(rig.posts).toEqual(['a film about one']);
    rig.stores.projects.markDeleted(projectId, null);
    rig.conversation.wake(projectId);
    await settle();
    expect(rig.posts).toEqual(['a film about one', 'a film about two']);
  });

  it('waits for the user when the deletion is undone, where the answer meanwhile asked something', async () => {
    const rig = createRig();
    await say(rig, 'a film about one');
    await say(rig, 'a film about two');
    rig.stores.projects.markDeleted(projectId, rig.clock.now());
    await answer(rig, 0, 'Which one do you want?');
    rig.stores.projects.markDeleted(projectId, null);
    rig.conversation.wake(projectId);
    await settle();
    expect(rig.posts).toEqual(['a film about one']);
    expect(rig.conversation.queue(projectId).paused).toBe(true);
  });

  it('sends nothing whose files arrive after its project was deleted, until that is undone', async () => {
    const rig = createRig();
    let arrive: (outcome: 'uploaded') => void = () => undefined;
    rig.uploads.settle = new Promise((resolve) => (arrive = resolve));
    rig.conversation.send({ projectId, text: 'use my clip', uploadIds: ['a'], anyway: false });
    await settle();
    rig.stores.projects.markDeleted(projectId, rig.clock.now());
    arrive('uploaded');
    await settle();
    expect(rig.posts).toEqual([]);
    rig.stores.projects.markDeleted(projectId, null);
    rig.conversation.wake(projectId);
    await settle();
    expect(rig.posts).toEqual(['use my clip']);
  });
});
