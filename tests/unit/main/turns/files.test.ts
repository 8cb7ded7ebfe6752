import { describe, expect, it } from 'vitest';
import type { CloudError } from '../../../../src/main/api/errors.ts';
import { createRig, projectId, type Rig } from '../../../support/conversation-rig.ts';
import { settle } from '../../../support/fake-clock.ts';
import { done, err } from '../../../../src/shared/result.ts';

const afresh = { kind: 'notice', notice: { code: 'fresh-session' } };

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
    rig.uploads.notes = { a: 'the first 5 s' };
    await sendWithFile(rig);
    expect(rig.turn().failure).toEqual({ code: 'upload-failed' });
    rig.uploads.settle = 'uploaded';
    rig.refusals.push({ kind: 'no-credits' });
    rig.conversation.retry(rig.turn().id, false);
    await settle();
    expect(rig.turn(1)).toMatchObject({ state: 'failed', attachments: ['a.mp4'] });
    rig.conversation.retry(rig.turn(1).id, false);
    await settle();
    const said = 'use my clip\n\nFiles:\n- a.mp4: the first 5 s';
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
    expect(rig.conversation.remove(id)).toEqual(done);
    expect(rig.attached.at(-1)).toEqual({ ids: ['a'], turnId: null });
    arrive('uploaded');
    await settle();
    expect(rig.posts).toEqual([]);
    expect(rig.conversation.page(projectId, { limit: 10 }).turns).toEqual([]);
    expect(rig.faults).toEqual([]);
    expect(rig.conversation.working()).toEqual([]);
  });
});

describe('a message never goes without its files', () => {
  const missing = (count: number) => err({ code: 'files-missing', params: { count } });
  const say = (rig: Rig, change: Partial<Parameters<Rig['conversation']['send']>[0]> = {}) =>
    rig.conversation.send({ projectId, text: 'Make a fast cut', uploadIds: ['a', 'b'], anyway: false, ...change });

  it('where one of them did not arrive', async () => {
    const rig = createRig();
    rig.uploads.failed = ['b'];
    expect(say(rig)).toEqual(missing(1));
    rig.uploads.failed = ['a', 'b'];
    expect(say(rig, { anyway: true })).toEqual(missing(2));
    await settle();
    expect(rig.posts).toEqual([]);
    expect(rig.attached).toEqual([]);
  });

  it('where the composer holds one that it does not name; a button’s words have no files there', async () => {
    const rig = createRig();
    rig.files.set('c', null);
    rig.uploads.failed = ['c'];
    expect(say(rig, { uploadIds: [] })).toEqual(missing(1));
    expect(say(rig, { uploadIds: [], beside: true })).toEqual(done);
    await settle();
    expect(rig.posts).toEqual(['Make a fast cut']);
  });

  it('where one of them is gone', () => {
    const rig = createRig();
    rig.uploads.gone = ['a'];
    expect(say(rig)).toEqual(missing(1));
  });

  it('leaves those alone that another waiting message took along', async () => {
    const rig = createRig();
    rig.uploads.settle = new Promise(() => undefined);
    say(rig, { uploadIds: ['a'] });
    say(rig, { text: 'And slower', uploadIds: ['a'] });
    await settle();
    expect(rig.turn(1)).toMatchObject({ prompt: 'And slower', attachments: [] });
    expect(rig.files.get('a')).toBe(rig.turn(0).id);
  });

  it('when it is sent again while its files wait in the composer and one did not arrive', async () => {
    const rig = createRig();
    rig.uploads.settle = 'failed';
    say(rig);
    await settle();
    rig.uploads.failed = ['b'];
    expect(rig.conversation.retry(rig.turn().id, false)).toEqual(missing(1));
    rig.conversation.removeFile('b');
    expect(rig.conversation.retry(rig.turn().id, false)).toEqual(missing(1));
    rig.uploads.settle = 'uploaded';
    expect(rig.conversation.retry(rig.turn().id, false, true)).toEqual(done);
    await settle();
    expect(rig.turn(1)).toMatchObject({ attachments: ['a.mp4'] });
    expect(rig.posts).toEqual(['Make a fast cut']);
  });

  it('when it is sent again after its files have gone with another one', async () => {
    const rig = createRig();
    rig.uploads.settle = 'failed';
    say(rig);
    await settle();
    rig.uploads.settle = 'uploaded';
    rig.conversation.retry(rig.turn().id, false);
    await settle();
    expect(rig.conversation.retry(rig.turn().id, false)).toEqual(missing(2));
    expect(rig.posts).toEqual(['Make a fast cut']);
  });

  it.each<readonly [string, CloudError]>([
    ['the session was lost', { kind: 'session-lost' }],
    ['it was refused', { kind: 'no-credits' }],
  ])('when it is sent again after %s', async (_, refusal) => {
    const rig = createRig();
    rig.refusals.push(refusal);
    say(rig);
    await settle();
    rig.conversation.retry(rig.turn().id, false);
    await settle();
    expect(rig.attached.at(-1)).toEqual({ ids: ['a again', 'b again'], turnId: rig.turn(1).id });
  });

  it('after a crash between the message and its files', async () => {
    const first = createRig();
    first.uploads.settle = new Promise(() => undefined);
    say(first);
    await settle();
    await first.close();
    const rig = createRig(first.stores);
    rig.conversation.resume();
    rig.conversation.resumeQueue(projectId);
    await settle();
    expect(rig.turn()).toMatchObject({ state: 'failed', failure: { code: 'upload-failed' } });
    expect(rig.posts).toEqual([]);
  });

  it('unless the user takes one out of a waiting message: then its words speak of the others alone', async () => {
    const rig = createRig();
    let arrive: (outcome: 'uploaded') => void = () => undefined;
    rig.uploads.settle = new Promise((resolve) => (arrive = resolve));
    rig.uploads.notes = { a: 'the intro', b: 'the end' };
    say(rig);
    await settle();
    expect(rig.conversation.removeFile('b')).toEqual(done);
    expect(rig.conversation.removeFile('b')).toEqual(err({ code: 'not-found' }));
    arrive('uploaded');
    await settle();
    expect(rig.turn().attachments).toEqual(['a.mp4']);
    expect(rig.posts).toEqual(['Make a fast cut\n\nFiles:\n- a.mp4: the intro']);
  });

  it('waits for them again where they are lost while it is about to go', async () => {
    const rig = createRig();
    rig.hooks.balance = () => void rig.sessions.forget(projectId, 's1');
    say(rig);
    await settle();
    expect(rig.postedTo).toEqual(['s2']);
  });
});

