import { describe, expect, it } from 'vitest';
import type { AgentEvent } from '../../../../src/main/api/stream/agent-event.ts';
import { done, ok } from '../../../../src/shared/result.ts';
import { createRig, projectId, type Rig, titleAdded } from '../../../support/conversation-rig.ts';
import { settle } from '../../../support/fake-clock.ts';
import { notFound } from '../../../../src/shared/domain/failure.ts';

const asked = {
  title: 'About the style',
  questions: [
    { prompt: 'Which colours?', options: ['Warm', 'Cold'], multiple: false },
    { prompt: 'Which sounds?', options: ['Rain', 'Wind', 'Piano'], multiple: true },
    { prompt: 'What title?', options: [], multiple: false },
  ],
};
const question: AgentEvent = { kind: 'question', id: '1', asked };
const complete: AgentEvent = { kind: 'end', silent: false, broken: false };

/** A turn that has ended with a card. */
async function ask(rig: Rig, ...before: readonly AgentEvent[]): Promise<void> {
  rig.conversation.send({ projectId, text: 'a film about the sea', uploadIds: [], anyway: false });
  await settle();
  rig.answers[0]?.send(...before, question, complete);
  rig.answers[0]?.finish();
  await settle();
}

const answer = (rig: Rig, answers: readonly (readonly string[])[], part = 0) =>
  rig.conversation.answer({ turnId: rig.turn().id, part, answers, anyway: false });

describe('a question of the agent', () => {
  it('is a card in the answer, and no silent edit', async () => {
    const rig = createRig();
    rig.stateAnswers.push(ok(titleAdded));
    await ask(rig);
    expect(rig.turn()).toMatchObject({ state: 'done', failure: null });
    expect(rig.turn().parts.map((part) => (part.kind === 'notice' ? part.notice.code : part.kind))).toEqual([
      'question',
      'changes',
    ]);
    expect(rig.turn().parts[0]).toEqual({ kind: 'question', ...asked, answers: null });
  });

  it('is a result: nobody was charged for nothing', async () => {
    const rig = createRig();
    rig.balances.push({ available: 10, frozen: 0, total: 10 }, { available: 7, frozen: 0, total: 7 });
    await ask(rig);
    expect(rig.turn().receipt?.chargedForNothing).toBe(false);
  });

  it('stands behind the words before it, and takes its own place when it comes again', async () => {
    const rig = createRig();
    const sooner = { ...question, asked: { ...asked, questions: asked.questions.slice(0, 1) } };
    await ask(rig, { kind: 'text-settled', index: 0, text: 'One thing first.' }, sooner);
    expect(rig.turn().parts.slice(0, 2)).toEqual([
      { kind: 'text', text: 'One thing first.' },
      { kind: 'question', ...asked, answers: null },
    ]);
  });

  it('lets the queue wait', async () => {
    const rig = createRig();
    rig.conversation.send({ projectId, text: 'a film about the sea', uploadIds: [], anyway: false });
    rig.conversation.send({ projectId, text: 'and then make it longer', uploadIds: [], anyway: false });
    await settle();
    rig.answers[0]?.send(question, complete);
    rig.answers[0]?.finish();
    await settle();
    expect(rig.conversation.queue(projectId)).toMatchObject({ paused: true });
    expect(answer(rig, [['Warm'], [], []])).toEqual(done);
    await settle();
    expect(rig.posts).toHaveLength(2);
    expect(rig.posts[1]).toMatch(/^1\. Which colours\?: Warm\n/);
    rig.answers[1]?.send({ kind: 'text-settled', index: 0, text: 'Here.' }, complete);
    rig.answers[1]?.finish();
    await settle();
    expect(rig.posts[2]).toBe('and then make it longer');
  });
});

describe('the answer', () => {
  it.each([
    [
      [['Warm'], ['Rain', 'Piano'], ['Sea\n breeze']],
      ['Warm', 'Rain, Piano', 'Sea breeze'],
    ],
    [
      [[], ['Wind']],
      ['Skipped', 'Wind', 'Skipped'],
    ],
    [[], ['Skipped', 'Skipped', 'Skipped']],
    [[[' ']], ['Skipped', 'Skipped', 'Skipped']],
  ])('%j goes out as an ordinary message, a line for each question', async (answers, labels) => {
    const rig = createRig();
    await ask(rig);
    expect(answer(rig, answers)).toEqual(done);
    await settle();
    const text = `1. Which colours?: ${labels[0]}\n2. Which sounds?: ${labels[1]}\n3. What title?: ${labels[2]}`;
    expect(rig.posts[1]).toBe(text);
    expect(rig.turn(1)).toMatchObject({ route: 'agent', prompt: text });
    expect(rig.turn(0).parts[0]).toMatchObject({ answers: [0, 1, 2].map((index) => answers[index] ?? []) });
  });

  it('goes to the agent whatever it says', async () => {
    const rig = createRig();
    rig.conversation.send({ projectId, text: 'a film', uploadIds: [], anyway: false });
    await settle();
    const questions = [{ prompt: 'export', options: ['export'], multiple: false }];
    rig.answers[0]?.send({ ...question, asked: { title: null, questions } }, complete);
    rig.answers[0]?.finish();
    await settle();
    expect(answer(rig, [['export']])).toEqual(done);
    expect(rig.turn(1).route).toBe('agent');
  });

  it('is given once, and only to a turn that is over', async () => {
    const rig = createRig();
    rig.conversation.send({ projectId, text: 'a film', uploadIds: [], anyway: false });
    await settle();
    rig.answers[0]?.send(question);
    await settle();
    expect(answer(rig, [['Warm']])).toEqual(notFound);
    rig.answers[0]?.send(complete);
    rig.answers[0]?.finish();
    await settle();
    expect(answer(rig, [['Warm']], 1)).toEqual(notFound);
    expect(answer(rig, [['Warm']])).toEqual(done);
    expect(answer(rig, [['Cold']])).toEqual(notFound);
    await settle();
    expect(rig.posts).toHaveLength(2);
  });

  it('is asked about where it would pass the daily limit, and leaves the card as it is', async () => {
    const rig = createRig();
    await ask(rig);
    rig.settings.dailyCeiling = 1;
    expect(answer(rig, [['Warm']])).toMatchObject({ error: { code: 'over-ceiling' } });
    expect(rig.turn().parts[0]).toMatchObject({ answers: null });
    const { turnId, part } = { turnId: rig.turn().id, part: 0 };
    expect(rig.conversation.answer({ turnId, part, answers: [['Warm']], anyway: true })).toEqual(done);
    await settle();
    expect(rig.posts).toHaveLength(2);
  });

  it('can be given after a restart', async () => {
    const first = createRig();
    await ask(first);
    await first.close();
    const next = createRig(first.stores);
    next.conversation.resume();
    expect(answer(next, [['Cold'], [], []])).toEqual(done);
    await settle();
    expect(next.posts[0]).toMatch(/^1\. Which colours\?: Cold/);
  });
});
