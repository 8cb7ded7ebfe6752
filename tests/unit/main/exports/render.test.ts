import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../../src/shared/result.ts';
import { callMs, type Fate } from './fake-cloud.ts';
import { createRig, renderPollMs } from './rig.ts';

const slow: Fate = { polls: 100, ends: 'completed' };
const failing: Fate = { polls: 0, ends: 'failed' };
const long = 100 * renderPollMs;

describe('a submission', () => {
  it('that was seen although no answer came is not repeated', async () => {
    const rig = createRig();
    rig.cloud.submitFaults.push({ kind: 'interrupted', seen: true });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('saved');
    expect(rig.cloud.submissions).toHaveLength(1);
  });

  it('that was not seen goes out again under the same id, after asking', async () => {
    const rig = createRig();
    rig.cloud.submitFaults.push({ kind: 'timed-out' }, { kind: 'offline', reason: 'unreachable' });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(0);
    const id = rig.record(job.id).renderId;
    await rig.clock.advance(long);
    expect(rig.record(job.id)).toMatchObject({ renderId: id, renders: 1, job: { state: 'saved' } });
    expect(rig.cloud.submissions).toEqual([id]);
    expect(rig.cloud.drafts).toHaveLength(3);
  });

  it('that comes to nothing again and again is told in the end', async () => {
    const rig = createRig();
    for (let n = 0; n < 5; n += 1) rig.cloud.submitFaults.push({ kind: 'bad-answer', reason: 'html' });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.record(job.id).job).toMatchObject({ state: 'failed', failure: { code: 'bad-answer' } });
    expect(rig.cloud.submissions).toEqual([]);
  });

  it('that the server refuses plainly is asked about once and then told', async () => {
    const rig = createRig();
    rig.cloud.submitFaults.push({ kind: 'server', status: 400, code: null });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(2 * renderPollMs);
    expect(rig.record(job.id).job).toMatchObject({ state: 'failed', failure: { code: 'server' } });
  });

  it('that is answered with a clear no fails at once, in the words of the server', async () => {
    const rig = createRig();
    rig.cloud.submitFaults.push({ kind: 'refused', reason: 'The draft has no tracks' });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(2 * callMs);
    const failure = { code: 'refused', params: { reason: 'The draft has no tracks' } };
    expect(rig.record(job.id).job).toMatchObject({ state: 'failed', failure });
    expect(rig.cloud.statusCalls()).toBe(0);
  });

  it('waits for the network, and for a busy cloud, as long as it takes', async () => {
    const rig = createRig();
    for (let n = 0; n < 20; n += 1)
      rig.cloud.submitFaults.push(
        { kind: 'offline', reason: 'unreachable' },
        { kind: 'rate-limited', retryAfterMs: null },
      );
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(39 * renderPollMs);
    expect(rig.record(job.id).job.state).toBe('submitted');
    await rig.clock.advance(400 * renderPollMs);
    expect(rig.record(job.id).job.state).toBe('saved');
    expect(rig.cloud.submissions).toHaveLength(1);
  });

  it('has an id of its own, even within the same millisecond and after a restart', async () => {
    const rig = createRig();
    const first = rig.boot();
    first.exports.start(rig.order('/a.mp4', 's1'));
    first.exports.start(rig.order('/b.mp4', 's2'));
    await rig.clock.advance(0);
    first.kill();
    rig.boot().exports.start(rig.order('/c.mp4', 's3'));
    await rig.clock.advance(0);
    const ids = rig.store.exports.list().map(({ renderId }) => renderId);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^render_\d{13}$/);
  });
});

describe('a failed render', () => {
  it('is repeated once, with a new id', async () => {
    const rig = createRig();
    rig.cloud.fates.push(failing);
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.record(job.id)).toMatchObject({ renders: 2, job: { state: 'saved' } });
    expect(new Set(rig.cloud.submissions).size).toBe(2);
  });

  it('that fails again is for the user to decide; their retry is a new try', async () => {
    const rig = createRig();
    rig.cloud.fates.push(failing, failing);
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.record(job.id).job).toMatchObject({ state: 'failed', failure: { code: 'render-failed' } });
    expect(rig.cloud.submissions).toHaveLength(2);
    expect(exports.retry(job.id)).toEqual(ok(null));
    expect(exports.list()[0]).toMatchObject({ state: 'queued', failure: null, endedAt: null });
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('saved');
    expect(new Set(rig.cloud.submissions).size).toBe(3);
    expect(exports.retry(job.id)).toEqual(err({ code: 'not-found' }));
  });

  it('counts as failed when the cloud forgets it', async () => {
    const rig = createRig();
    rig.cloud.fates.push(slow);
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(renderPollMs);
    rig.cloud.forget(rig.record(job.id).renderId ?? '');
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('saved');
    expect(rig.cloud.submissions).toHaveLength(2);
  });
});