describe('a lost session', () => {
  it('is not replaced for ever under a message that is about to go', async () => {
    const rig = createRig();
    rig.hooks.balance = () => {
      const { sessionId = '' } = rig.stores.projects.session(projectId) ?? {};
      rig.sessions.forget(projectId, sessionId);
    };
    rig.conversation.send({ projectId, text: 'make a film', uploadIds: [], anyway: false });
    await settle();
    await settle();
    expect(rig.turn()).toMatchObject({ state: 'failed', failure: { code: 'session-lost' } });
    expect(rig.posts).toEqual([]);
  });

  it('is named: an answer about it that comes late does not throw the new one away', async () => {
    const rig = createRig();
    await rig.sessions.ensure(projectId);
    expect(rig.sessions.forget(projectId, 's1')).toBe(true);
    await rig.sessions.ensure(projectId);
    expect(rig.sessions.forget(projectId, 's1')).toBe(false);
    expect(rig.stores.projects.session(projectId)?.sessionId).toBe('s2');
  });

  it('is told with the next message, once, where there was a timeline', async () => {
    const rig = createRig();
    const say = async (text: string): Promise<void> => {
      rig.conversation.send({ projectId, text, uploadIds: [], anyway: false });
      await settle();
      rig.answers.at(-1)?.send({ kind: 'end', silent: true, broken: false });
      rig.answers.at(-1)?.finish();
      await settle();
    };
    await say('make a film');
    expect(rig.turn().parts).not.toContainEqual(afresh);
    rig.stores.drafts.add(projectId, null, { t: [] }, { at: 0, changes: [] });
    rig.sessions.forget(projectId, 's1');
    await say('make it warmer');
    await say('make it slower');
    expect(rig.turn(1).parts).toContainEqual(afresh);
    expect(rig.turn(2).parts).not.toContainEqual(afresh);
    expect(rig.postedTo).toEqual(['s1', 's2', 's2']);
  });
});
