import { describe, expect, it } from 'vitest';
import { callMs, type Fate } from './fake-cloud.ts';
import { createRig, draft, renderPollMs } from './rig.ts';

const slow: Fate = { polls: 100, ends: 'completed' };
const long = 100 * renderPollMs;

describe('an export', () => {
  it('goes from the order to the saved file, and says so once', async () => {
    const rig = createRig();
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    expect(job).toMatchObject({ state: 'queued', fileName: '雨 café.mp4', received: 0, bytes: null, failure: null });
    expect(rig.store.exports.get(job.id)?.job).toEqual(job);
    await rig.clock.advance(long);
    expect(rig.states(job.id)).toEqual(['queued', 'submitted', 'rendering', 'downloading', 'checking', 'saved']);
    expect([...rig.disk]).toEqual([['/videos/雨 café.mp4', `video ${rig.record(job.id).renderId}`]]);
    expect(rig.cloud.drafts).toEqual([draft]);
    expect(rig.unwritten).toEqual([]);
    expect(rig.notified.map(({ state }) => state)).toEqual(['saved']);
    const saved = exports.list()[0];
    expect(saved?.bytes).toBe(saved?.received);
    expect(saved?.endedAt).not.toBeNull();
    expect(exports.running()).toBe(false);
  });

  it('tells how far the download is, also to a window that looks later', async () => {
    const rig = createRig();
    const { exports } = rig.boot();
    exports.start(rig.order());
    await rig.clock.advance(renderPollMs * 2 + callMs * 3 + callMs / 2);
    expect(exports.list()[0]).toMatchObject({ state: 'downloading', received: 3 });
    expect(rig.emitted.at(-1)).toMatchObject({ state: 'downloading', received: 3 });
  });

  it('is never failed for being slow', async () => {
    const rig = createRig();
    rig.cloud.fates.push(slow);
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(90 * renderPollMs);
    expect(rig.record(job.id).job.state).toBe('rendering');
    await rig.clock.advance(20 * renderPollMs);
    expect(rig.record(job.id).job.state).toBe('saved');
  });

  it('asks at once when the computer wakes, even during a question', async () => {
    const rig = createRig();
    rig.cloud.fates.push(slow);
    const { exports } = rig.boot();
    exports.start(rig.order());
    await rig.clock.advance(callMs);
    expect(rig.cloud.statusCalls()).toBe(0);
    exports.pollNow();
    await rig.clock.advance(callMs / 2);
    expect(rig.cloud.statusCalls()).toBe(1);
    exports.pollNow();
    await rig.clock.advance(callMs);
    expect(rig.cloud.statusCalls()).toBe(2);
  });

  it('keeps polling through every passing error', async () => {
    const rig = createRig();
    rig.cloud.statusFaults.push(
      { kind: 'offline', reason: 'unreachable' },
      { kind: 'interrupted' },
      { kind: 'timed-out' },
      { kind: 'server', status: 502, code: null },
      { kind: 'rate-limited', retryAfterMs: null },
      { kind: 'bad-answer', reason: 'html' },
      { kind: 'server', status: 404, code: null },
      { kind: 'server', status: 404, code: null },
    );
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('saved');
    expect(rig.cloud.submissions).toHaveLength(1);
  });

  it('fails with a way out when the cloud says no', async () => {
    const rig = createRig();
    rig.cloud.submitFaults.push({ kind: 'export-blocked' }, { kind: 'no-credits' }, { kind: 'session-lost' });
    const { exports } = rig.boot();
    const jobs = ['/a.mp4', '/b.mp4', '/c.mp4'].map((target) => exports.start(rig.order(target)));
    await rig.clock.advance(long);
    expect(jobs.map(({ id }) => rig.record(id).job.failure)).toEqual([
      { code: 'export-blocked', link: 'register' },
      { code: 'no-credits', link: 'register' },
      { code: 'session-lost' },
    ]);
    expect(rig.notified).toHaveLength(3);
    expect(rig.cloud.submissions).toEqual([]);
  });
});

it('what should never happen is reported and ends the export', async () => {
  const rig = createRig({ cloud: { renderStatus: () => Promise.reject(new Error('planted')) } });
  const { exports } = rig.boot();
  const job = exports.start(rig.order());
  await rig.clock.advance(long);
  expect(rig.reported).toHaveLength(1);
  expect(rig.record(job.id).job.failure).toEqual({ code: 'internal' });
});
