import { beforeEach, describe, expect, it } from 'vitest';
import { begin, life, restart, settle, start, states, upTo, world } from '../../../support/batch-life.ts';
import { toFolder } from '../../../support/batch-world.ts';
import { done } from '../../../../src/shared/result.ts';
import { notFound } from '../../../../src/shared/domain/failure.ts';

beforeEach(begin);

describe('a project for each', () => {
  it('takes two files at a time, each in a project of its name, with its own message and export', async () => {
    await start(3, { exports: toFolder });
    expect(states()).toEqual(['uploading', 'uploading', 'waiting']);
    await upTo(1, 'asking');
    expect(world.posts).toEqual(['Trim clip 1 (1)']);
    await life.answer(1);
    expect(states()).toEqual(['exporting', 'uploading', 'waiting']);
    life.exported(1);
    await settle();
    expect(states()).toEqual(['done', 'uploading', 'uploading']);
    for (const n of [2, 3]) {
      await upTo(n, 'answered');
      life.exported(n);
      await settle();
    }
    expect(states()).toEqual(['done', 'done', 'done']);
    expect(life.batch()).toMatchObject({ state: 'done', pause: null, exports: { folder: 'videos' } });
    expect(life.projects.list().map(({ name }) => name)).toEqual(['clip 1', 'clip 2', 'clip 3']);
    expect([...world.existing]).toEqual(['/videos/clip 1.mp4', '/videos/clip 2.mp4', '/videos/clip 3.mp4']);
    expect(life.summaries).toEqual([
      { batchId: life.batch().id, state: 'done', counts: expect.objectContaining({ done: 3 }) },
    ]);
    expect(life.faults).toEqual([]);
  });

  it('never gives two videos the same name, nor that of a file that is there', async () => {
    world.existing.add('/videos/same.mp4');
    await start(2, { exports: { folder: '/videos', pattern: 'same' } });
    await upTo(1, 'answered');
    await upTo(2, 'answered');
    const targets = world.stores.exports.list().map(({ targetPath }) => targetPath);
    expect(targets).toEqual(['/videos/same (2).mp4', '/videos/same (3).mp4']);
  });

  it('lets the others go on where one fails, and tries it again only when the user says so', async () => {
    const id = await start(2);
    life.uploaded(1, { code: 'upload-failed' });
    await upTo(2, 'answered');
    expect(states()).toEqual(['failed', 'done']);
    expect(life.batch().state).toBe('done');
    expect(life.item(1).failure).toEqual({ code: 'upload-failed' });
    expect(life.batches.retry(id, null)).toEqual(done);
    await settle();
    expect([life.batch().state, ...states()]).toEqual(['running', 'uploading', 'done']);
    await upTo(1, 'answered');
    expect([life.batch().state, ...states()]).toEqual(['done', 'done', 'done']);
    expect(world.posts).toEqual(['Trim clip 2 (2)', 'Trim clip 1 (1)']);
  });

  it('tries only the export again where the answer is there', async () => {
    const id = await start(1, { exports: toFolder });
    await upTo(1, 'answered');
    life.exported(1, { code: 'render-failed' });
    await settle();
    expect(states()).toEqual(['failed']);
    life.batches.retry(id, life.item(1).id);
    await settle();
    expect(states()).toEqual(['exporting']);
    life.exported(1);
    await settle();
    expect([states(), world.posts.length]).toEqual([['done'], 1]);
  });

  it('marks what the user has to look at, and goes on; the user can let it count', async () => {
    const id = await start(2, { exports: toFolder });
    life.uploaded(1);
    life.uploaded(2);
    await settle();
    await life.answer(1, 'unchanged');
    await life.answer(2, 'question');
    expect(states()).toEqual(['needs-you', 'needs-you']);
    expect([life.item(1).doubt, life.item(2).doubt, life.batch().state]).toEqual(['unchanged', 'question', 'done']);
    expect(life.batches.accept(id, life.item(1).id)).toEqual(done);
    await settle();
    expect([life.batch().state, ...states()]).toEqual(['running', 'exporting', 'needs-you']);
    life.exported(1);
    await settle();
    expect([life.batch().state, ...states()]).toEqual(['done', 'done', 'needs-you']);
  });
});

