import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../../src/main/clock.ts';
import { phaseText } from '../../../../src/renderer/exports/phase.ts';
import { inLocale } from '../../../../src/renderer/locales/text.ts';
import type { ExportJob } from '../../../../src/shared/domain/export-job.ts';
import { ok } from '../../../../src/shared/result.ts';
import { createRig, renderPollMs } from './rig.ts';

const t = inLocale('en');
const wordsOf = (job: ExportJob, { now }: Pick<Clock, 'now'>) => phaseText(t, job, now() - job.phaseAt);
const endless = { polls: Number.POSITIVE_INFINITY, ends: 'completed' } as const;

describe('a render that is never completed', () => {
  it('is called slow after ten polls, goes on, and can be cancelled: nothing is ever fetched', async () => {
    const rig = createRig();
    rig.cloud.fates.push(endless);
    const { exports } = rig.boot();
    const { id } = exports.start(rig.order());
    const says = () => wordsOf(rig.record(id).job, rig.clock);
    await rig.clock.advance(9 * (renderPollMs + 40) + 1_000);
    expect([rig.record(id).job.polls, says()]).toEqual([9, 'Rendering · usually 30–90 s']);
    await rig.clock.advance(renderPollMs);
    expect([rig.record(id).job.polls, says()]).toEqual([
      10,
      'Taking longer than usual: 5 min 1 s so far. Still rendering.',
    ]);
    await rig.clock.advance(24 * 3_600_000);
    expect(rig.record(id).job.state).toBe('rendering');
    expect(rig.record(id).job.polls).toBeGreaterThan(2_000);
    expect(says()).toBe('Taking longer than usual: 24 h 5 min so far. Still rendering.');
    expect(rig.cloud.submissions).toHaveLength(1);

    expect(exports.cancel(id)).toEqual(ok(null));
    const asked = rig.cloud.statusCalls();
    await rig.clock.advance(24 * 3_600_000);
    expect(says()).toBe('Cancelled');
    // Its session is kept busy by it for ten polls more, no longer.
    expect(rig.cloud.statusCalls() - asked).toBe(10);
    expect([rig.cloud.downloads, [...rig.disk], rig.cloud.submissions.length]).toEqual([[], [], 1]);
  });
});

describe('a clock that is set', () => {
  it.each([
    ['back by a day', -24 * 3_600_000],
    ['forth by a day', 24 * 3_600_000],
  ])('%s stops no poll, shows no negative time, and teaches nothing', async (_, jumpMs) => {
    let set = 0;
    const rig = createRig();
    rig.cloud.fates.push({ polls: 4, ends: 'completed' });
    const clock = { ...rig.clock, now: () => rig.clock.now() + set };
    const told: { readonly job: ExportJob; readonly words: string }[] = [];
    rig.onEmit.push((job) => void told.push({ job, words: wordsOf(job, clock) }));
    const { exports } = rig.boot({}, clock);
    const { id } = exports.start(rig.order());
    await rig.clock.advance(2 * renderPollMs);
    set = jumpMs;
    await rig.clock.advance(renderPollMs);
    set = -jumpMs;
    await rig.clock.advance(10 * renderPollMs);
    expect(rig.record(id).job.state).toBe('saved');
    expect(rig.cloud.submissions).toHaveLength(1);
    expect(rig.store.exports.renderTimes(1)).toEqual([]);
    const order = ['queued', 'submitted', 'rendering', 'downloading', 'checking', 'saved'];
    const phases = told.map(({ job }) => order.indexOf(job.state));
    expect(phases).toEqual(phases.toSorted((one, other) => one - other));
    for (const { words } of told) expect(words).not.toMatch(/-\d|NaN|Infinity/);
    expect(told.length).toBeGreaterThan(order.length);
  });
});
