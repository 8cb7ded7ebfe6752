import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CloudError } from '../../../../src/main/api/errors.ts';
import type { ExportState } from '../../../../src/shared/domain/export-job.ts';
import type { Fate, SubmitFault } from './fake-cloud.ts';
import { createRig, renderPollMs } from './rig.ts';

const passing: fc.Arbitrary<CloudError> = fc.constantFrom<CloudError[]>(
  { kind: 'offline', reason: 'unreachable' },
  { kind: 'interrupted' },
  { kind: 'timed-out' },
  { kind: 'server', status: 503, code: null },
  { kind: 'rate-limited', retryAfterMs: null },
  { kind: 'bad-answer', reason: 'html' },
);
const submitFault: fc.Arbitrary<SubmitFault> = fc
  .tuple(passing, fc.boolean())
  .map(([error, seen]) => ({ ...error, seen: seen && error.kind !== 'offline' }));
const fate: fc.Arbitrary<Fate> = fc.record({
  polls: fc.nat({ max: 12 }),
  ends: fc.constantFrom('completed', 'failed'),
});
/** Time passes (ms), then the app is killed and started again, or only wakes up, or goes on. */
const step = fc.record({
  ms: fc.oneof(fc.nat({ max: 200 }), fc.nat({ max: 3 * renderPollMs })),
  next: fc.constantFrom('go-on', 'kill', 'wake'),
});

/** Fewer faults in a row than the export puts up with: then its end depends on the renders alone. */
const life = fc.record({
  fates: fc.array(fate, { minLength: 4, maxLength: 4 }),
  submitFaults: fc.array(submitFault, { maxLength: 4 }),
  statusFaults: fc.array(passing, { maxLength: 10 }),
  downloadFaults: fc.array(passing, { maxLength: 4 }),
  steps: fc.array(step, { maxLength: 12 }),
  sameSession: fc.boolean(),
});

const forward: readonly ExportState[] = ['queued', 'submitted', 'rendering', 'downloading', 'checking', 'saved'];

it('any order of answers, faults and kills: one render per try and its repeat, saved once if the cloud completes one', async () => {
  await fc.assert(
    fc.asyncProperty(life, async ({ fates, submitFaults, statusFaults, downloadFaults, steps, sameSession }) => {
      const rig = createRig();
      rig.cloud.fates.push(...fates);
      rig.cloud.submitFaults.push(...submitFaults);
      rig.cloud.statusFaults.push(...statusFaults);
      rig.cloud.downloadFaults.push(...downloadFaults);

      let app = rig.boot();
      const jobs = [
        app.exports.start(rig.order('/a.mp4', 's1')),
        app.exports.start(rig.order('/b.mp4', sameSession ? 's1' : 's2')),
      ];
      for (const { ms, next } of steps) {
        await rig.clock.advance(ms);
        if (next === 'wake') app.exports.pollNow();
        if (next !== 'kill') continue;
        app.kill();
        app = rig.boot();
        app.exports.resume();
      }
      await rig.clock.advance(200 * renderPollMs);

      expect(rig.reported).toEqual([]);
      expect(rig.unwritten).toEqual([]);
      expect(rig.cloud.mostActive()).toBeLessThanOrEqual(1);
      expect(new Set(rig.cloud.submissions).size).toBe(rig.cloud.submissions.length);
      for (const { id } of jobs) {
        const { job, renders, targetPath, renderId } = rig.record(id);
        expect(['saved', 'failed']).toContain(job.state);
        expect(renders).toBeLessThanOrEqual(2);
        expect(rig.notified.filter((ended) => ended.id === id)).toHaveLength(1);
        expect(rig.disk.get(targetPath)).toBe(job.state === 'saved' ? `video ${renderId}` : undefined);
        expect(rig.disk.has(`${targetPath}.part`)).toBe(false);
        expectForward(rig.states(id), renders);
      }
      const completed = fates.slice(0, rig.cloud.submissions.length).filter(({ ends }) => ends === 'completed');
      expect(jobs.filter(({ id }) => rig.record(id).job.state === 'saved')).toHaveLength(completed.length);
    }),
    { numRuns: 150 },
  );
}, 60_000);

/** Each phase comes after the one before it; back to the queue only for the second render. */
function expectForward(states: readonly string[], renders: number): void {
  const ranks = states.filter((state) => state !== 'failed').map((state) => forward.indexOf(state as ExportState));
  const back = ranks.filter((rank, index) => index > 0 && rank < (ranks[index - 1] ?? 0));
  expect(back).toEqual(Array.from({ length: renders - 1 }, () => 0));
}
