import { beforeEach, describe, expect, it } from 'vitest';
import { begin, life, restart, settle, start, states, upTo, world } from '../../../support/batch-life.ts';
import { anOrder } from '../../../support/batch-world.ts';
import { done } from '../../../../src/shared/result.ts';
import { notFound } from '../../../../src/shared/domain/failure.ts';

beforeEach(begin);

describe('instructions of their own', () => {
  it('go instead of the common one, with their placeholders filled in', async () => {
    const { files } = anOrder(2);
    await start(2, {
      files: files.map((file, index) => ({ ...file, own: index === 1 ? 'Slow {name} down ({n})' : '' })),
    });
    await upTo(1, 'asking');
    await upTo(2, 'asking');
    expect(world.posts).toEqual(['Trim clip 1 (1)', 'Slow clip 2 down (2)']);
  });

  it('outlast the end of the app', async () => {
    const { files } = anOrder(1);
    await start(1, { template: '', files: files.map((file) => ({ ...file, own: 'Slow {name} down' })) });
    await restart();
    await upTo(1, 'asking');
    expect(world.posts).toEqual(['Slow clip 1 down']);
  });
});

describe('export all', () => {
  const targets = () => world.stores.exports.list().map(({ targetPath }) => targetPath);

  it('exports what is finished, two at a time, and sends nothing again', async () => {
    const id = await start(3);
    for (const n of [1, 2, 3]) await upTo(n, 'answered');
    expect([life.batch().state, life.batches.folderOf(id)]).toEqual(['done', null]);
    expect(life.batches.exportAll(id, '/videos')).toEqual(done);
    await settle();
    expect([life.batch().state, ...states()]).toEqual(['running', 'exporting', 'exporting', 'waiting']);
    expect(life.batches.ahead()).toEqual([]);
    life.exported(1);
    await settle();
    expect(states()).toEqual(['done', 'exporting', 'exporting']);
    life.exported(2);
    life.exported(3);
    await settle();
    expect([life.batch().state, ...states()]).toEqual(['done', 'done', 'done', 'done']);
    expect(targets()).toEqual(['/videos/clip 1.mp4', '/videos/clip 2.mp4', '/videos/clip 3.mp4']);
    expect(world.posts).toHaveLength(3);
    expect(life.batches.folderOf(id)).toBe('/videos');
    expect(life.batches.exportAll(id, '/videos')).toEqual(notFound);
    expect(life.faults).toEqual([]);
  });

  it('goes on after the app has died, with the folder that was chosen', async () => {
    const id = await start(2);
    for (const n of [1, 2]) await upTo(n, 'answered');
    life.batches.exportAll(id, '/videos');
    await restart();
    expect(states()).toEqual(['exporting', 'exporting']);
    expect([targets(), life.batches.folderOf(id)]).toEqual([['/videos/clip 1.mp4', '/videos/clip 2.mp4'], '/videos']);
  });

  it('exports one project once, under its name', async () => {
    const id = await start(2, { mode: 'one' });
    for (const n of [1, 2]) await upTo(n, 'answered');
    expect(life.batches.exportAll(id, '/videos')).toEqual(done);
    await settle();
    expect(states()).toEqual(['done', 'exporting']);
    life.exported(2);
    await settle();
    expect(targets()).toEqual(['/videos/clip 1.mp4']);
    expect(life.batches.exportAll(id, '/videos')).toEqual(notFound);
  });

  it('leaves what was stopped, and what needs the user, and begins nothing while the batch is paused', async () => {
    const id = await start(3);
    await upTo(1, 'answered');
    life.batches.pause(id);
    expect(life.batches.exportAll(id, '/videos')).toEqual(notFound);
    life.batches.stop(id);
    await settle();
    expect([life.batch().state, ...states()]).toEqual(['stopped', 'done', 'stopped', 'stopped']);
    expect(life.batches.exportAll(id, '/videos')).toEqual(done);
    await settle();
    expect(states()).toEqual(['exporting', 'stopped', 'stopped']);
    life.exported(1);
    await settle();
    expect([states(), world.posts.length]).toEqual([['done', 'stopped', 'stopped'], 1]);
  });

  it('tries an export that failed again with the others that failed', async () => {
    const id = await start(1);
    await upTo(1, 'answered');
    life.batches.exportAll(id, '/videos');
    await settle();
    life.exported(1, { code: 'render-failed' });
    await settle();
    expect(life.batches.exportAll(id, '/videos')).toEqual(notFound);
    life.batches.retry(id, null);
    await settle();
    life.exported(1);
    await settle();
    expect([states(), world.posts.length]).toEqual([['done'], 1]);
  });
});
