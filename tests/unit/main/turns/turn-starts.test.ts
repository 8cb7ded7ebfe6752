import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTurnOver, type Turn } from '../../../../src/shared/domain/turn.ts';
import { ok } from '../../../../src/shared/result.ts';
import { createRig, projectId } from '../../../support/conversation-rig.ts';
import type { RigState } from '../../../support/rig-states.ts';

/** What happens to a cloud that edits, beside an app in which everybody reads its state. */
type EditStep =
  'say' | 'edit' | 'status' | 'slow status' | 'answers' | 'question' | 'finish' | 'break' | 'fail' | 'wait' | 'restart';

const editSteps = fc.array(
  fc.constantFrom<EditStep>(
    ...(['say', 'say', 'edit', 'edit', 'status', 'status', 'slow status', 'answers', 'question'] as const),
    ...(['finish', 'finish', 'break', 'fail', 'wait', 'restart'] as const),
  ),
  { minLength: 5, maxLength: 50 },
);

/** A draft with the titles that were set, one at a time; its addresses are signed anew for each who asks. */
function createEditedCloud(): {
  readonly state: RigState;
  readonly edit: (title: string) => void;
  /** What is asked meanwhile is answered when `answer` says so, by what the state is now. */
  readonly hold: (ask: () => void) => void;
  readonly answer: () => void;
  /** Who asked is gone: an app that ended hears no answers. */
  readonly hangUp: () => void;
} {
  const titles: string[] = [];
  let signature = 0;
  let hold = false;
  let held: (() => void)[] = [];
  const draft = () => {
    if (titles.length === 0) return null;
    signature += 1;
    const clip = { d: 1000, m: { name: 'sea', url: `https://media.test/sea.mp4?sig=${signature}` } };
    const sg = titles.map((text, index) => ({ s: index * 1000, d: 1000, m: { text } }));
    const t = [
      { tt: 0, sg: [clip] },
      { tt: 7, sg },
    ];
    return { t };
  };
  return {
    state: () => {
      const answer = ok({ draft: draft() });
      if (!hold) return Promise.resolve(answer);
      return new Promise((resolve) => held.push(() => resolve(answer)));
    },
    edit: (title) => titles.push(title),
    hold: (ask) => {
      hold = true;
      ask();
      hold = false;
    },
    hangUp: () => {
      held = [];
    },
    answer: () => {
      for (const release of held) release();
      held = [];
    },
  };
}

/** The titles that a turn says it has brought. */
function toldBy({ parts }: Turn): readonly string[] {
  return parts.flatMap((part) =>
    part.kind === 'changes'
      ? part.changes.flatMap((change) =>
          change.kind === 'added' && change.track === 'text' ? [change.name] : [change.kind],
        )
      : [],
  );
}

describe('a turn is judged by what it began with', () => {
  it(
    'tells of each what was done while it ran, whoever reads the state meanwhile, and waits after a question',
    { timeout: 30_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(editSteps, async (steps) => {
          const cloud = createEditedCloud();
          const did = new Map<string, string[]>();
          const asked = new Set<string>();
          let edits = 0;
          let rig = createRig(undefined, cloud.state);
          const turns = (): readonly Turn[] => rig.conversation.page(projectId, { limit: 1000 }).turns;
          const running = (): Turn | undefined =>
            turns().find(({ route, state }) => route === 'agent' && (state === 'streaming' || state === 'settling'));
          const say = (text: string) => rig.conversation.send({ projectId, text, uploadIds: [], anyway: false });
          const take = (what: EditStep): void => {
            const turn = running();
            const stream = turn?.state === 'streaming' ? rig.answers.at(-1) : undefined;
            if (what === 'say') say(`film ${turns().length}`);
            if (what === 'status') say('status');
            if (what === 'slow status') cloud.hold(() => say('status'));
            if (what === 'answers') cloud.answer();
            if (what === 'edit' && turn) {
              edits += 1;
              cloud.edit(`title ${edits}`);
              did.set(turn.id, [...(did.get(turn.id) ?? []), `title ${edits}`]);
            }
            if (what === 'question' && stream && turn) {
              stream.send({ kind: 'text', index: 0, delta: 'Which one? Let me know! ' });
              asked.add(turn.id);
            }
            if (what === 'finish') stream?.send({ kind: 'end', silent: false, broken: false });
            if (what === 'fail') stream?.send({ kind: 'failure', reason: 'agent', message: '', afterAnswer: false });
            if (what === 'finish' || what === 'break' || what === 'fail') stream?.finish();
          };
          for (const what of steps) {
            const before = running();
            if (what === 'restart') {
              await rig.clock.advance(100);
              await rig.close();
              cloud.hangUp();
              rig = createRig(rig.stores, cloud.state);
              rig.conversation.resume();
            } else take(what);
            await rig.clock.advance(what === 'wait' ? 61_000 : 0);
            const over = turns().find(({ id }) => id === before?.id);
            if (over && isTurnOver(over.state) && asked.has(over.id)) expect(running()).toBeUndefined();
            if (what === 'finish') rig.conversation.resumeQueue(projectId);
          }
          cloud.answer();
          for (let wait = 0; wait < 40; wait += 1) {
            rig.conversation.resumeQueue(projectId);
            await rig.clock.advance(901_000);
          }
          expect(rig.faults).toEqual([]);
          for (const turn of turns()) {
            const told = toldBy(turn).filter((change) => change !== 'added' && change !== 'sea');
            expect(told, turn.prompt).toEqual(did.get(turn.id) ?? []);
            const unchangedToo = turn.parts.some((part) => part.kind === 'notice' && part.notice.code === 'unchanged');
            expect(unchangedToo && did.has(turn.id), turn.prompt).toBe(false);
            if (turn.state === 'unknown') expect(did.has(turn.id)).toBe(false);
          }
          const { versions } = rig.stores.drafts.versions(projectId, { limit: 1000 });
          expect(versions.length).toBeLessThanOrEqual(edits);
        }),
        { numRuns: 100 },
      );
    },
  );
});