describe('one project', () => {
  it('takes one after the other, and pauses where the user has to look', async () => {
    const id = await start(3, { mode: 'one' });
    expect(states()).toEqual(['uploading', 'waiting', 'waiting']);
    await upTo(1, 'answered');
    expect(states()).toEqual(['done', 'uploading', 'waiting']);
    life.uploaded(2);
    await settle();
    await life.answer(2, 'question');
    expect(states()).toEqual(['done', 'needs-you', 'waiting']);
    expect(life.batch()).toMatchObject({ state: 'paused', pause: { by: 'item' } });
    expect(life.summaries.map(({ state }) => state)).toEqual(['paused']);
    expect(life.batches.resume(id, false)).toEqual(done);
    await settle();
    await upTo(3, 'answered');
    expect([life.batch().state, ...states()]).toEqual(['done', 'done', 'needs-you', 'done']);
    expect(new Set(life.batch().items.map(({ projectId }) => projectId)).size).toBe(1);
    expect(life.faults).toEqual([]);
  });

  it('sends nothing more when the user stops an answer, until they go on', async () => {
    const id = await start(2, { mode: 'one' });
    await upTo(1, 'asking');
    life.stopTurn(1);
    await settle();
    expect([life.batch().state, ...states()]).toEqual(['paused', 'stopped', 'waiting']);
    expect(world.posts).toHaveLength(1);
    expect(life.batches.resume(id, false)).toEqual(done);
    await settle();
    expect(states()).toEqual(['stopped', 'uploading']);
  });

  it('sends its next message although the one before failed', async () => {
    await start(2, { mode: 'one' });
    world.refusals.push({ kind: 'server', status: 400, code: null });
    await upTo(1, 'asking');
    expect(states()[0]).toBe('failed');
    await upTo(2, 'answered');
    expect([life.batch().state, ...states()]).toEqual(['done', 'failed', 'done']);
  });

  it('stops when its project is deleted', async () => {
    await start(3, { mode: 'one' });
    life.projects.remove(life.item(1).projectId ?? '');
    await settle();
    expect([life.batch().state, ...states()]).toEqual(['stopped', 'stopped', 'stopped', 'stopped']);
    expect(world.posts).toEqual([]);
  });
});

