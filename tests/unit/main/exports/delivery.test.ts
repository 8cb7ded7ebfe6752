import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../../src/shared/result.ts';
import { createRig, renderPollMs } from './rig.ts';

const long = 200 * renderPollMs;
const expired = { kind: 'server', status: 403, code: null } as const;

describe('the delivery', () => {
  it('takes the fallback when the address leads nowhere or gives something else', async () => {
    const rig = createRig();
    const { exports } = rig.boot();
    rig.cloud.downloadFaults.push(expired);
    const first = exports.start(rig.order('/a.mp4', 's1'));
    await rig.clock.advance(long);
    rig.cloud.downloadFaults.push('page');
    const second = exports.start(rig.order('/b.mp4', 's2'));
    await rig.clock.advance(long);
    rig.cloud.downloadFaults.push('cut-off');
    const third = exports.start(rig.order('/c.mp4', 's3'));
    await rig.clock.advance(long);
    const kinds = rig.cloud.downloads.map((download) => download.split(' ')[0]);
    expect(kinds).toEqual(['url', 'render', 'url', 'render', 'url', 'render']);
    expect(rig.cloud.downloads.filter((download) => download.includes('from'))).toEqual([]);
    expect([first, second, third].map(({ id }) => rig.record(id).job.state)).toEqual(['saved', 'saved', 'saved']);
  });

  it('asks for a fresh address when one has run out, before it takes the fallback', async () => {
    let asked = 0;
    const rig = createRig({
      cloud: {
        renderStatus: ({ renderId }) => {
          asked += 1;
          const outputUrl = `https://cdn.example/${renderId}.mp4?signature=${asked}`;
          return Promise.resolve(ok({ status: 'completed', outputUrl, progress: null }));
        },
      },
    });
    rig.cloud.downloadFaults.push(expired);
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.cloud.downloads.map((download) => download.split(' ')[0])).toEqual(['url', 'url']);
    expect(rig.record(job.id)).toMatchObject({
      job: { state: 'saved' },
      outputUrl: expect.stringMatching(/signature=2$/),
    });
  });

  it('goes on where a broken connection left it, and after a restart', async () => {
    const rig = createRig();
    rig.cloud.downloadFaults.push({ kind: 'incomplete', received: 3, expected: 19 });
    rig.cloud.downloadFaults.push({ kind: 'offline', reason: 'unreachable' });
    const first = rig.boot();
    const job = first.exports.start(rig.order());
    await rig.clock.advance(4 * renderPollMs);
    expect(rig.record(job.id)).toMatchObject({ job: { state: 'downloading' }, part: { safeBytes: 3 } });
    first.kill();
    const second = rig.boot();
    second.exports.resume();
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('saved');
    expect(rig.cloud.downloads.at(-1)).toMatch(/ from 3$/);
    expect([...rig.disk.keys()]).toEqual(['/videos/雨 café.mp4']);
  });

  it.each([400, 401, 403, 404, 410])('takes a %i of a storage host for an address that has run out', async (status) => {
    const rig = createRig();
    rig.cloud.downloadFaults.push({ kind: 'server', status, code: null });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.cloud.downloads.map((download) => download.split(' ')[0])).toEqual(['url', 'render']);
    expect(rig.record(job.id).job.state).toBe('saved');
  });

  it('fails when both ways give no video, leaves no file, and renders anew on retry', async () => {
    const rig = createRig();
    for (let n = 0; n < 10; n += 1) rig.cloud.downloadFaults.push('page');
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.record(job.id)).toMatchObject({ renderId: null, job: { failure: { code: 'video-gone' } } });
    expect(rig.disk.has('/videos/雨 café.mp4')).toBe(false);
    rig.cloud.downloadFaults.length = 0;
    exports.retry(job.id);
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('saved');
    expect(rig.cloud.submissions).toHaveLength(2);
    expect([...rig.disk.keys()]).toEqual(['/videos/雨 café.mp4']);
  });

  it('keeps a whole file that cannot be opened here, and says so', async () => {
    const rig = createRig();
    rig.cloud.downloadFaults.push('odd');
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.record(job.id).job).toMatchObject({ state: 'saved', check: { bytes: 4, warnings: ['unchecked'] } });
    expect([...rig.disk]).toEqual([['/videos/雨 café.mp4', '????']]);
  });

  it('tells what the saved file is, with its time on the way kept', async () => {
    const rig = createRig();
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.check).toEqual({
      durationMs: 1000,
      bytes: 'video render_1800000000000'.length,
      width: 640,
      height: 360,
      videoCodec: 'avc',
      audioCodec: 'aac',
      warnings: [],
      watched: true,
    });
  });

  it('says that there is no room, keeps what came, and goes on with the same render on retry', async () => {
    const rig = createRig();
    rig.cloud.downloadFaults.push({ kind: 'incomplete', received: 3, expected: 19 }, { kind: 'disk-full' });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.record(job.id).job).toMatchObject({ state: 'failed', failure: { code: 'disk-full' }, received: 3 });
    rig.cloud.downloadFaults.push({ kind: 'disk-short', needed: 900, free: 100 });
    exports.retry(job.id);
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.failure).toEqual({ code: 'disk-short', params: { needed: 900, free: 100 } });
    exports.retry(job.id);
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('saved');
    expect(rig.cloud.downloads.at(-1)).toMatch(/ from 3$/);
    expect(rig.cloud.submissions).toHaveLength(1);
  });

  it('says that the folder refuses the file, also at the last step, and takes another place with what has arrived', async () => {
    const rig = createRig({
      files: {
        place: (_part, target) =>
          Promise.resolve(target.startsWith('/videos') ? err({ kind: 'folder-read-only' }) : ok('placed')),
      },
    });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.failure).toEqual({ code: 'folder-read-only' });
    expect(exports.retry(job.id, { path: '/elsewhere/b.mp4', replaces: false })).toEqual(ok(null));
    await rig.clock.advance(long);
    expect(rig.record(job.id).job).toMatchObject({ state: 'saved', fileName: 'b.mp4' });
    expect(rig.cloud.downloads).toHaveLength(1);
    expect([...rig.disk.keys()]).toEqual([`/elsewhere/.b.mp4.${job.id.slice(0, 8)}.part`]);
  });

  it('notices that the folder is gone before it fetches anything', async () => {
    const rig = createRig({ files: { folderProblem: () => Promise.resolve({ kind: 'folder-gone' }) } });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.failure).toEqual({ code: 'folder-gone' });
    expect(rig.cloud.downloads).toEqual([]);
  });

  it('takes another name when somebody was faster, and replaces only what the user gave up', async () => {
    const rig = createRig();
    rig.disk.set('/videos/雨 café.mp4', 'somebody’s');
    rig.disk.set('/videos/雨 café (2).mp4', 'somebody’s too');
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.record(job.id).job).toMatchObject({ state: 'saved', fileName: '雨 café (3).mp4' });
    expect(rig.disk.get('/videos/雨 café.mp4')).toBe('somebody’s');
    const { target, ...order } = rig.order();
    const other = exports.start({ ...order, target: { ...target, replaces: true } });
    await rig.clock.advance(long);
    expect(rig.record(other.id).job.fileName).toBe('雨 café.mp4');
    expect(rig.disk.get('/videos/雨 café.mp4')).toMatch(/^video/);
  });

  it('brings a part to another disk before it is put there', async () => {
    const tried: string[] = [];
    const rig = createRig({
      files: {
        place: (part) => {
          tried.push(part);
          return Promise.resolve(tried.length === 1 ? err({ kind: 'elsewhere' }) : ok('placed'));
        },
      },
    });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    // Beside its target already: a disk that refuses its own file is told as one that cannot be written.
    expect(rig.record(job.id).job).toMatchObject({ state: 'failed', failure: { code: 'folder-read-only' } });
  });

  it('waits for the network, and gives up on a server that never delivers', async () => {
    const rig = createRig();
    for (let n = 0; n < 12; n += 1) rig.cloud.downloadFaults.push({ kind: 'offline', reason: 'unreachable' });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(60 * renderPollMs);
    expect(rig.record(job.id).job.state).toBe('downloading');
    exports.pollNow();
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('saved');
    for (let n = 0; n < 40; n += 1) rig.cloud.downloadFaults.push({ kind: 'server', status: 503, code: null });
    const other = exports.start(rig.order('/b.mp4'));
    await rig.clock.advance(long);
    expect(rig.record(other.id).job).toMatchObject({ state: 'failed', failure: { code: 'server' } });
  });

  it('fetches again what was deleted before it was in its place, and no file for its own that was there before', async () => {
    const gone = (): boolean => rig.cloud.downloads.length < 2;
    const rig = createRig({
      files: {
        look: (path) => {
          if (!path.endsWith('.part')) return Promise.resolve({ bytes: 26, changedAt: 0 });
          return Promise.resolve(gone() ? null : { bytes: 26, changedAt: 0 });
        },
      },
    });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.states(job.id).slice(3)).toEqual(['downloading', 'checking', 'downloading', 'checking', 'saved']);
    expect(rig.cloud.downloads).toHaveLength(2);
  });

  it('takes away what had arrived when it is cancelled', async () => {
    const rig = createRig();
    for (let n = 0; n < 3; n += 1) rig.cloud.downloadFaults.push({ kind: 'incomplete', received: 3, expected: 19 });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(3 * renderPollMs);
    expect(rig.record(job.id).job.state).toBe('downloading');
    expect(rig.disk.size).toBe(1);
    expect(exports.cancel(job.id)).toEqual(ok(null));
    await rig.clock.advance(long);
    expect(rig.record(job.id)).toMatchObject({ job: { state: 'cancelled', received: 0 }, part: null });
    expect([...rig.disk]).toEqual([]);
  });

  it('can be taken off the list with what is left of it, but not while it runs', async () => {
    const rig = createRig();
    rig.cloud.downloadFaults.push({ kind: 'incomplete', received: 3, expected: 19 }, { kind: 'disk-full' });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    expect(exports.remove(job.id)).toEqual(err({ code: 'export-busy' }));
    await rig.clock.advance(long);
    expect(rig.disk.size).toBe(1);
    expect(exports.remove(job.id)).toEqual(ok(null));
    expect(exports.list()).toEqual([]);
    expect(rig.disk.size).toBe(0);
  });
});
