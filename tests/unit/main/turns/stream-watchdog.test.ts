import { describe, expect, it } from 'vitest';
import { ok } from '../../../../src/shared/result.ts';
import { deferred } from '../../../support/cloud-deferred.ts';
import { createRig, projectId, titleAdded } from '../../../support/conversation-rig.ts';
import { settle } from '../../../support/fake-clock.ts';

describe('waiting for an answer', () => {
  it('is told from the post on, when the server holds back the head of its answer', async () => {
    const rig = createRig();
    const head = deferred<void>();
    rig.heads.push(head.promise);
    rig.conversation.send({ projectId, text: 'a film about the sea', uploadIds: [], anyway: false });
    await settle();
    await rig.clock.advance(120_000);
    expect(rig.turn()).toMatchObject({ state: 'sending', stillWorkingMs: 120_000 });
    head.resolve();
    await rig.clock.advance(120_000);
    expect(rig.turn()).toMatchObject({ state: 'streaming', stillWorkingMs: 240_000 });
    rig.answers[0]?.send(
      { kind: 'text-settled', index: 0, text: 'Here.' },
      { kind: 'end', silent: false, broken: false },
    );
    rig.answers[0]?.finish();
    await settle();
    expect(rig.turn()).toMatchObject({ state: 'done', stillWorkingMs: null });
  });

  it('for a head that never comes ends in recovery, and what comes too late changes nothing', async () => {
    const rig = createRig();
    const head = deferred<void>();
    rig.heads.push(head.promise);
    rig.conversation.send({ projectId, text: 'a film about the sea', uploadIds: [], anyway: false });
    await settle();
    await rig.clock.advance(599_000);
    expect(rig.turn().state).toBe('sending');
    await rig.clock.advance(1000);
    expect(rig.turn().state).toBe('settling');
    head.resolve();
    await settle();
    rig.stateAnswers.push(ok(titleAdded));
    await rig.clock.advance(30_000);
    expect(rig.turn().state).toBe('done');
    expect(rig.posts).toHaveLength(1);
    expect(rig.faults).toEqual([]);
  });

  it('for fifteen minutes in all counts the time before the head', async () => {
    const rig = createRig();
    const head = deferred<void>();
    rig.heads.push(head.promise);
    rig.conversation.send({ projectId, text: 'a film about the sea', uploadIds: [], anyway: false });
    await settle();
    await rig.clock.advance(540_000);
    head.resolve();
    await settle();
    for (let minute = 9; minute < 15; minute += 1) {
      expect(rig.turn().state).toBe('streaming');
      rig.answers[0]?.send({ kind: 'text', index: 0, delta: '.' });
      await rig.clock.advance(60_000);
    }
    expect(rig.turn().state).toBe('settling');
  });
});