describe('several exports', () => {
  it('of one session render one after the other, of two sessions at once', async () => {
    const rig = createRig();
    const { exports } = rig.boot();
    const [a, b, c] = [rig.order('/a.mp4', 's1'), rig.order('/b.mp4', 's1'), rig.order('/c.mp4', 's2')].map((order) =>
      exports.start(order),
    );
    await rig.clock.advance(callMs);
    expect([a, b, c].map((job) => rig.record(job?.id ?? '').job.state)).toEqual(['rendering', 'queued', 'rendering']);
    await rig.clock.advance(long);
    expect(exports.list().map(({ state }) => state)).toEqual(['saved', 'saved', 'saved']);
    expect(rig.cloud.mostActive()).toBe(1);
  });

  it('to the same file do not write into each other, nor replace each other', async () => {
    const rig = createRig();
    const { exports } = rig.boot();
    exports.start(rig.order('/same.mp4', 's1'));
    const last = exports.start(rig.order('/same.mp4', 's2'));
    await rig.clock.advance(long);
    expect(exports.list().map(({ state }) => state)).toEqual(['saved', 'saved']);
    expect(rig.cloud.mostWriters()).toBe(1);
    expect([...rig.disk.keys()]).toEqual(['/same.mp4', '/same (2).mp4']);
    expect(rig.disk.get('/same (2).mp4')).toBe(`video ${rig.record(last.id).renderId}`);
  });

  it('wait for a cancelled render, which the cloud goes on with', async () => {
    const rig = createRig();
    rig.cloud.fates.push({ polls: 4, ends: 'completed' });
    const { exports } = rig.boot();
    const first = exports.start(rig.order('/a.mp4'));
    await rig.clock.advance(renderPollMs);
    const second = exports.start(rig.order('/b.mp4'));
    expect(exports.cancel(first.id)).toEqual(ok(null));
    await rig.clock.advance(renderPollMs);
    expect(rig.record(second.id).job.state).toBe('queued');
    await rig.clock.advance(long);
    expect(exports.list().map(({ state }) => state)).toEqual(['cancelled', 'saved']);
    expect(rig.cloud.mostActive()).toBe(1);
    expect(rig.record(first.id).renderId).toBeNull();
  });

  it('wait for it after a restart too, but not for ever', async () => {
    const rig = createRig();
    rig.cloud.fates.push({ polls: 1000, ends: 'completed' });
    const before = rig.boot();
    const first = before.exports.start(rig.order('/a.mp4'));
    await rig.clock.advance(renderPollMs);
    before.exports.cancel(first.id);
    before.kill();
    const { exports } = rig.boot();
    exports.resume();
    expect(exports.running()).toBe(false);
    const second = exports.start(rig.order('/b.mp4'));
    await rig.clock.advance(2 * renderPollMs);
    expect(rig.record(second.id).job.state).toBe('queued');
    await rig.clock.advance(long);
    expect(rig.record(second.id).job.state).toBe('saved');
  });
});

describe('cancelling', () => {
  it('takes a waiting export out of the line', async () => {
    const rig = createRig();
    const { exports } = rig.boot();
    const jobs = ['/a.mp4', '/b.mp4', '/c.mp4'].map((target) => exports.start(rig.order(target)));
    await rig.clock.advance(callMs);
    expect(exports.cancel(jobs[1]?.id ?? '')).toEqual(ok(null));
    await rig.clock.advance(long);
    expect(exports.list().map(({ state }) => state)).toEqual(['saved', 'cancelled', 'saved']);
    expect(rig.cloud.submissions).toHaveLength(2);
    expect(rig.notified).toHaveLength(2);
  });

  it('breaks a download off and removes its part; another try renders anew', async () => {
    const rig = createRig();
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(renderPollMs * 2 + callMs * 3 + callMs / 2);
    expect(rig.record(job.id).job.state).toBe('downloading');
    expect(exports.cancel(job.id)).toEqual(ok(null));
    await rig.clock.advance(0);
    expect([...rig.disk]).toEqual([]);
    expect(exports.retry(job.id)).toEqual(ok(null));
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('saved');
    expect(new Set(rig.cloud.submissions).size).toBe(2);
  });

  it('comes too late for a saved export, and for none', async () => {
    const rig = createRig();
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(exports.cancel(job.id)).toEqual(err({ code: 'not-found' }));
    expect(exports.cancel('nobody')).toEqual(err({ code: 'not-found' }));
    expect(exports.retry('nobody')).toEqual(err({ code: 'not-found' }));
  });
});

describe('the progress of a render', () => {
  it.each([
    ['of 1', [0, 0.25, 0.5, 1], [0, 0.25, 0.5, 1]],
    ['of 100', [0, 1, 34, 100], [0, 0.01, 0.34, 1]],
  ] as const)('%s is told as a share, and is over with the render', async (_, progress, shares) => {
    const rig = createRig();
    rig.cloud.fates.push({ polls: progress.length, ends: 'completed', progress });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    const told = rig.emitted.filter(({ state }) => state === 'rendering').map((now) => now.progress);
    expect(told).toEqual([null, ...shares]);
    expect(rig.record(job.id).job).toMatchObject({ state: 'saved', progress: null });
  });
});
