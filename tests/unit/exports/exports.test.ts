import { describe, expect, it } from 'vitest';
import { err } from '../../../src/shared/result.ts';
import { callMs, createRig, draft, renderPollMs, type Fate } from './rig.ts';

const slow: Fate = { polls: 100, ends: 'completed' };
const failing: Fate = { polls: 0, ends: 'failed' };
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
    expect(rig.notified.map((record) => record.job.state)).toEqual(['saved']);
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

  it('that the server refuses plainly is asked about once and then told', async () => {
    const rig = createRig();
    rig.cloud.submitFaults.push({ kind: 'server', status: 400, code: null });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(2 * renderPollMs);
    expect(rig.record(job.id).job).toMatchObject({ state: 'failed', failure: { code: 'server' } });
  });

  it('waits for the network as long as it takes', async () => {
    const rig = createRig();
    for (let n = 0; n < 40; n += 1) rig.cloud.submitFaults.push({ kind: 'offline', reason: 'unreachable' });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(39 * renderPollMs);
    expect(rig.record(job.id).job.state).toBe('submitted');
    await rig.clock.advance(long);
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
    expect(exports.retry(job.id)).toBe(true);
    expect(exports.list()[0]).toMatchObject({ state: 'queued', failure: null, endedAt: null });
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('saved');
    expect(new Set(rig.cloud.submissions).size).toBe(3);
    expect(exports.retry(job.id)).toBe(false);
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

  it('to the same file do not write into each other', async () => {
    const rig = createRig();
    const { exports } = rig.boot();
    exports.start(rig.order('/same.mp4', 's1'));
    const last = exports.start(rig.order('/same.mp4', 's2'));
    await rig.clock.advance(long);
    expect(exports.list().map(({ state }) => state)).toEqual(['saved', 'saved']);
    expect(rig.cloud.mostWriters()).toBe(1);
    expect([...rig.disk]).toEqual([['/same.mp4', `video ${rig.record(last.id).renderId}`]]);
  });

  it('wait for a cancelled render, which the cloud goes on with', async () => {
    const rig = createRig();
    rig.cloud.fates.push({ polls: 4, ends: 'completed' });
    const { exports } = rig.boot();
    const first = exports.start(rig.order('/a.mp4'));
    await rig.clock.advance(renderPollMs);
    const second = exports.start(rig.order('/b.mp4'));
    expect(exports.cancel(first.id)).toBe(true);
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
    expect(exports.cancel(jobs[1]?.id ?? '')).toBe(true);
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
    expect(exports.cancel(job.id)).toBe(true);
    await rig.clock.advance(0);
    expect([...rig.disk]).toEqual([]);
    expect(exports.retry(job.id)).toBe(true);
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('saved');
    expect(new Set(rig.cloud.submissions).size).toBe(2);
  });

  it('comes too late for a saved export, and for none', async () => {
    const rig = createRig();
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(exports.cancel(job.id)).toBe(false);
    expect(exports.cancel('nobody')).toBe(false);
    expect(exports.retry('nobody')).toBe(false);
  });
});

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

it('what should never happen is reported and ends the export', async () => {
  const rig = createRig({ cloud: { renderStatus: () => Promise.reject(new Error('planted')) } });
  const { exports } = rig.boot();
  const job = exports.start(rig.order());
  await rig.clock.advance(long);
  expect(rig.reported).toHaveLength(1);
  expect(rig.record(job.id).job.failure).toEqual({ code: 'internal' });
});
