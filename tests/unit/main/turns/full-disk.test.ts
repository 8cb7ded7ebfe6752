import { describe, expect, it } from 'vitest';
import { retryWrites } from '../../../../src/main/storage/retry-writes.ts';
import type { Stores } from '../../../../src/main/storage/stores.ts';
import { mortal } from '../../../support/batch-world.ts';
import { createRig, newProject, projectId, type Rig } from '../../../support/conversation-rig.ts';
import { createFakeClock, settle } from '../../../support/fake-clock.ts';
import { temporaryStores } from '../../../support/temporary-stores.ts';

const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });

type FullRig = Rig & { readonly disk: Stores; isFull: boolean; readonly room: () => Promise<void> };

function createFullRig(): FullRig {
  const disk = temporaryStores();
  disk.projects.save(newProject(projectId));
  const clock = createFakeClock();
  const failing = mortal(disk, () => {
    if (rig.isFull) throw full;
  });
  const parts = { clock, retryMs: 5_000, onTrouble: () => undefined, report: () => undefined };
  const room = async (): Promise<void> => {
    rig.isFull = false;
    await clock.advance(5_000);
  };
  const rig: FullRig = { ...createRig(retryWrites(failing, parts).stores), disk, isFull: false, room };
  return rig;
}

const say = (rig: Rig, text: string): void =>
  void rig.conversation.send({ projectId, text, uploadIds: [], anyway: false });

describe('a disk that becomes full', () => {
  it('during an answer: the turn ends in memory, and is written when there is room', async () => {
    const rig = createFullRig();
    say(rig, 'Make a video of the sea');
    await settle();
    rig.answers[0]?.send({ kind: 'text', index: 0, delta: 'Half ' });
    await rig.clock.advance(100);
    rig.isFull = true;
    rig.answers[0]?.send({ kind: 'text', index: 0, delta: 'an answer. ' });
    await rig.clock.advance(100);
    rig.answers[0]?.send({ kind: 'text-settled', index: 0, text: 'Half an answer. And the rest.' });
    rig.answers[0]?.send({ kind: 'end', silent: false, broken: false });
    rig.answers[0]?.finish();
    await settle();
    const parts = [{ kind: 'text', text: 'Half an answer. And the rest.' }, { kind: 'notice' }];
    expect(rig.turn()).toMatchObject({ state: 'done', parts });
    expect(rig.disk.turns.get(rig.turn().id)?.state).toBe('streaming');
    await rig.room();
    expect(rig.disk.turns.get(rig.turn().id)).toMatchObject({ state: 'done', parts });
    expect(rig.faults).toEqual([]);
  });

  it('before a message is taken: it is not, and says so', () => {
    const rig = createFullRig();
    rig.isFull = true;
    expect(() => say(rig, 'Make a video of the sea')).toThrow(full);
    expect(rig.posts).toEqual([]);
  });

  it('before a message goes out: it does not go, and its turn says so', async () => {
    const rig = createFullRig();
    say(rig, 'Make a video of the sea');
    rig.isFull = true;
    await settle();
    expect(rig.turn()).toMatchObject({ state: 'failed', failure: { code: 'disk-full' } });
    expect(rig.posts).toEqual([]);
    await rig.room();
    say(rig, 'Make a video of the lake');
    await settle();
    expect(rig.posts).toEqual(['Make a video of the lake']);
  });

  it('while a command of the app is under way: the command ends with it', async () => {
    const rig = createFullRig();
    say(rig, 'status');
    rig.isFull = true;
    await settle();
    expect(rig.turn()).toMatchObject({ route: 'state', state: 'done' });
    await rig.room();
    expect(rig.disk.turns.get(rig.turn().id)?.state).toBe('done');
  });
});
