import { beforeEach, describe, expect, it } from 'vitest';
import { begin, life, restart, revive, settle, start, states, upTo, world } from '../../../support/batch-life.ts';
import { toFolder } from '../../../support/batch-world.ts';

beforeEach(begin);

describe('a restart', () => {
  it('goes on with files, messages and exports where they were, and sends no message twice', async () => {
    await start(4, { exports: toFolder });
    await upTo(1, 'answered');
    await upTo(2, 'asking');
    expect(states()).toEqual(['exporting', 'asking', 'waiting', 'waiting']);
    await restart();
    expect(states()).toEqual(['exporting', 'asking', 'waiting', 'waiting']);
    life.exported(1);
    await world.clock.advance(31_000);
    await settle();
    expect(states()[0]).toBe('done');
    await restart();
    expect(states()[2]).toBe('uploading');
    expect(world.posts).toEqual(['Trim clip 1 (1)', 'Trim clip 2 (2)']);
  });

  it('sends a message that had not gone out, although its line waits for the user', async () => {
    await start(1);
    // Dies between the message's being written down and its post.
    life.uploaded(1);
    life.dieAfter(3);
    await settle();
    expect([life.isDead(), world.posts.length]).toEqual([true, 0]);
    await revive();
    expect([states(), world.posts]).toEqual([['asking'], ['Trim clip 1 (1)']]);
  });

  it('sends a message that waits behind one of the user whose fate takes long to learn', async () => {
    await start(1);
    life.say(life.item(1).projectId ?? '', 'by hand');
    await upTo(1, 'asking');
    expect([world.posts, life.turn(1)?.state]).toEqual([['by hand'], 'queued']);
    await restart();
    await world.clock.advance(400_000);
    expect(world.posts).toEqual(['by hand', 'Trim clip 1 (1)']);
  });

  it('leaves a paused and a stopped batch as they are', async () => {
    const id = await start(3);
    life.batches.pause(id);
    await restart();
    expect([life.batch().state, ...states()]).toEqual(['paused', 'uploading', 'uploading', 'waiting']);
    life.batches.stop(id);
    await restart();
    expect([life.batch().state, ...states()]).toEqual(['stopped', 'stopped', 'stopped', 'stopped']);
    expect(life.summaries).toEqual([]);
  });
});