describe('pause, stop, and what stops all', () => {
  it('lets what runs finish while it is paused', async () => {
    const id = await start(3);
    expect(life.batches.pause(id)).toEqual(done);
    await upTo(1, 'answered');
    await upTo(2, 'answered');
    expect(states()).toEqual(['done', 'done', 'waiting']);
    expect(life.batch()).toMatchObject({ state: 'paused', pause: { by: 'user' } });
    expect(life.batches.resume(id, false)).toEqual(done);
    await settle();
    expect(states()).toEqual(['done', 'done', 'uploading']);
  });

  it('stops what runs, and begins nothing new', async () => {
    const id = await start(4);
    life.uploaded(1);
    await settle();
    expect(states()).toEqual(['asking', 'uploading', 'waiting', 'waiting']);
    expect(life.batches.remove(id)).not.toBeNull();
    life.batches.stop(id);
    await settle();
    expect([life.batch().state, ...states()]).toEqual(['stopped', 'stopped', 'stopped', 'stopped', 'stopped']);
    expect(life.turn(1)?.parts).toContainEqual({ kind: 'notice', notice: { code: 'stopped' } });
    expect([world.posts.length, life.summaries]).toEqual([1, []]);
    expect(life.batches.remove(id)).toEqual(done);
    expect([life.batches.list(), world.stores.batches.list()]).toEqual([[], []]);
  });

  it.each(['running', 'paused', 'done', 'stopped'] as const)(
    'follows an export that is tried again where exports are listed, while it is %s',
    async (state) => {
      const id = await start(3, { exports: toFolder });
      await upTo(1, 'answered');
      life.exported(1, { code: 'render-failed' });
      await settle();
      if (state === 'paused') life.batches.pause(id);
      if (state === 'stopped') life.batches.stop(id);
      if (state === 'done')
        for (const n of [2, 3]) {
          await upTo(n, 'answered');
          life.exported(n);
          await settle();
        }
      await settle();
      expect([life.batch().state, life.item(1).state]).toEqual([state, 'failed']);
      const [posted, others] = [world.posts.length, states().slice(1)];
      life.retryExport(1);
      await settle();
      expect(life.item(1)).toMatchObject({ state: 'exporting', failure: null });
      life.exported(1);
      await settle();
      expect(life.item(1).state).toBe('done');
      expect([world.posts.length, states().slice(1)]).toEqual([posted, others]);
      expect(life.batch().state).toBe(state === 'stopped' ? 'done' : state);
      expect(life.faults).toEqual([]);
    },
  );

  it('cancels an export that runs', async () => {
    const id = await start(1, { exports: toFolder });
    await upTo(1, 'answered');
    life.batches.stop(id);
    await settle();
    expect(states()).toEqual(['stopped']);
  });

  it('pauses instead of failing one after another, and tries again what it hit when the user goes on', async () => {
    const id = await start(20);
    world.refusals.push({ kind: 'no-credits' } as never, { kind: 'no-credits' } as never);
    await upTo(1, 'asking');
    await upTo(2, 'asking');
    expect(states().filter((state) => state === 'failed').length).toBe(2);
    expect(states().filter((state) => state === 'waiting').length).toBe(18);
    expect(life.batch()).toMatchObject({ state: 'paused', pause: { by: 'failure', failure: { code: 'no-credits' } } });
    expect(life.summaries.length).toBe(1);
    life.batches.resume(id, false);
    await settle();
    expect(states().slice(0, 3)).toEqual(['asking', 'asking', 'waiting']);
    expect(life.batch()).toMatchObject({ state: 'running', pause: null });
  });

  it('pauses at the daily ceiling before anything is sent', async () => {
    world.settings.dailyCeiling = 10;
    await start(3);
    await upTo(1, 'asking');
    expect(life.batch()).toMatchObject({ state: 'paused', pause: { failure: { code: 'over-ceiling' } } });
    expect(world.posts).toEqual([]);
  });

  it('passes the daily ceiling to its end when the user says so once, and asks again after a restart', async () => {
    world.settings.dailyCeiling = 10;
    const id = await start(3);
    await upTo(1, 'asking');
    expect(life.batches.resume(id, false)).toEqual(done);
    await settle();
    expect(life.batch()).toMatchObject({ state: 'paused', pause: { failure: { code: 'over-ceiling' } } });
    expect(life.batches.resume(id, true)).toEqual(done);
    await settle();
    await upTo(1, 'answered');
    await upTo(2, 'answered');
    expect(world.posts).toEqual(['Trim clip 1 (1)', 'Trim clip 2 (2)']);
    await restart();
    await upTo(3, 'asking');
    expect(life.batch()).toMatchObject({ state: 'paused', pause: { failure: { code: 'over-ceiling' } } });
    expect(world.posts).toHaveLength(2);
  });

  it('refuses what makes no sense', async () => {
    const id = await start(1);
    const { id: itemId } = life.item(1);
    const { batches } = life;
    const refusals = [
      batches.resume(id, false),
      batches.retry(id, null),
      batches.accept(id, itemId),
      batches.remove(id),
    ];
    expect(refusals).toEqual(refusals.map(() => notFound));
    for (const localCommand of [batches.pause, batches.stop, batches.remove])
      expect(localCommand('nobody')).toEqual(notFound);
    expect(batches.resume('nobody', false)).toEqual(notFound);
  });
});
