import { describe, expect, it } from 'vitest';
import { callMs, type Fate } from './fake-cloud.ts';
import { createRig, renderPollMs } from './rig.ts';

const slow: Fate = { polls: 100, ends: 'completed' };
const long = 100 * renderPollMs;

describe('after a restart', () => {
  it('a submitted render is asked for, not submitted again', async () => {
    const rig = createRig();
    const before = rig.boot();
    const job = before.exports.start(rig.order());
    await rig.clock.advance(callMs / 2);
    expect(rig.record(job.id).job.state).toBe('submitted');
    before.kill();
    rig.boot().exports.resume();
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('saved');
    expect(rig.cloud.submissions).toHaveLength(1);
  });

  it('a render whose submission never arrived goes out under its written-down id', async () => {
    const rig = createRig();
    rig.cloud.submitFaults.push({ kind: 'interrupted' });
    const before = rig.boot();
    const job = before.exports.start(rig.order());
    await rig.clock.advance(callMs / 2);
    const id = rig.record(job.id).renderId;
    before.kill();
    rig.boot().exports.resume();
    await rig.clock.advance(long);
    expect(rig.cloud.submissions).toEqual([id]);
    expect(rig.record(job.id).job.state).toBe('saved');
  });

  it('what is at the cloud comes before what waits for its session', async () => {
    const rig = createRig();
    const before = rig.boot();
    before.exports.start(rig.order('/a.mp4'));
    before.exports.start(rig.order('/b.mp4'));
    await rig.clock.advance(callMs);
    before.kill();
    const [a, b] = rig.store.exports.list();
    const reversed = { ...rig.store.exports, list: () => [b!, a!].map(({ job }) => rig.record(job.id)) };
    Object.assign(rig.store, { exports: reversed });
    const { exports } = rig.boot();
    exports.resume();
    await rig.clock.advance(long);
    expect(exports.list().map(({ state }) => state)).toEqual(['saved', 'saved']);
    expect(rig.cloud.mostActive()).toBe(1);
  });

  it('a file that was renamed just before is found in its place', async () => {
    const rig = createRig();
    const before = rig.boot();
    const job = before.exports.start(rig.order());
    await rig.clock.advance(renderPollMs * 2 + callMs * 4);
    expect(rig.record(job.id).job.state).toBe('checking');
    expect([...rig.disk.keys()]).toEqual(['/videos/雨 café.mp4']);
    before.kill();
    rig.boot().exports.resume();
    await rig.clock.advance(0);
    expect(rig.record(job.id).job.state).toBe('saved');
    expect(rig.cloud.downloads).toHaveLength(1);
  });

  it('a part that somebody has cut meanwhile is no film: the next try renders anew', async () => {
    const rig = createRig();
    // What cannot be opened here is told by its size alone.
    rig.cloud.downloadFaults.push('odd');
    const before = rig.boot();
    const job = before.exports.start(rig.order());
    await rig.clock.advance(renderPollMs * 2 + callMs * 4);
    const record = rig.record(job.id);
    before.kill();
    const path = '/videos/.part';
    rig.store.exports.save({
      ...record,
      job: { ...record.job, state: 'checking', endedAt: null, check: null },
      part: { path, validator: null, bytes: 4, safeBytes: 4, wholeAt: 0 },
    });
    rig.disk.clear();
    rig.disk.set(path, '??');
    rig.boot().exports.resume();
    await rig.clock.advance(1);
    expect(rig.record(job.id)).toMatchObject({
      job: { state: 'failed', failure: { code: 'delivery-broken' } },
      renderId: null,
    });
    expect([...rig.disk]).toEqual([]);
  });

  it('closing the app leaves an export where it was', async () => {
    const rig = createRig();
    rig.cloud.fates.push(slow);
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(renderPollMs);
    const closed = exports.close();
    await rig.clock.advance(callMs);
    await closed;
    expect(rig.record(job.id).job.state).toBe('rendering');
    expect(rig.notified).toEqual([]);
  });
});
