import { describe, expect, it } from 'vitest';
import { keptForRetryMs } from '../../../../src/main/exports/queue.ts';
import { ok } from '../../../../src/shared/result.ts';
import { createRig, renderPollMs, projectId } from './rig.ts';

const long = 20 * renderPollMs;

/** An export that has failed with something of its download on the disk, in an app that has ended since. */
async function failed(change: Parameters<typeof createRig>[0] = {}) {
  const rig = createRig(change);
  rig.cloud.downloadFaults.push({ kind: 'disk-full' }, { kind: 'disk-full' });
  // So that something arrives before the disk is full.
  rig.cloud.downloadFaults.unshift({ kind: 'incomplete', received: 3, expected: 19 });
  const app = rig.boot();
  const { id } = app.exports.start(rig.order());
  await rig.clock.advance(long);
  expect(rig.record(id).job.state).toBe('failed');
  expect([...rig.disk.values()]).toEqual(['vid']);
  await app.exports.close();
  const restart = async () => {
    const { exports } = rig.boot();
    exports.resume();
    await rig.clock.advance(1);
    return exports;
  };
  return { rig, id, restart };
}

const endedAt = ({ rig, id }: Awaited<ReturnType<typeof failed>>) => rig.record(id).job.endedAt ?? 0;

describe('what a failed export has left on the disk', () => {
  it('is kept for a week, and gone at the first start after that; another try starts over', async () => {
    const left = await failed();
    const { rig, id, restart } = left;
    await rig.clock.advance(endedAt(left) + keptForRetryMs - 1 - rig.clock.now());
    await (await restart()).close();
    expect([rig.disk.size, rig.record(id).part?.safeBytes]).toEqual([1, 3]);
    await rig.clock.advance(1);
    const exports = await restart();
    expect([rig.disk.size, rig.record(id).part]).toEqual([0, null]);
    expect(rig.record(id).job).toMatchObject({ state: 'failed', received: 0 });
    rig.cloud.downloadFaults.length = 0;
    expect(exports.retry(id)).toEqual(ok(null));
    await rig.clock.advance(long);
    expect(rig.record(id).job.state).toBe('saved');
    expect(rig.cloud.downloads.at(-1)).not.toContain('from');
  });

  it('stays noted while its disk is away', async () => {
    const left = await failed({ files: { look: () => Promise.resolve(null) } });
    const { rig, id, restart } = left;
    await rig.clock.advance(2 * keptForRetryMs);
    await restart();
    expect(rig.record(id).part).not.toBeNull();
  });

  it('stays where a clock was set back', async () => {
    const left = await failed();
    const { rig, id, restart } = left;
    const record = rig.record(id);
    rig.store.exports.save({ ...record, job: { ...record.job, endedAt: rig.clock.now() + 2 * keptForRetryMs } });
    await restart();
    expect(rig.disk.size).toBe(1);
  });

  it('goes with its line in the list, and with its project', async () => {
    for (const by of ['line', 'project'] as const) {
      const { rig, id, restart } = await failed();
      const exports = await restart();
      expect(rig.disk.size).toBe(1);
      exports.removeProject('another project');
      expect(rig.disk.size).toBe(1);
      if (by === 'line') exports.remove(id);
      else exports.removeProject(projectId);
      await rig.clock.advance(1);
      expect([rig.disk.size, rig.store.exports.list()]).toEqual([0, []]);
    }
  });
});
