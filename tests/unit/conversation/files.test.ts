import { describe, expect, it } from 'vitest';
import { createRig, projectId, type Rig } from '../../support/conversation-rig.ts';
import { settle } from '../../support/fake-clock.ts';

async function sendWithFile(rig: Rig): Promise<void> {
  rig.conversation.send({ projectId, text: 'use my clip', uploadIds: ['a'], anyway: false });
  await settle();
}

describe('a note on a file', () => {
  it('goes along with the message', async () => {
    const rig = createRig();
    rig.uploads.notes = { a: 'the first 5 s' };
    await sendWithFile(rig);
    expect(rig.posts).toEqual(['use my clip\n\nFiles:\n- a.mp4: the first 5 s']);
  });

  it('stays when the words of a waiting message are changed', async () => {
    const rig = createRig();
    rig.uploads.settle = new Promise(() => undefined);
    rig.uploads.notes = { a: 'the first 5 s' };
    await sendWithFile(rig);
    rig.conversation.edit(rig.turn().id, 'use it twice');
    expect(rig.turn().prompt).toBe('use it twice\n\nFiles:\n- a.mp4: the first 5 s');
  });

  it('is not said twice when a message goes again, with its files or without', async () => {
    const rig = createRig();
    rig.uploads.settle = 'failed';
    rig.uploads.notes = { a: 'the first 5 s', b: 'the end' };
    await sendWithFile(rig);
    expect(rig.turn().failure).toEqual({ code: 'upload-failed' });
    rig.uploads.settle = 'uploaded';
    rig.refusals.push({ kind: 'no-credits' });
    rig.conversation.retry(rig.turn().id, false);
    await settle();
    expect(rig.turn(1)).toMatchObject({ state: 'failed', attachments: ['b.mp4'] });
    rig.conversation.retry(rig.turn(1).id, false);
    await settle();
    const said = 'use my clip\n\nFiles:\n- b.mp4: the end';
    expect(rig.posts).toEqual([said, said]);
  });
});

describe('a message that waits for its files', () => {
  it('can be taken out: its files go back to the composer, and nothing is posted when they are there', async () => {
    const rig = createRig();
    let arrive: (outcome: 'uploaded') => void = () => undefined;
    rig.uploads.settle = new Promise((resolve) => (arrive = resolve));
    await sendWithFile(rig);
    const { id } = rig.turn();
    expect(rig.conversation.remove(id)).toBeNull();
    expect(rig.attached.at(-1)).toEqual({ ids: ['a'], turnId: null });
    arrive('uploaded');
    await settle();
    expect(rig.posts).toEqual([]);
    expect(rig.conversation.page(projectId, { limit: 10 }).turns).toEqual([]);
    expect(rig.faults).toEqual([]);
    expect(rig.conversation.working()).toEqual([]);
  });
});
