import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../../src/shared/result.ts';
import type { Fate } from './fake-cloud.ts';
import { createRig, renderPollMs } from './rig.ts';

const slow: Fate = { polls: 100, ends: 'completed' };
const long = 100 * renderPollMs;

describe('a cancelled render', () => {
  it.each([null, { kind: 'refused', reason: null } as const, { kind: 'offline', reason: 'unreachable' } as const])(
    'is cancelled at the cloud as well; an answer of %j changes nothing',
    async (fault) => {
      const rig = createRig();
      rig.cloud.cancelFault = fault;
      rig.cloud.fates.push(slow);
      const { exports } = rig.boot();
      const job = exports.start(rig.order());
      await rig.clock.advance(2 * renderPollMs);
      const { renderId } = rig.record(job.id);
      expect(exports.cancel(job.id)).toEqual(ok(null));
      await rig.clock.advance(long);
      expect(rig.cloud.cancellations).toEqual([renderId]);
      expect(rig.record(job.id)).toMatchObject({ renderId: null, job: { state: 'cancelled', failure: null } });
    },
  );

  it('is told to the cloud after a restart where it could not be before', async () => {
    const rig = createRig();
    rig.cloud.fates.push(slow);
    const first = rig.boot();
    const job = first.exports.start(rig.order());
    await rig.clock.advance(2 * renderPollMs);
    first.exports.cancel(job.id);
    first.kill();
    expect(rig.cloud.cancellations).toEqual([]);
    rig.boot().exports.resume();
    await rig.clock.advance(renderPollMs);
    expect(rig.cloud.cancellations).toHaveLength(1);
  });

  it('of which the cloud only says what nobody understands keeps its session for ten polls', async () => {
    let strange = '';
    const rig = createRig({
      cloud: {
        renderStatus: (input) =>
          input.renderId === strange
            ? Promise.resolve(err({ kind: 'bad-answer', reason: 'unknown-shape' }))
            : rig.cloud.renderStatus(input),
      },
    });
    rig.cloud.fates.push(slow);
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(2 * renderPollMs);
    strange = rig.record(job.id).renderId ?? '';
    exports.cancel(job.id);
    const next = exports.start(rig.order('/videos/other.mp4'));
    await rig.clock.advance(long);
    expect(rig.record(next.id).job.state).toBe('saved');
  });
});
