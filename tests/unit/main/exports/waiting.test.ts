import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../../src/shared/result.ts';
import { createRig, draft, renderPollMs } from './rig.ts';

const long = 20 * renderPollMs;

describe('an export that waits for an answer', () => {
  const waiting = () => {
    const rig = createRig();
    rig.draftVersions.answering = true;
    const order = { ...rig.order(), frozen: null };
    return { rig, order };
  };

  it('starts when the answer has ended, with the cut that it left', async () => {
    const { rig, order } = waiting();
    const { exports } = rig.boot();
    const job = exports.start(order);
    await rig.clock.advance(long);
    expect(rig.record(job.id)).toMatchObject({ job: { state: 'waiting', version: null }, sessionId: '' });
    expect(rig.cloud.submissions).toEqual([]);

    rig.draftVersions.answering = false;
    exports.turnEnded();
    await rig.clock.advance(0);
    expect(rig.record(job.id)).toMatchObject({ job: { state: 'submitted', version: 2 }, sessionId: 'session-1' });
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('saved');
    expect(rig.cloud.drafts).toEqual([draft]);
  });

  it('survives a restart', async () => {
    const { rig, order } = waiting();
    const first = rig.boot();
    const job = first.exports.start(order);
    await rig.clock.advance(long);
    first.kill();
    const second = rig.boot();
    second.exports.resume();
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('waiting');
    rig.draftVersions.answering = false;
    second.exports.turnEnded();
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('saved');
    expect(rig.cloud.submissions).toHaveLength(1);
  });

  it('asks for the cut until the cloud can be reached', async () => {
    const { rig, order } = waiting();
    rig.draftVersions.answering = false;
    rig.draftVersions.fresh = err({ kind: 'offline', reason: 'unreachable' });
    const { exports } = rig.boot();
    const job = exports.start(order);
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('waiting');
    rig.draftVersions.fresh = ok({ sessionId: 's', draft, version: null });
    exports.pollNow();
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('saved');
  });

  it('says when the answer left nothing to export, and another try waits again', async () => {
    const { rig, order } = waiting();
    rig.draftVersions.answering = false;
    rig.draftVersions.fresh = ok(null);
    const { exports } = rig.boot();
    const job = exports.start(order);
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.failure).toEqual({ code: 'nothing-to-export' });
    rig.draftVersions.answering = true;
    exports.retry(job.id);
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('waiting');
    expect(exports.cancel(job.id)).toEqual(ok(null));
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.state).toBe('cancelled');
    expect(exports.running()).toBe(false);
  });
});

describe('a render whose session the cloud has lost', () => {
  it('is rendered from the frozen draft in another session when the user tries again', async () => {
    const rig = createRig();
    rig.cloud.submitFaults.push({ kind: 'session-lost' });
    const { exports } = rig.boot();
    const job = exports.start(rig.order());
    await rig.clock.advance(long);
    expect(rig.record(job.id).job.failure).toEqual({ code: 'session-lost' });
    exports.retry(job.id);
    await rig.clock.advance(long);
    expect(rig.record(job.id)).toMatchObject({
      job: { state: 'saved' },
      sessionId: 'another than session-1',
      lostSession: null,
    });
    expect(rig.cloud.drafts).toEqual([draft, draft]);
  });
});
