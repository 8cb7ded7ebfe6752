import { describe, expect, it } from 'vitest';
import { err } from '../../../src/shared/result.ts';
import { createRig, renderPollMs } from './rig.ts';

const long = 100 * renderPollMs;

describe('the delivery', () => {
  it('takes the fallback when the address does not work or gives something else', async () => {
    const rig = createRig();
    rig.cloud.downloadFaults.push({ kind: 'incomplete', received: 3, expected: 9 });
    const { exports } = rig.boot();
    const first = exports.start(rig.order('/a.mp4', 's1'));
    await rig.clock.advance(long);
    rig.cloud.downloadFaults.push('page');
    const second = exports.start(rig.order('/b.mp4', 's2'));
    await rig.clock.advance(long);
    const kinds = rig.cloud.downloads.map((download) => download.split(' ')[0]);
    expect(kinds).toEqual(['url', 'render', 'url', 'render']);
    expect([first, second].map(({ id }) => rig.record(id).job.state)).toEqual(['saved', 'saved']);
  });

  it('fails when both ways give no video, leaves nothing, and renders anew on retry', async () => {
    const rig = createRig();
    rig.cloud.downloadFaults.push('page', 'page');
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.record(job.id)).toMatchObject({ renderId: null, job: { failure: { code: 'delivery-broken' } } });
    expect([...rig.disk]).toEqual([]);
    exports.retry(job.id);
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('saved');
    expect(rig.cloud.submissions).toHaveLength(2);
  });

  it('says that the disk is full, removes the part, and takes the same render on retry', async () => {
    const rig = createRig();
    rig.cloud.downloadFaults.push({ kind: 'disk-full' });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.record(job.id).job).toMatchObject({ state: 'failed', failure: { code: 'disk-full' }, received: 0 });
    expect([...rig.disk]).toEqual([]);
    exports.retry(job.id);
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('saved');
    expect(rig.cloud.submissions).toHaveLength(1);
  });

  it('says that the folder refuses the file, also at the last step', async () => {
    const rig = createRig({ files: { deliver: () => Promise.resolve(err({ code: 'folder-read-only' })) } });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.failure).toEqual({ code: 'folder-read-only' });
    expect([...rig.disk]).toEqual([]);
  });

  it('waits for the network, and gives up on a server that never delivers', async () => {
    const rig = createRig();
    for (let n = 0; n < 40; n += 1) rig.cloud.downloadFaults.push({ kind: 'offline', reason: 'unreachable' });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(15 * renderPollMs);
    expect(rig.record(job.id).job.state).toBe('downloading');
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('saved');
    for (let n = 0; n < 40; n += 1) rig.cloud.downloadFaults.push({ kind: 'server', status: 403, code: null });
    const other = exports.start(rig.order('/b.mp4'));
    await rig.clock.advance(long);
    expect(rig.record(other.id).job).toMatchObject({ state: 'failed', failure: { code: 'server' } });
  });

  it('does not take a file for its own that was there before the export', async () => {
    const rig = createRig({
      files: {
        look: (path) => Promise.resolve(path.endsWith('.part') ? null : { bytes: 20, changedAt: 0 }),
      },
    });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.failure).toEqual({ code: 'delivery-broken' });
  });
});
