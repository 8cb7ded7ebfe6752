import { expect, it } from 'vitest';
import { createBus } from '../../../../src/main/app/bus.ts';
import { readTimings } from '../../../../src/main/timings.ts';
import { createJournal } from '../../../../src/main/turns/journal.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { temporaryStores } from '../../../support/temporary-stores.ts';
import { aProject, aTurn } from '../storage/samples.ts';

const huge = 'the wave comes to the shore. '.repeat(50_000);

/** A turn that streams, and how often it was written whole since. */
function streaming() {
  const project = aProject();
  const { turns, projects } = temporaryStores();
  projects.save(project);
  let whole = 0;
  const save = (turn: Parameters<typeof turns.save>[0]): void => {
    whole += 1;
    turns.save(turn);
  };
  const report = (error: unknown): void => expect.fail(String(error));
  const timings = readTimings(undefined);
  if (!timings.ok) expect.fail(timings.error);
  const env = { bus: createBus(report), clock: createFakeClock(), timings: timings.value, report };
  const journal = createJournal(env, { ...turns, save });
  const turn = journal.open(aTurn(project.id, { state: 'streaming', parts: [{ kind: 'summary', line: 's' }] }));
  whole = 0;
  return { journal, turns, turn, whole: () => whole };
}

it('writes a huge answer to the disk once, however often its turn changes afterwards', () => {
  const { journal, turns, turn, whole } = streaming();
  journal.append(turn.id, 1, 'It says: ');
  journal.append(turn.id, 1, huge);
  journal.transition(turn.id, 'ended');
  const done = journal.transition(turn.id, 'settled', { endedAt: 5 });
  const known = journal.patch(turn.id, { activity: null, endedAt: 6 }, 'durable');
  expect(whole()).toBe(0);
  expect(done.parts.at(-1)).toEqual({ kind: 'text', text: `It says: ${huge}` });
  expect(turns.get(turn.id)).toEqual(known);
});

it('writes it whole where its parts changed otherwise', () => {
  const { journal, turns, turn, whole } = streaming();
  journal.append(turn.id, 1, huge);
  const parts = [...(journal.get(turn.id)?.parts ?? []), { kind: 'summary', line: 'more' } as const];
  journal.patch(turn.id, { parts }, 'shown');
  journal.append(turn.id, 3, 'and more');
  const done = journal.patch(turn.id, {}, 'durable');
  expect(whole()).toBe(1);
  expect(turns.get(turn.id)).toEqual(done);
});

it('writes an ordinary answer whole at its end, in one piece', () => {
  const { journal, turns, turn, whole } = streaming();
  journal.append(turn.id, 1, 'Done.');
  journal.transition(turn.id, 'ended');
  const done = journal.transition(turn.id, 'settled');
  expect(whole()).toBe(1);
  expect(turns.get(turn.id)).toEqual(done);
});
