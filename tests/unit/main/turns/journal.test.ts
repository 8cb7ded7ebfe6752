import { expect, it } from 'vitest';
import { createBus } from '../../../../src/main/app/bus.ts';
import { readTimings } from '../../../../src/main/timings.ts';
import { createJournal } from '../../../../src/main/turns/journal.ts';
import type { Turn } from '../../../../src/shared/domain/turn.ts';
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
  const save: typeof turns.save = (turn, kept = []) => {
    if (kept.length === 0) whole += 1;
    turns.save(turn, kept);
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
  const parts = [...(journal.get(turn.id)?.parts ?? []), { kind: 'summary', line: 'changed' } as const];
  const done = journal.transition(turn.id, 'settled', { endedAt: 5, parts });
  const known = journal.patch(turn.id, { activity: null, endedAt: 6 }, 'durable');
  expect(whole()).toBe(0);
  expect(done.parts[1]).toEqual({ kind: 'text', text: `It says: ${huge}` });
  expect(turns.get(turn.id)).toEqual(known);
});

it.each([
  ['it is another text', () => [{ kind: 'text', text: `${huge}And more.` }]],
  ['it stands in another place', (parts) => parts.slice(1)],
] as const satisfies readonly (readonly [string, (parts: Turn['parts']) => Turn['parts']])[])(
  'writes it whole where %s by then, and from then on',
  (_what, changed) => {
    const { journal, turns, turn, whole } = streaming();
    journal.append(turn.id, 1, huge);
    journal.patch(turn.id, { parts: changed(journal.get(turn.id)?.parts ?? []) }, 'durable');
    expect(whole()).toBe(1);
    journal.append(turn.id, 0, ' The end.');
    const done = journal.transition(turn.id, 'ended');
    journal.patch(turn.id, {}, 'durable');
    expect(whole()).toBe(2);
    expect(turns.get(turn.id)).toEqual(done);
  },
);

it('writes a huge answer in pieces, and answers between them', async () => {
  const { journal, turns, turn } = streaming();
  journal.append(turn.id, 1, huge);
  const lengths: number[] = [];
  const written = journal.flush(turn.id);
  const note = (): void => void lengths.push(JSON.stringify(turns.get(turn.id)?.parts).length);
  note();
  await written;
  note();
  expect(lengths[0]).toBeLessThan(1_100_000);
  expect(lengths[1]).toBeGreaterThan(huge.length);
  expect(turns.get(turn.id)).toEqual(journal.get(turn.id));
});

it('writes an ordinary answer whole at its end, in one piece', () => {
  const { journal, turns, turn, whole } = streaming();
  journal.append(turn.id, 1, 'Done.');
  journal.transition(turn.id, 'ended');
  const done = journal.transition(turn.id, 'settled');
  expect(whole()).toBe(1);
  expect(turns.get(turn.id)).toEqual(done);
});
